package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The journal took the invitation back. */
@Wire(type = "imprimatur.review.invitation-revoked.v1", topic = "imprimatur.review")
public record InvitationRevoked(String manuscript, int round, String invitation) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "invitation/" + invitation;
    }
}
