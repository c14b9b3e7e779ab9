package org.imprimatur.publication.production.messaging;

import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.publication.production.ForgettingPeople;
import org.springframework.stereotype.Component;

@Component
class AccountErasedHandler implements MessageHandler<AccountErased> {
    private final ForgettingPeople forgetting;

    AccountErasedHandler(ForgettingPeople forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public Class<AccountErased> message() {
        return AccountErased.class;
    }

    @Override
    public Handling handle(AccountErased fact, Received received) {
        forgetting.forget(fact.account());
        return Handling.done();
    }
}
