package org.imprimatur.intake.citation;

import java.util.Arrays;
import java.util.List;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;

/** Small texts for tests. */
final class Texts {
    private Texts() {}

    static StructuredText of(List<String> paragraphs, List<String> references) {
        return new StructuredText(
                FrontMatter.NONE,
                List.of(new Section(
                        words("Findings"),
                        1,
                        paragraphs.stream().map(Texts::paragraph).toList())),
                ParsingReferences.parse(references.stream().map(Texts::words).toList()));
    }

    static Block paragraph(String text) {
        return new Block.Paragraph(words(text));
    }

    static List<Inline> words(String text) {
        return List.of(new Inline.Text(text));
    }

    static List<Finding> findings(String text, String... references) {
        return new CheckingCitations()
                .check(of(List.of(text), Arrays.asList(references)))
                .findings();
    }
}
