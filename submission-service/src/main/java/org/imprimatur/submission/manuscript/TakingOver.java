package org.imprimatur.submission.manuscript;

import org.imprimatur.submission.acting.Actor;

/**
 * Gives all manuscripts of an account to the one that it was merged into. Who handed in which version stays as it was.
 * Merging once more changes nothing, and the order in which several mergings are heard doesn't matter.
 */
public final class TakingOver {

    private final Owners owners;

    public TakingOver(Owners owners) {
        this.owners = owners;
    }

    /** @param actor only the journal's own system hears of merged accounts */
    public void merged(Actor.Journal actor, String account, String into) {
        if (!account.equals(into)) {
            owners.goOver(account, into);
        }
    }
}
