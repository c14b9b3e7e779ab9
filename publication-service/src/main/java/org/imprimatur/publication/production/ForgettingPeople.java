package org.imprimatur.publication.production;

/**
 * Forgets accounts that were erased: they see no proof any more. By-lines are part of the scholarly record and stay;
 * names and addresses of accounts are never kept here.
 */
public final class ForgettingPeople {
    private final Galleys galleys;
    private final MoreTimes wishes;

    public ForgettingPeople(Galleys galleys, MoreTimes wishes) {
        this.galleys = galleys;
        this.wishes = wishes;
    }

    /** An account that was forgotten before, or was never known, is fine. */
    public void forget(String account) {
        galleys.forgetReader(account);
        wishes.forget(account);
    }
}
