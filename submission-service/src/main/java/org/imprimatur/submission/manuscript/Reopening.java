package org.imprimatur.submission.manuscript;

import java.time.Instant;
import java.util.Optional;

/**
 * Why the author may hand in another version.
 *
 * @param letter the journal's letter as a document of review-service
 * @param due when it is owed, where there is such a date
 */
public record Reopening(Kind kind, String letter, Optional<Instant> due, Instant since) {

    /** A return at screening needs no response to reviewers; a revision does. */
    public enum Kind {
        RETURNED,
        MINOR_REVISION,
        MAJOR_REVISION;

        public boolean needsResponse() {
            return this != RETURNED;
        }
    }
}
