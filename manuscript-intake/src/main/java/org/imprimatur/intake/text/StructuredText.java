package org.imprimatur.intake.text;

import java.util.List;

/**
 * A manuscript as plain values: all of its text, nothing of its looks. JATS, a page and a typeset PDF can be made from
 * it without loss. The reference list's own heading is no section; everything else that has a heading is.
 */
public record StructuredText(FrontMatter front, List<Section> sections, List<Reference> references) {
    public StructuredText {
        sections = List.copyOf(sections);
        references = List.copyOf(references);
    }

    /**
     * The same text for a reader who mustn't know the authors: title, abstract, keywords, sections and references;
     * without authors and affiliations and without the sections that name people (acknowledgements, author
     * contributions, funding, conflicts of interest …).
     */
    public StructuredText withoutTitlePage() {
        return new StructuredText(
                new FrontMatter(front.title(), front.abstractText(), front.keywords(), List.of(), List.of()),
                PersonalSections.removedFrom(sections),
                references);
    }
}
