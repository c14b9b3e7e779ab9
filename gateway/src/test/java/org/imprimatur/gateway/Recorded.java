package org.imprimatur.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.imprimatur.contracts.operations.MailStateChanged;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.messaging.outbox.Outbox;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Notes what the gateway says and mails, and passes it on to the real outbox and the real queue. */
@TestConfiguration(proxyBeanMethods = false)
class Recorded {
    final List<Object> said = Collections.synchronizedList(new ArrayList<>());
    final List<MailOrder> mailed = Collections.synchronizedList(new ArrayList<>());

    @Bean
    @Primary
    Outbox notingOutbox(Outbox outbox) {
        return new Outbox() {
            @Override
            public String say(Object message, String actor) {
                String id = outbox.say(message, actor);
                // how mails fare is looked at where the operations' facts are
                if (!(message instanceof MailStateChanged)) {
                    said.add(message);
                }
                return id;
            }

            @Override
            public int sayAgain(String subject) {
                return outbox.sayAgain(subject);
            }
        };
    }

    @Bean
    @Primary
    MailQueue notingMailQueue(MailQueue mailQueue) {
        return new MailQueue() {
            @Override
            public UUID queue(MailOrder order) {
                mailed.add(order);
                return mailQueue.queue(order);
            }

            @Override
            public boolean recall(String cause) {
                return mailQueue.recall(cause);
            }

            @Override
            public List<MailState> about(String subject) {
                return mailQueue.about(subject);
            }

            @Override
            public boolean tryAgain(UUID mail) {
                return mailQueue.tryAgain(mail);
            }

            @Override
            public boolean bounced(String messageId, String reason) {
                return mailQueue.bounced(messageId, reason);
            }
        };
    }
}
