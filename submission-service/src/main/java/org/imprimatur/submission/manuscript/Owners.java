package org.imprimatur.submission.manuscript;

/** Whose manuscripts are whose. */
public interface Owners {

    /**
     * All manuscripts of one account are the other's from now on, also those that are stored for it later: what it began a
     * moment ago may still be on its way.
     */
    void goOver(String account, String into);
}
