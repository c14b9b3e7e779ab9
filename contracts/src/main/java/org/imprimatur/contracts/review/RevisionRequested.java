package org.imprimatur.contracts.review;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * The decision is a revision ({@code minor} or {@code major}); {@code letter} is a document kept by review-service.
 *
 * @param version which version is to be revised; null in facts of earlier releases
 * @param requestedAt when; null in facts of earlier releases
 */
@Wire(type = "imprimatur.review.revision-requested.v1", topic = "imprimatur.review")
public record RevisionRequested(
        String manuscript, int round, String kind, String letter, Instant due, Integer version, Instant requestedAt)
        implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
