package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The manuscript is rejected; {@code desk} when without review. */
@Wire(type = "imprimatur.review.manuscript-rejected.v1", topic = "imprimatur.review")
public record ManuscriptRejected(String manuscript, boolean desk, String letter) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
