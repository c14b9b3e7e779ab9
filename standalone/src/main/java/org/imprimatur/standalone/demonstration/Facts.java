package org.imprimatur.standalone.demonstration;

import java.util.List;

/**
 * The bare facts of the published article that the demonstration takes through the system: names, numbers, references.
 * They hold no e-mail address, so that no run can write to a real person.
 *
 * @param note where the facts come from and what may be done with them
 */
public record Facts(Journal journal, Issue issue, Article article, String note) {

    /** Reads {@code demonstration/facts.json} from the class path. */
    public static Facts read() {
        return Resources.json("facts.json", Facts.class);
    }

    /** @param doi the journal's own DOI */
    public record Journal(
            String title,
            String abbreviation,
            String issnPrint,
            String issnOnline,
            String recognition,
            String homepage,
            String doi,
            String publisher,
            DoiPatterns doiPatterns) {}

    /** The DOIs that the journal's patterns give for this issue and article. */
    public record DoiPatterns(String journal, String volume, String issue, String article) {}

    /** @param month 1 to 12 */
    public record Issue(
            int volume, String volumeLabel, int issue, String issueLabel, String season, int month, int year) {}

    /**
     * @param sequenceInIssue the article number within the issue
     * @param headings in order, "References" last
     * @param inTextCitations in order, as published, without brackets
     * @param references in order, as published
     */
    public record Article(
            int sequenceInIssue,
            int firstPage,
            int lastPage,
            String title,
            List<String> keywords,
            List<Contributor> contributors,
            List<String> headings,
            List<String> inTextCitations,
            List<String> references) {}

    /** @param role what stands before the affiliation, for example "PhD Scholar" */
    public record Contributor(String given, String family, String role, String affiliation, boolean corresponding) {}
}
