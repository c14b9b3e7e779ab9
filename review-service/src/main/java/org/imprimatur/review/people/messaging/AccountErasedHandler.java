package org.imprimatur.review.people.messaging;

import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.desk.SavedViews;
import org.imprimatur.review.reviewing.ForgettingReviewers;
import org.imprimatur.service.SealedAddresses;
import org.springframework.stereotype.Component;

/** Hears that an account was erased. */
@Component
class AccountErasedHandler implements MessageHandler<AccountErased> {

    private final ForgettingReviewers forgetting;
    private final SavedViews views;
    private final SealedAddresses addresses;

    AccountErasedHandler(ForgettingReviewers forgetting, SavedViews views, SealedAddresses addresses) {
        this.forgetting = forgetting;
        this.views = views;
        this.addresses = addresses;
    }

    @Override
    public Class<AccountErased> message() {
        return AccountErased.class;
    }

    @Override
    public Handling handle(AccountErased fact, Received received) {
        forgetting.forget(fact.account(), addresses.among(fact.addresses()));
        views.forget(fact.account());
        return Handling.done();
    }
}
