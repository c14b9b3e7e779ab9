package org.imprimatur.review.manuscript.messaging;

import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.manuscript.PeopleOfManuscripts;
import org.springframework.stereotype.Component;

/** Hears that two accounts are one person's. */
@Component
class AccountsMergedHandler implements MessageHandler<AccountsMerged> {

    private final PeopleOfManuscripts people;

    AccountsMergedHandler(PeopleOfManuscripts people) {
        this.people = people;
    }

    @Override
    public Class<AccountsMerged> message() {
        return AccountsMerged.class;
    }

    @Override
    public Handling handle(AccountsMerged fact, Received received) {
        people.goOver(fact.account(), fact.into());
        return Handling.done();
    }
}
