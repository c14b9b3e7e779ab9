package org.imprimatur.contracts.review;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The reviewer said yes. */
@Wire(type = "imprimatur.review.invitation-accepted.v1", topic = "imprimatur.review")
public record InvitationAccepted(String manuscript, int round, String invitation, Instant reviewBy) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "invitation/" + invitation;
    }
}
