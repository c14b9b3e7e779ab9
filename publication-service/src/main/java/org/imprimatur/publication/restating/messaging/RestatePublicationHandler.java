package org.imprimatur.publication.restating.messaging;

import org.imprimatur.contracts.publication.RestatePublication;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.publication.restating.RestatingPublication;
import org.springframework.stereotype.Component;

@Component
class RestatePublicationHandler implements MessageHandler<RestatePublication> {
    private final RestatingPublication restating;

    RestatePublicationHandler(RestatingPublication restating) {
        this.restating = restating;
    }

    @Override
    public Class<RestatePublication> message() {
        return RestatePublication.class;
    }

    @Override
    public Handling handle(RestatePublication command, Received received) {
        restating.restate(command.subject());
        return Handling.done();
    }
}
