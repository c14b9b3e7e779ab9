package org.imprimatur.review.manuscript;

/** Is told that something of a manuscript changed, in the transaction in which it did. */
public interface Noticing {

    void changed(String manuscript);
}
