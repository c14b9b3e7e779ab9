package org.imprimatur.review.manuscript;

import org.imprimatur.review.testing.InMemory.MemoryManuscripts;

class InMemoryManuscriptsTest extends ManuscriptsContract {

    private final Manuscripts manuscripts = new MemoryManuscripts();

    @Override
    protected Manuscripts manuscripts() {
        return manuscripts;
    }
}
