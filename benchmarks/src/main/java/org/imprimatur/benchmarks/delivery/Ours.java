package org.imprimatur.benchmarks.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.imprimatur.messaging.MessageCatalogue;
import org.imprimatur.messaging.autoconfigure.MessagingAutoConfiguration;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.outbox.Outbox;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two services put together as ours are: one says, the other hears. */
final class Ours implements Way {

    private final AtomicReference<Journeys> journeys = new AtomicReference<>();
    private final ConfigurableApplicationContext here;
    private final ConfigurableApplicationContext there;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Ours(String kafka, String databaseHere, String databaseThere) {
        here = start("here", kafka, databaseHere);
        there = start("there", kafka, databaseThere, "--imprimatur.messaging.listen=" + Words.TOPIC);
        jdbc = here.getBean(JdbcClient.class);
        outbox = here.getBean(Outbox.class);
        transaction = new TransactionTemplate(here.getBean(PlatformTransactionManager.class));
    }

    private ConfigurableApplicationContext start(String name, String kafka, String database, String... more) {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of(
                "spring.config.name",
                "none",
                "spring.main.banner-mode",
                "off",
                "spring.flyway.locations",
                "classpath:db/messaging,classpath:db/benchmarks",
                "spring.datasource.url",
                database,
                "spring.kafka.bootstrap-servers",
                kafka,
                "imprimatur.messaging.service",
                name));
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("journeys", journeys))
                .properties(settings)
                .run(more);
    }

    @Override
    public void note(Journeys notes) {
        journeys.set(notes);
    }

    @Override
    public void go(Said said) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("INSERT INTO deed (number, text) VALUES (:number, :text)")
                    .param("number", said.number())
                    .param("text", said.text())
                    .update();
            outbox.say(said, "account/1");
        });
        journeys.get().said(said.number());
    }

    @Override
    public void close() {
        here.close();
        there.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        KafkaAutoConfiguration.class,
        MessagingAutoConfiguration.class
    })
    static class Service {

        @Bean
        MessageCatalogue words() {
            return new Words();
        }

        @Bean
        MessageHandler<Said> effect(JdbcClient jdbc, AtomicReference<Journeys> journeys) {
            return new Effect(jdbc, journeys);
        }
    }

    private record Effect(JdbcClient jdbc, AtomicReference<Journeys> journeys) implements MessageHandler<Said> {

        @Override
        public Class<Said> message() {
            return Said.class;
        }

        @Override
        public Handling handle(Said said, Received received) {
            journeys.get().came(said.number());
            jdbc.sql("INSERT INTO effect (number, text) VALUES (:number, :text)")
                    .param("number", said.number())
                    .param("text", said.text())
                    .update();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    journeys.get().done(said.number());
                }
            });
            return Handling.done();
        }
    }
}
