package org.imprimatur.publication.operations.messaging;

import java.util.Locale;
import org.imprimatur.contracts.operations.HandlingParked;
import org.imprimatur.contracts.operations.HandlingResumed;
import org.imprimatur.contracts.operations.MailStateChanged;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.inbox.InboxListener;
import org.imprimatur.messaging.mail.MailListener;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.messaging.outbox.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class OperationsNews implements MailListener, InboxListener {
    private static final String SERVICE = "publication";
    private static final String PROCESS = "process";
    private final ObjectProvider<Outbox> outbox;

    OperationsNews(ObjectProvider<Outbox> outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(MailState state) {
        outbox.getObject()
                .say(
                        new MailStateChanged(
                                SERVICE,
                                state.mail().toString(),
                                state.about(),
                                state.template(),
                                state.state().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        PROCESS);
    }

    @Override
    public void parked(Inbox.Parked message) {
        outbox.getObject().say(new HandlingParked(SERVICE, message.id(), message.subject(), message.cause()), PROCESS);
    }

    @Override
    public void resumed(Inbox.Parked message, String actor, boolean skipped) {
        outbox.getObject().say(new HandlingResumed(SERVICE, message.id(), message.subject()), actor);
    }
}
