package org.imprimatur.gateway.accounts.web;

import java.util.stream.Collectors;
import org.imprimatur.gateway.accounts.Actor;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;

/** The person of a request as the use cases know them. */
final class Acting {
    private Acting() {}

    static Actor.Person person(SignedIn person) {
        return new Actor.Person(
                person.account(),
                person.roles().stream()
                        .map(held ->
                                new Grant(held.journal(), Role.of(held.role()).orElseThrow()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** @throws NotYours for everybody who may not see accounts, so that the pages seem not to exist */
    static Actor.Person administrator(SignedIn person) {
        Actor.Person actor = person(person);
        if (!actor.seesAccounts()) {
            throw new NotYours("the administration of accounts");
        }
        return actor;
    }
}
