package org.imprimatur.review.people.messaging;

import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.desk.SavedViews;
import org.imprimatur.review.manuscript.PeopleOfManuscripts;
import org.imprimatur.review.notes.Notes;
import org.imprimatur.review.production.ProofTimes;
import org.imprimatur.review.reviewers.Profiles;
import org.springframework.stereotype.Component;

/**
 * Hears that two accounts are one person's. What is somebody's goes over: manuscripts, profile, notes, saved views, wishes
 * for time. Who did what (history, decisions, screenings, settings, files looked at) stays under the account that did it,
 * which leads to the person; roles come as facts of their own, certificates are found by either account.
 */
@Component
class AccountsMergedHandler implements MessageHandler<AccountsMerged> {

    private final PeopleOfManuscripts people;
    private final Profiles profiles;
    private final Notes notes;
    private final SavedViews views;
    private final ProofTimes wishes;

    AccountsMergedHandler(
            PeopleOfManuscripts people, Profiles profiles, Notes notes, SavedViews views, ProofTimes wishes) {
        this.people = people;
        this.profiles = profiles;
        this.notes = notes;
        this.views = views;
        this.wishes = wishes;
    }

    @Override
    public Class<AccountsMerged> message() {
        return AccountsMerged.class;
    }

    @Override
    public Handling handle(AccountsMerged fact, Received received) {
        String person = people.goOver(fact.account(), fact.into());
        profiles.goOver(fact.account(), person);
        notes.goOver(fact.account(), person);
        views.goOver(fact.account(), person);
        wishes.giveTo(fact.account(), person);
        return Handling.done();
    }
}
