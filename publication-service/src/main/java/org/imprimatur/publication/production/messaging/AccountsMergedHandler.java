package org.imprimatur.publication.production.messaging;

import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.publication.production.TakingOverProofs;
import org.springframework.stereotype.Component;

@Component
class AccountsMergedHandler implements MessageHandler<AccountsMerged> {
    private final TakingOverProofs takingOver;

    AccountsMergedHandler(TakingOverProofs takingOver) {
        this.takingOver = takingOver;
    }

    @Override
    public Class<AccountsMerged> message() {
        return AccountsMerged.class;
    }

    @Override
    public Handling handle(AccountsMerged fact, Received received) {
        takingOver.merged(fact.account(), fact.into());
        return Handling.done();
    }
}
