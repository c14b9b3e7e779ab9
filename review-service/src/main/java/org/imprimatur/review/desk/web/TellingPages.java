package org.imprimatur.review.desk.web;

import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.Noticing;
import org.imprimatur.web.live.Changes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells open pages, once a change is committed, that something of their journal changed. */
@Component
class TellingPages implements Noticing {

    private final Changes changes;
    private final Manuscripts manuscripts;

    TellingPages(Changes changes, Manuscripts manuscripts) {
        this.changes = changes;
        this.manuscripts = manuscripts;
    }

    @Override
    public void changed(String id) {
        manuscripts
                .find(id)
                .map(Manuscript::journal)
                .ifPresent(journal ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                changes.changed("desk/" + journal);
                            }
                        }));
    }
}
