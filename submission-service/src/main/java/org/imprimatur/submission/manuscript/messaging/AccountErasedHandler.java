package org.imprimatur.submission.manuscript.messaging;

import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.service.SealedAddresses;
import org.imprimatur.submission.manuscript.Forgetting;
import org.springframework.stereotype.Component;

/** Hears that a person was erased. */
@Component
class AccountErasedHandler implements MessageHandler<AccountErased> {

    private final Forgetting forgetting;
    private final SealedAddresses addresses;

    AccountErasedHandler(Forgetting forgetting, SealedAddresses addresses) {
        this.forgetting = forgetting;
        this.addresses = addresses;
    }

    @Override
    public Class<AccountErased> message() {
        return AccountErased.class;
    }

    @Override
    public Handling handle(AccountErased fact, Received received) {
        forgetting.erased(fact.account(), addresses.among(fact.addresses()));
        return Handling.done();
    }
}
