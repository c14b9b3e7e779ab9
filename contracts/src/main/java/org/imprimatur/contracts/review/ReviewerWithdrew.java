package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** A reviewer who had accepted will not review. */
@Wire(type = "imprimatur.review.reviewer-withdrew.v1", topic = "imprimatur.review")
public record ReviewerWithdrew(String manuscript, int round, String invitation) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "invitation/" + invitation;
    }
}
