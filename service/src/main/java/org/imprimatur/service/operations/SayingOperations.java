package org.imprimatur.service.operations;

import java.util.Locale;
import java.util.Objects;
import org.imprimatur.contracts.operations.HandlingParked;
import org.imprimatur.contracts.operations.HandlingResumed;
import org.imprimatur.contracts.operations.MailStateChanged;
import org.imprimatur.contracts.operations.MessageContradicted;
import org.imprimatur.contracts.operations.MessagesMissing;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.inbox.InboxListener;
import org.imprimatur.messaging.mail.MailListener;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.messaging.outbox.Outbox;

/** Says on {@code imprimatur.operations} what a person should know, in the transaction that stores it. */
final class SayingOperations implements InboxListener, MailListener {

    private static final String NOBODY = "process";

    private final Outbox outbox;
    private final String service;

    SayingOperations(Outbox outbox, String service) {
        this.outbox = outbox;
        this.service = service;
    }

    @Override
    public void parked(Inbox.Parked message) {
        outbox.say(
                new HandlingParked(
                        service,
                        message.id(),
                        message.type(),
                        message.subject(),
                        Objects.requireNonNullElse(Discreet.of(message.cause()), "no cause is known")),
                NOBODY);
    }

    @Override
    public void resumed(Inbox.Parked message, String actor, boolean skipped) {
        outbox.say(
                new HandlingResumed(service, message.id(), message.subject(), skipped ? "skipped" : "tried-again"),
                actor);
    }

    @Override
    public void otherBody(String id, String subject) {
        outbox.say(new MessageContradicted(service, id, subject), NOBODY);
    }

    @Override
    public void gap(String source, String topic, String subject, String aggregate, long expected, long came) {
        outbox.say(new MessagesMissing(service, subject, source, topic, aggregate, expected, came), NOBODY);
    }

    @Override
    public void changed(MailState mail) {
        outbox.say(
                new MailStateChanged(
                        service,
                        mail.mail().toString(),
                        mail.about(),
                        mail.recipient(),
                        mail.template(),
                        mail.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Discreet.of(mail.reason())),
                NOBODY);
    }
}
