package org.imprimatur.contracts.review;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * The manuscript is rejected; {@code desk} when without review.
 *
 * @param rejectedAt when; null in facts of earlier releases
 */
@Wire(type = "imprimatur.review.manuscript-rejected.v1", topic = "imprimatur.review")
public record ManuscriptRejected(String manuscript, boolean desk, String letter, Instant rejectedAt) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
