package org.imprimatur.gateway.accounts.messaging;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.imprimatur.gateway.accounts.LinkMails;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

@Component
class QueuedLinkMails implements LinkMails {
    /** The template of a mail that tells of a change. */
    static final String CHANGED = "changed";

    private final MailQueue queue;

    QueuedLinkMails(MailQueue queue) {
        this.queue = queue;
    }

    @Override
    public void send(Purpose purpose, UUID id) {
        String template = purpose.name().toLowerCase(Locale.ROOT);
        String about = "link/" + id;
        queue.queue(new MailOrder(
                template + "/" + id,
                about,
                about,
                template,
                Map.of(
                        "link",
                        id.toString(),
                        "language",
                        LocaleContextHolder.getLocale().getLanguage())));
    }

    @Override
    public void tellOfChange(Change change, String account, UUID id) {
        String holder = "account/" + account;
        queue.queue(new MailOrder(CHANGED + "/" + id, holder, holder, CHANGED, Map.of("change", change.name())));
    }
}
