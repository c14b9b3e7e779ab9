package org.imprimatur.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.messaging.outbox.Outbox;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the gateway says and mails, for tests to read. */
@TestConfiguration(proxyBeanMethods = false)
class Recorded {
    final List<Object> said = Collections.synchronizedList(new ArrayList<>());
    final List<MailOrder> mailed = Collections.synchronizedList(new ArrayList<>());

    @Bean
    Outbox outbox() {
        return (message, actor) -> {
            said.add(message);
            return UUID.randomUUID().toString();
        };
    }

    @Bean
    MailQueue mailQueue() {
        return new MailQueue() {
            @Override
            public UUID queue(MailOrder order) {
                mailed.add(order);
                return UUID.randomUUID();
            }

            @Override
            public boolean recall(String cause) {
                return false;
            }

            @Override
            public List<MailState> about(String subject) {
                return List.of();
            }

            @Override
            public boolean tryAgain(UUID mail) {
                return false;
            }
        };
    }
}
