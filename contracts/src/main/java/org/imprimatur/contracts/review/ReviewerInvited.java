package org.imprimatur.contracts.review;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** A reviewer was asked; who that is stays in review-service. */
@Wire(type = "imprimatur.review.reviewer-invited.v1", topic = "imprimatur.review")
public record ReviewerInvited(String manuscript, int round, String invitation, Instant answerBy) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "invitation/" + invitation;
    }
}
