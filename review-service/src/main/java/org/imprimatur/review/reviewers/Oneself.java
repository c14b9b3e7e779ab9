package org.imprimatur.review.reviewers;

import java.util.Set;
import org.imprimatur.review.acting.Actor;

/**
 * Somebody signed in, with the addresses that are theirs at this moment: who is invited by one of them is this person.
 */
public record Oneself(Actor.Person person, Set<String> addresses) {

    public Oneself {
        addresses = Set.copyOf(addresses);
    }

    public String account() {
        return person.account();
    }

    public boolean has(String address) {
        return addresses.stream().anyMatch(address::equalsIgnoreCase);
    }
}
