package org.imprimatur.review.round;

import java.time.Instant;
import org.imprimatur.review.acting.Actor;

/** Tells the world what happened in a round, in the transaction in which it did. */
public interface RoundEvents {

    void chosen(ReviewRound round, Actor by, Instant at);

    /** Somebody was chosen who says that they are away. */
    void chosenThoughAway(ReviewRound round, String reviewer, String reason, Actor by, Instant at);

    /** An invitation was made or changed: its state says how. */
    void changed(Invitation invitation, Actor by, Instant at);

    void submitted(Invitation invitation, Review review, Actor by, Instant at);

    /** @param of {@code answer} or {@code review} */
    void reminded(Invitation invitation, String of, int ordinal, Instant at);

    /** An editor had them reminded: the editor's act stands in the history by itself. */
    void remindedByHand(Invitation invitation, String of, Actor by, Instant at);
}
