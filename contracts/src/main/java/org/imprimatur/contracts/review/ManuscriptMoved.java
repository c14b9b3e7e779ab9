package org.imprimatur.contracts.review;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** Where a manuscript stands: the one source of this for every page. {@code step} is a {@link Step} value. */
@Wire(type = "imprimatur.review.manuscript-moved.v1", topic = "imprimatur.review")
public record ManuscriptMoved(String manuscript, String step, Mover whose, Instant since, Instant until, Next next)
        implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
