package org.imprimatur.submission.manuscript.messaging;

import org.imprimatur.contracts.submission.RestateSubmission;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.Restating;
import org.springframework.stereotype.Component;

/** Obeys {@code RestateSubmission}. */
@Component
class Restate implements MessageHandler<RestateSubmission> {

    private final Restating restating;

    Restate(Restating restating) {
        this.restating = restating;
    }

    @Override
    public Class<RestateSubmission> message() {
        return RestateSubmission.class;
    }

    @Override
    public Handling handle(RestateSubmission command, Received received) {
        restating.restate(new Actor.Journal(), command.subject());
        return Handling.done();
    }
}
