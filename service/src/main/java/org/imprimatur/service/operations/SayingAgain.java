package org.imprimatur.service.operations;

import org.imprimatur.contracts.Command;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.outbox.Outbox;

/**
 * Sends again what is still kept about the subject, under its old ids: only those who miss something notice. The
 * service's own handler of the same command says the present state, which leaves after it.
 */
record SayingAgain<C extends Command>(Class<C> message, Outbox outbox) implements MessageHandler<C> {

    @Override
    public Handling handle(C command, Received received) {
        outbox.sayAgain(command.subject());
        return Handling.done();
    }
}
