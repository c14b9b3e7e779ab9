package org.imprimatur.review.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Review;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.round.RoundEvents;

/** What was said of rounds, as one line each. */
public final class RoundsSaid implements RoundEvents {
    public final List<String> all = new ArrayList<>();

    @Override
    public void chosen(ReviewRound round, Actor by, Instant at) {
        all.add("chosen");
    }

    @Override
    public void chosenThoughAway(ReviewRound round, String reviewer, String reason, Actor by, Instant at) {
        all.add(reviewer + " chosen though away: " + reason);
    }

    @Override
    public void changed(Invitation invitation, Actor by, Instant at) {
        all.add(invitation.state().getClass().getSimpleName() + " by " + by.id());
    }

    @Override
    public void submitted(Invitation invitation, Review review, Actor by, Instant at) {
        all.add("submitted by " + by.id());
    }

    @Override
    public void reminded(Invitation invitation, String of, int ordinal, Instant at) {
        all.add("reminded to " + of);
    }

    @Override
    public void remindedByHand(Invitation invitation, String of, Actor by, Instant at) {
        all.add("reminded to " + of + " by " + by.id());
    }
}
