package org.imprimatur.messaging.autoconfigure;

import org.imprimatur.messaging.inbox.kafka.InboxConfiguration;
import org.imprimatur.messaging.outbox.kafka.OutboxConfiguration;
import org.imprimatur.messaging.work.MessagingProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** {@code Outbox}, {@code Inbox}, their relay, listener and workers, {@code DomainClock}. The service gives a {@code MessageCatalogue}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@EnableConfigurationProperties(MessagingProperties.class)
@Import({CommonConfiguration.class, OutboxConfiguration.class, InboxConfiguration.class})
public class MessagingAutoConfiguration {}
