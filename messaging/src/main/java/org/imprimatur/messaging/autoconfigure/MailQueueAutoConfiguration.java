package org.imprimatur.messaging.autoconfigure;

import org.imprimatur.messaging.mail.smtp.MailConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** {@code MailQueue} and its workers. The service gives a {@code MailComposer} and, if it wants, {@code MailListener}s. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration"
        })
@Import({CommonConfiguration.class, MailConfiguration.class})
public class MailQueueAutoConfiguration {}
