package org.imprimatur.submission.manuscript.messaging;

import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.TakingOver;
import org.springframework.stereotype.Component;

/** Hears that two accounts are one person's. */
@Component
class AccountsMergedHandler implements MessageHandler<AccountsMerged> {

    private final TakingOver takingOver;

    AccountsMergedHandler(TakingOver takingOver) {
        this.takingOver = takingOver;
    }

    @Override
    public Class<AccountsMerged> message() {
        return AccountsMerged.class;
    }

    @Override
    public Handling handle(AccountsMerged fact, Received received) {
        takingOver.merged(new Actor.Journal(), fact.account(), fact.into());
        return Handling.done();
    }
}
