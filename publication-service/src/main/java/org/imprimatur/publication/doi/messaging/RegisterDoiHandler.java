package org.imprimatur.publication.doi.messaging;

import org.imprimatur.contracts.publication.RegisterDoi;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.publication.doi.RegisteringDois;
import org.springframework.stereotype.Component;

@Component
class RegisterDoiHandler implements MessageHandler<RegisterDoi> {
    private final RegisteringDois registering;

    RegisterDoiHandler(RegisteringDois registering) {
        this.registering = registering;
    }

    @Override
    public Class<RegisterDoi> message() {
        return RegisterDoi.class;
    }

    @Override
    public Handling handle(RegisterDoi command, Received received) {
        registering.register(command.manuscript());
        return Handling.done();
    }
}
