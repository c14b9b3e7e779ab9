package org.imprimatur.publication.production;

/** Gives the proofs that one account may read to the account that it was merged into. Once more changes nothing. */
public final class TakingOverProofs {
    private final Galleys galleys;
    private final MoreTimes wishes;

    public TakingOverProofs(Galleys galleys, MoreTimes wishes) {
        this.galleys = galleys;
        this.wishes = wishes;
    }

    public void merged(String account, String into) {
        galleys.giveReader(account, into);
        wishes.giveTo(account, into);
    }
}
