package org.imprimatur.gateway.accounts.messaging;

import java.util.Map;
import java.util.UUID;
import org.imprimatur.gateway.accounts.LinkMails;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.springframework.stereotype.Component;

@Component
class QueuedLinkMails implements LinkMails {
    private final MailQueue queue;

    QueuedLinkMails(MailQueue queue) {
        this.queue = queue;
    }

    @Override
    public void confirmRegistration(UUID id) {
        order("registration", id, "registration/" + id);
    }

    @Override
    public void alreadyRegistered(UUID id, String account) {
        order("already-registered", id, "account/" + account);
    }

    @Override
    public void choosePassword(UUID id, String account) {
        order("password", id, "account/" + account);
    }

    private void order(String template, UUID id, String recipient) {
        queue.queue(new MailOrder(template + "/" + id, recipient, recipient, template, Map.of("link", id.toString())));
    }
}
