package org.imprimatur.submission.portal;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a manuscript stood from {@code since} on, as review-service said it.
 *
 * @param step one of the contract's steps
 * @param whose kind of mover
 * @param until when what is owed is due
 * @param nextWhat what the journal's process does next by itself
 */
public record Place(
        String step,
        String whose,
        Instant since,
        Optional<Instant> until,
        Optional<String> nextWhat,
        Optional<Instant> nextAt) {}
