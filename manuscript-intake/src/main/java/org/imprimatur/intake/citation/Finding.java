package org.imprimatur.intake.citation;

/**
 * One thing to mend at one place.
 *
 * @param message a sentence the author can act on
 * @param citation the citation as written, without its outer brackets; null for a finding about a reference alone
 * @param reference the entry concerned as written (several, each on its own line, when it may be any of them), or null
 * @param suggestion a likely mend such as "Clary, 2022", or null
 * @param section the heading above the place
 * @param paragraph the number of the paragraph within the section, from 1; in the reference list, of the entry
 * @param text the words around the place
 */
public record Finding(
        Code code,
        String message,
        String citation,
        String reference,
        String suggestion,
        String section,
        int paragraph,
        String text) {

    public Severity severity() {
        return code.severity();
    }

    public enum Severity {
        ERROR,
        WARNING,
        HINT
    }

    /** What kind of thing is wrong; each kind has one severity. */
    public enum Code {
        CITATION_WITHOUT_REFERENCE("citation-without-reference", Severity.ERROR),
        REFERENCE_YEAR_DIFFERS("reference-year-differs", Severity.ERROR),
        CITATION_AMBIGUOUS("citation-ambiguous", Severity.ERROR),
        AUTHOR_COUNT_DIFFERS("author-count-differs", Severity.ERROR),
        AUTHOR_NAME_DIFFERS("author-name-differs", Severity.ERROR),
        REFERENCE_NEVER_CITED("reference-never-cited", Severity.WARNING),
        REFERENCE_DUPLICATED("reference-duplicated", Severity.WARNING),
        CITATION_STYLE("citation-style", Severity.HINT);

        private final String id;
        private final Severity severity;

        Code(String id, Severity severity) {
            this.id = id;
            this.severity = severity;
        }

        /** The code as it stands in the report. */
        public String id() {
            return id;
        }

        public Severity severity() {
            return severity;
        }
    }
}
