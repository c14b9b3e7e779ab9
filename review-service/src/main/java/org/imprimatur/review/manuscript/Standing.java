package org.imprimatur.review.manuscript;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a manuscript stands.
 *
 * @param step which step of the way
 * @param whose whose move it is: author, reviewers, managing-editor, handling-editor, production-editor, system, nobody
 * @param account the person, where it is exactly one with an account
 * @param until when what is owed is due
 * @param nextWhat what the process does next by itself, together with {@code nextAt}
 */
public record Standing(
        String step,
        String whose,
        Optional<String> account,
        Instant since,
        Optional<Instant> until,
        Optional<String> nextWhat,
        Optional<Instant> nextAt) {}
