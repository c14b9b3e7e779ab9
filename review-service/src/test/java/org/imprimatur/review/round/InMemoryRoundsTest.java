package org.imprimatur.review.round;

import java.util.List;
import org.imprimatur.review.testing.InMemory.MemoryRounds;

class InMemoryRoundsTest extends RoundsContract {

    private final Rounds rounds = new MemoryRounds();

    @Override
    protected Rounds rounds() {
        return rounds;
    }

    @Override
    protected void given(String manuscriptId, List<String> reviewers) {}
}
