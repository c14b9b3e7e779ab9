package org.imprimatur.gateway.notices.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.imprimatur.gateway.notices.Delivery;
import org.imprimatur.gateway.notices.Notice;
import org.imprimatur.gateway.notices.NoticeMails;
import org.imprimatur.messaging.errands.Errands;
import org.imprimatur.messaging.errands.Errands.Errand;
import org.imprimatur.messaging.errands.Errands.Time;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.springframework.stereotype.Component;

@Component
class QueuedNoticeMails implements NoticeMails {
    static final String NOTICE = "notice";
    static final String DIGEST = "digest";

    private final MailQueue queue;
    private final Errands errands;

    QueuedNoticeMails(MailQueue queue, Errands errands) {
        this.queue = queue;
        this.errands = errands;
    }

    @Override
    public void atOnce(Notice notice) {
        String holder = "account/" + notice.account();
        queue.queue(new MailOrder(
                NOTICE + "/" + notice.id(),
                holder,
                holder,
                NOTICE,
                Map.of("notice", notice.id().toString())));
    }

    @Override
    public void digest(UUID digest, String account, Delivery cadence) {
        String holder = "account/" + account;
        queue.queue(new MailOrder(
                DIGEST + "/" + digest,
                holder,
                holder,
                DIGEST,
                Map.of("digest", digest.toString(), "cadence", cadence.word())));
    }

    @Override
    public void plan(String account, Delivery cadence, Instant due) {
        errands.plan(new Errand(
                DIGEST,
                cadence.word() + "/" + account,
                due,
                Time.DOMAIN,
                Map.of("account", account, "cadence", cadence.word())));
    }
}
