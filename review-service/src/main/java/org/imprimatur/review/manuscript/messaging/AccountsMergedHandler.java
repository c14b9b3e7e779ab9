package org.imprimatur.review.manuscript.messaging;

import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.manuscript.PeopleOfManuscripts;
import org.imprimatur.review.reviewers.Profiles;
import org.springframework.stereotype.Component;

/** Hears that two accounts are one person's. */
@Component
class AccountsMergedHandler implements MessageHandler<AccountsMerged> {

    private final PeopleOfManuscripts people;
    private final Profiles profiles;

    AccountsMergedHandler(PeopleOfManuscripts people, Profiles profiles) {
        this.people = people;
        this.profiles = profiles;
    }

    @Override
    public Class<AccountsMerged> message() {
        return AccountsMerged.class;
    }

    @Override
    public Handling handle(AccountsMerged fact, Received received) {
        people.goOver(fact.account(), fact.into());
        profiles.goOver(fact.account(), fact.into());
        return Handling.done();
    }
}
