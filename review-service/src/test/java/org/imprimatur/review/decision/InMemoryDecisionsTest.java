package org.imprimatur.review.decision;

import org.imprimatur.review.testing.InMemory.MemoryDecisions;

class InMemoryDecisionsTest extends DecisionsContract {

    private final Decisions decisions = new MemoryDecisions();

    @Override
    protected Decisions decisions() {
        return decisions;
    }

    @Override
    protected void given(String manuscriptId) {}
}
