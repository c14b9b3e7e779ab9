package org.imprimatur.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.sample.Owner;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.Words;
import org.imprimatur.messaging.sample.Words.Told;
import org.imprimatur.messaging.testing.KafkaNode;
import org.imprimatur.messaging.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One service says, another hears and may be away, and Kafka is stopped, forgets, or loses its memory. */
class KafkaAwayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static KafkaNode kafka;
    private static Running owner;
    private static String hearersDatabase;
    private static Running hearer;

    @BeforeAll
    static void start() {
        kafka = KafkaNode.fresh();
        owner = new Running(SampleService.start("owner", kafka, "imprimatur.messaging.listen=" + Words.COMMANDS));
        hearersDatabase = TestPostgres.freshDatabase("hearer");
        hearerComes();
    }

    @AfterAll
    static void stop() {
        hearer.close();
        owner.close();
        kafka.close();
    }

    private static void hearerComes() {
        hearer = new Running(SampleService.start(
                "hearer",
                kafka,
                "spring.datasource.url=" + hearersDatabase,
                "imprimatur.messaging.listen=" + Words.TOPIC));
    }

    @Test
    void ten_thousand_messages_that_waited_for_kafka_all_arrive_once_and_in_order() {
        kafka.stop();
        int subjects = 100;
        for (int i = 1; i <= 100; i++) {
            int number = i;
            owner.inTransaction(() -> {
                for (int subject = 1; subject <= subjects; subject++) {
                    say("backlog-" + subject, Integer.toString(number));
                }
                return null;
            });
        }
        kafka.start();
        await().atMost(PATIENCE)
                .until(
                        () -> hearer.jdbc()
                                .sql("SELECT count(*) FROM effect WHERE subject LIKE 'backlog-%'")
                                .query(Integer.class)
                                .single(),
                        count -> count >= subjects * 100);
        assertThat(hearer.jdbc().sql("""
                                SELECT subject || ': ' || string_agg(text, ',' ORDER BY number) FROM effect
                                WHERE subject LIKE 'backlog-%' GROUP BY subject
                                """).query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, subjects)
                        .mapToObj(subject -> "backlog-" + subject + ": "
                                + IntStream.rangeClosed(1, 100)
                                        .mapToObj(Integer::toString)
                                        .collect(Collectors.joining(",")))
                        .toList());
        assertThat(hearer.news("backlog-")).isEmpty();
    }

    @Test
    void what_was_deleted_while_we_were_away_is_noticed_and_made_up_for_by_the_present_state() throws Exception {
        tell("deleted", "one");
        heard("deleted", "one");
        hearer.close();
        List.of("two", "three", "four").forEach(text -> tell("deleted", text));
        owner.get(Owner.class).knows(new Told("deleted", "thing/deleted", "four it is"));
        sentAll();
        forgetAll();
        // the owner too keeps what it sent for a shorter time than this
        owner.jdbc().sql("DELETE FROM outbox WHERE sent_at IS NOT NULL").update();
        hearerComes();
        // nobody says anything new: that something is gone is seen by Kafka's offsets
        heard("deleted", "one", "four it is", "four it is");
        assertThat(hearer.news("unread")).isNotEmpty().containsOnly("unread sample");
        await().untilAsserted(() -> assertThat(hearer.news("thing/deleted"))
                .containsExactly("gap thing/deleted 2 5", "whole thing/deleted"));
        assertThat(hearer.get(Inbox.class).gaps()).isEmpty();
    }

    @Test
    void what_a_lone_broker_lost_with_its_power_is_noticed_and_sent_again() {
        tell("power", "one");
        heard("power", "one");
        hearer.close();
        kafka.stop();
        Path then = kafka.remember();
        kafka.start();
        tell("power", "two");
        tell("power", "three");
        sentAll();
        kafka.stop();
        kafka.goBackTo(then);
        kafka.start();
        hearerComes();
        tell("power", "four");
        owner.get(Owner.class).knows(new Told("power", "thing/power", "four it is"));
        heard("power", "one", "four", "two", "three", "four it is");
        assertThat(hearer.news("thing/power")).containsExactly("gap thing/power 2 4", "whole thing/power");
        assertThat(hearer.get(Inbox.class).gaps()).isEmpty();
    }

    private static void forgetAll() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            Map<TopicPartition, RecordsToDelete> all = admin
                    .listOffsets(IntStream.range(0, 3)
                            .mapToObj(partition -> new TopicPartition(Words.TOPIC, partition))
                            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
            admin.deleteRecords(all).all().get();
        }
    }

    private static void tell(String subject, String text) {
        owner.inTransaction(() -> say(subject, text));
    }

    private static String say(String subject, String text) {
        return owner.get(Outbox.class).say(new Told(subject, "thing/" + subject, text), "somebody");
    }

    private static void sentAll() {
        await().atMost(PATIENCE)
                .until(
                        () -> owner.jdbc()
                                .sql("SELECT count(*) FROM outbox WHERE sent_at IS NULL")
                                .query(Long.class)
                                .single(),
                        unsent -> unsent == 0);
    }

    private static void heard(String subject, String... texts) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hearer.effects(subject)).containsExactly(texts));
    }
}
