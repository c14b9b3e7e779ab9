package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The reviewer said no. */
@Wire(type = "imprimatur.review.invitation-declined.v1", topic = "imprimatur.review")
public record InvitationDeclined(String manuscript, int round, String invitation) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "invitation/" + invitation;
    }
}
