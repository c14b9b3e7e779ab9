package org.imprimatur.messaging.mail.smtp;

import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailListener;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.messaging.work.Leases;
import org.imprimatur.messaging.work.Signal;
import org.imprimatur.messaging.work.Wakeups;
import org.imprimatur.messaging.work.Workers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail queue and its workers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
public class MailConfiguration {

    @Bean
    JdbcMailQueue mailQueue(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DomainClock clock,
            Wakeups wakeups,
            ObjectProvider<MailListener> listeners,
            MailProperties settings) {
        return new JdbcMailQueue(
                jdbc,
                new TransactionTemplate(transactions),
                clock,
                wakeups,
                listeners,
                settings.domain(),
                settings.longest());
    }

    @Bean
    Leases mailLeases(JdbcClient jdbc) {
        return new Leases(jdbc, "mail");
    }

    @Bean
    Workers mailLeaseKeeper(Leases mailLeases) {
        return new Workers("mail-leases", 1, new Signal(), Leases.RENEWAL, mailLeases);
    }

    @Bean
    Workers mailWorkers(
            JdbcMailQueue queue,
            ObjectProvider<MailComposer> composer,
            ObjectProvider<JavaMailSenderImpl> sender,
            PlatformTransactionManager transactions,
            DomainClock clock,
            Leases mailLeases,
            Wakeups wakeups,
            MailProperties settings) {
        Signal signal = wakeups.signal(JdbcMailQueue.QUEUE);
        clock.onMove(signal::raise);
        return new Workers(
                "mail-worker",
                settings.workers(),
                signal,
                Leases.RENEWAL,
                new SendingMail(
                        queue,
                        composer,
                        sender.stream().findFirst().map(found -> new Smtp(found, settings.from())),
                        new TransactionTemplate(transactions),
                        clock,
                        mailLeases,
                        settings));
    }
}
