package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * A review is in; its text stays in review-service.
 *
 * @param account the reviewer's account, where they have one and were seen with it; null where not, and in facts of
 *     earlier releases
 */
@Wire(type = "imprimatur.review.review-submitted.v1", topic = "imprimatur.review")
public record ReviewSubmitted(String manuscript, int round, String invitation, String recommendation, String account)
        implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "invitation/" + invitation;
    }
}
