package org.imprimatur.review.decision;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;

/** Tells the world what was decided, in the transaction in which it takes effect. */
public interface DecisionEvents {

    void held(Decision decision, Actor by);

    void recalled(Decision decision, Actor by, Instant at);

    /** @param due when a revision is due */
    void inEffect(Decision decision, String letter, Optional<Instant> due, Instant at);

    /** Says once more what was decided, if it took effect; it is no news. */
    void again(Decision decision, Optional<Instant> due);
}
