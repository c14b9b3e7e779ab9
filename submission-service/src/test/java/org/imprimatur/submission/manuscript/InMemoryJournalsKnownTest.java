package org.imprimatur.submission.manuscript;

class InMemoryJournalsKnownTest extends JournalsKnownContract {

    private final InMemory world = new InMemory();

    @Override
    protected JournalsKnown journals() {
        return world.journals;
    }
}
