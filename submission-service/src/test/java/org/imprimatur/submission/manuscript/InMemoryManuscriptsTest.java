package org.imprimatur.submission.manuscript;

class InMemoryManuscriptsTest extends ManuscriptsContract {

    private final InMemory world = new InMemory();

    @Override
    protected Manuscripts manuscripts() {
        return world.manuscripts;
    }
}
