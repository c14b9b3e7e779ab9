package org.imprimatur.submission.manuscript;

import java.util.function.Predicate;

/**
 * Forgets a person who was erased: drafts that nobody but they saw are gone. What was handed in is the journal's and stays
 * under the account's id, which leads to nobody any more; names in a by-line are part of the record and stay, how to reach
 * them goes. Once more changes nothing.
 */
public final class Forgetting {

    private final Owners owners;

    public Forgetting(Owners owners) {
        this.owners = owners;
    }

    /** @param theirs whether an address was this person's */
    public void erased(String account, Predicate<String> theirs) {
        owners.forget(account);
        owners.forgetAddresses(theirs);
    }
}
