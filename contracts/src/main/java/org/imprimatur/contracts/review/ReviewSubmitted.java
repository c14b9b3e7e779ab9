package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** A review is in; its text stays in review-service. */
@Wire(type = "imprimatur.review.review-submitted.v1", topic = "imprimatur.review")
public record ReviewSubmitted(String manuscript, int round, String invitation, String recommendation) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "invitation/" + invitation;
    }
}
