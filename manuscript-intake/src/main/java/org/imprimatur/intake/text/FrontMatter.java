package org.imprimatur.intake.text;

import java.util.List;
import java.util.Optional;

/**
 * What a manuscript says about itself before its first heading: a proposal for the submission form, never the truth.
 * Whatever wasn't found is empty.
 *
 * @param affiliations each once, in the order of the title page
 */
public record FrontMatter(
        Optional<String> title,
        List<Block> abstractText,
        List<String> keywords,
        List<ProposedAuthor> authors,
        List<String> affiliations) {
    public static final FrontMatter NONE =
            new FrontMatter(Optional.empty(), List.of(), List.of(), List.of(), List.of());

    public FrontMatter {
        abstractText = List.copyOf(abstractText);
        keywords = List.copyOf(keywords);
        authors = List.copyOf(authors);
        affiliations = List.copyOf(affiliations);
    }

    /**
     * A person on the title page.
     *
     * @param name as written, without degrees and marks
     * @param position what stands before the affiliation, such as "PhD Scholar"
     * @param orcid 0000-0000-0000-000X
     */
    public record ProposedAuthor(
            String name,
            Optional<String> position,
            List<String> affiliations,
            Optional<String> email,
            Optional<String> orcid,
            boolean corresponding) {
        public ProposedAuthor {
            affiliations = List.copyOf(affiliations);
        }
    }
}
