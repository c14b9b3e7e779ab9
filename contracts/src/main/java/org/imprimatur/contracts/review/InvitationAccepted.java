package org.imprimatur.contracts.review;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * The reviewer said yes.
 *
 * @param account the reviewer's account, where they have one and were seen with it; null where not, and in facts of
 *     earlier releases
 */
@Wire(type = "imprimatur.review.invitation-accepted.v1", topic = "imprimatur.review")
public record InvitationAccepted(String manuscript, int round, String invitation, Instant reviewBy, String account)
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
