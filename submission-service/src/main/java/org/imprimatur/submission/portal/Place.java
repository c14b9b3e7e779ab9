package org.imprimatur.submission.portal;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a manuscript stood from {@code since} on, as review-service said it.
 *
 * @param until when what is owed is due
 * @param nextWhat what the journal's process does next by itself
 */
public record Place(
        Step step, Instant since, Optional<Instant> until, Optional<String> nextWhat, Optional<Instant> nextAt) {

    /** The steps of the journal's process, in the order of the way. */
    public enum Step {
        SCREENING,
        RETURNED,
        CHOOSING_REVIEWERS,
        PEER_REVIEW,
        DECISION,
        REVISION,
        PRODUCTION,
        PROOF,
        ISSUE_ASSIGNMENT,
        PAGE_ALLOCATION,
        ISSUE_CLOSING,
        DOI_REGISTRATION,
        PUBLICATION,
        PUBLISHED,
        REJECTED,
        WITHDRAWN,
        /** One that the journal has and we have no word for yet. */
        ANOTHER
    }
}
