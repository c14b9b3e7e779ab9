package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** Nobody answered in time. */
@Wire(type = "imprimatur.review.invitation-expired.v1", topic = "imprimatur.review")
public record InvitationExpired(String manuscript, int round, String invitation) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "invitation/" + invitation;
    }
}
