package org.imprimatur.submission.manuscript;

import java.util.List;

/**
 * What the authors say of their manuscript, as typed so far: nothing is lost because it isn't right yet. What has to
 * be right before it is handed in is in {@link HandingInRules}.
 *
 * @param language BCP 47
 * @param contributors in the order of the by-line
 */
public record Metadata(
        String title, String abstractText, List<String> keywords, String language, List<Contributor> contributors) {

    /** More than anybody types by intent; what is longer is refused before it is kept. */
    public static final int MOST_TYPED = 20_000;

    public Metadata {
        keywords = List.copyOf(keywords);
        contributors = List.copyOf(contributors);
    }

    public static Metadata empty() {
        return new Metadata("", "", List.of(), "en", List.of());
    }

    public Metadata about(String newTitle, String newAbstract, List<String> newKeywords) {
        return new Metadata(newTitle, newAbstract, newKeywords, language, contributors);
    }

    public Metadata by(List<Contributor> newContributors) {
        return new Metadata(title, abstractText, keywords, language, newContributors);
    }

    /**
     * @param account the contributor's account where there is one, else ""
     * @param position what stands before the affiliation in print, for example "PhD Scholar"
     */
    public record Contributor(
            String given,
            String family,
            String email,
            String account,
            String orcid,
            String position,
            String affiliation,
            List<String> roles,
            boolean corresponding) {

        public Contributor {
            roles = List.copyOf(roles);
        }

        public String name() {
            return (given + " " + family).strip();
        }
    }
}
