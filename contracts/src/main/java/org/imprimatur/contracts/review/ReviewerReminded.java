package org.imprimatur.contracts.review;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * A reviewer was reminded, by a letter of review-service.
 *
 * @param of what is owed: {@code answer} or {@code review}
 * @param ordinal counts the reminders of this, from 1; 0 for one that an editor sent by hand
 * @param account the reviewer's account, where they have one and were seen with it; else null
 */
@Wire(type = "imprimatur.review.reviewer-reminded.v1", topic = "imprimatur.review")
public record ReviewerReminded(
        String manuscript, int round, String invitation, String of, int ordinal, Instant remindedAt, String account)
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
