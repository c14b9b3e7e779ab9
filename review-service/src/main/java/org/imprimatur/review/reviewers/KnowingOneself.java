package org.imprimatur.review.reviewers;

import org.imprimatur.review.acting.Actor;

/** Knows by which addresses somebody who is signed in was invited. */
public final class KnowingOneself {

    private final OwnAddresses addresses;

    public KnowingOneself(OwnAddresses addresses) {
        this.addresses = addresses;
    }

    /** @throws OwnAddresses.Away when the gateway can't be asked now */
    public Oneself of(Actor.Person person) {
        return new Oneself(person, addresses.of(person.account()));
    }
}
