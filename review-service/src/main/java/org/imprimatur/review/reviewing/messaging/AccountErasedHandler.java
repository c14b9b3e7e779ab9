package org.imprimatur.review.reviewing.messaging;

import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.reviewing.ForgettingReviewers;
import org.springframework.stereotype.Component;

/** Hears that an account was erased. */
@Component
class AccountErasedHandler implements MessageHandler<AccountErased> {

    private final ForgettingReviewers forgetting;

    AccountErasedHandler(ForgettingReviewers forgetting) {
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
