package org.imprimatur.submission.manuscript;

import java.util.function.Predicate;

/** Whose manuscripts are whose. */
public interface Owners {

    /**
     * All manuscripts of one account are the other's from now on, also those that are stored for it later: what it began a
     * moment ago may still be on its way. Files that it is sending and contributors linked to it go along.
     */
    void goOver(String account, String into);

    /** Drafts and uploads of this account are gone, and no contributor is linked to it. */
    void forget(String account);

    /** None of these addresses stands anywhere any more, nor whom somebody suggested or opposed by it. */
    void forgetAddresses(Predicate<String> which);
}
