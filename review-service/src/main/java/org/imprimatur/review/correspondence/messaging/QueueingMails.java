package org.imprimatur.review.correspondence.messaging;

import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.review.correspondence.Mails;
import org.springframework.stereotype.Component;

@Component
class QueueingMails implements Mails {

    private final MailQueue queue;

    QueueingMails(MailQueue queue) {
        this.queue = queue;
    }

    @Override
    public void order(Order order) {
        queue.queue(new MailOrder(
                order.cause(), order.about(), order.recipient(), order.kind(), order.values(), order.notBefore()));
    }
}
