package org.imprimatur.review.desk.web;

import org.imprimatur.messaging.Bulletins;
import org.imprimatur.messaging.work.OncePerTransaction;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.Noticing;
import org.imprimatur.web.live.Changes;
import org.springframework.stereotype.Component;

/**
 * Tells open pages, once a change is committed, that something of their journal changed: those of every instance, for a
 * page listens to one of them and the change may be another's.
 */
@Component
class TellingPages implements Noticing {

    private static final String DESK = "desk/";

    private final Bulletins bulletins;
    private final Manuscripts manuscripts;
    private final OncePerTransaction told = new OncePerTransaction();

    TellingPages(Changes changes, Bulletins bulletins, Manuscripts manuscripts) {
        this.bulletins = bulletins;
        this.manuscripts = manuscripts;
        bulletins.onPosted(
                text -> {
                    if (text.startsWith(DESK)) {
                        changes.changed(text);
                    }
                },
                changes::missed);
    }

    @Override
    public void changed(String id) {
        if (told.isFirst(id)) {
            manuscripts
                    .find(id)
                    .map(Manuscript::journal)
                    .ifPresent(journal -> bulletins.postAfterCommit(DESK + journal));
        }
    }
}
