package org.imprimatur.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.messaging.mail.MailState.State;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.sample.Postbox;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.Words.Told;
import org.imprimatur.messaging.testing.KafkaNode;
import org.imprimatur.messaging.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/** What waits for a part outside, and what several instances tell each other. */
class WhatIsNotThereYetTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void without_a_mail_server_a_mail_waits_and_says_so_and_leaves_when_there_is_one() {
        String database = "spring.datasource.url=" + TestPostgres.freshDatabase("no-mail-server");
        try (Running service = new Running(SampleService.start("no-mail-server", database, "spring.mail.host="))) {
            service.inTransaction(() -> service.get(MailQueue.class).queue(order()));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(mail(service).reason())
                            .contains("no mail server is configured")
                            .contains("spring.mail.host"));
            assertThat(mail(service).state()).isEqualTo(State.QUEUED);
            assertThat(mail(service).attempts()).isZero();
        }
        try (Postbox postbox = new Postbox();
                Running service = new Running(SampleService.start(
                        "no-mail-server",
                        database,
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + postbox.port()))) {
            await().atMost(PATIENCE).until(() -> mail(service).state() == State.HANDED_OVER);
            assertThat(postbox.mailsTo("waits@example.org")).hasSize(1);
        }
    }

    @Test
    void a_service_that_starts_before_the_broker_makes_its_topics_when_it_comes_and_nothing_said_is_lost() {
        try (KafkaNode kafka = KafkaNode.fresh()) {
            kafka.stop();
            try (Running service = new Running(SampleService.start(
                    "before-the-broker",
                    "spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                    "imprimatur.messaging.listen=sample"))) {
                service.inTransaction(() -> {
                    service.get(Outbox.class).say(new Told("early-bird", "a", "said"), "account/1");
                    return null;
                });
                kafka.start();

                await().atMost(Duration.ofSeconds(90))
                        .untilAsserted(
                                () -> assertThat(service.effects("early-bird")).containsExactly("said"));
            }
        }
    }

    @Test
    void a_bulletin_reaches_every_instance_after_its_commit_and_none_when_it_is_rolled_back() {
        String database = "spring.datasource.url=" + TestPostgres.freshDatabase("bulletins");
        try (Running one = new Running(SampleService.start("bulletins", database));
                Running other = new Running(SampleService.start("bulletins", database))) {
            List<String> here = new CopyOnWriteArrayList<>();
            List<String> there = new CopyOnWriteArrayList<>();
            one.get(Bulletins.class).onPosted(here::add, () -> {});
            other.get(Bulletins.class).onPosted(there::add, () -> {});

            one.rolledBack(() -> one.get(Bulletins.class).postAfterCommit("never"));
            // each instance listens from some moment on: what was posted before that is lost, and may be
            await().atMost(PATIENCE).untilAsserted(() -> {
                one.inTransaction(() -> {
                    one.get(Bulletins.class).postAfterCommit("this changed");
                    return null;
                });
                assertThat(here).contains("this changed");
                assertThat(there).contains("this changed");
            });
            assertThat(here).doesNotContain("never");
            assertThat(there).doesNotContain("never");
        }
    }

    private static MailState mail(Running service) {
        return service.get(MailQueue.class).about("waits").get(0);
    }

    private static MailOrder order() {
        return new MailOrder("waits", "waits", "waits", "kind", Map.of("a", "b"));
    }
}
