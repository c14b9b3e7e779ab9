package org.imprimatur.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.Words;
import org.imprimatur.messaging.sample.Words.Told;
import org.imprimatur.messaging.testing.KafkaNode;
import org.imprimatur.messaging.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances on one database, and a Kafka that can be stopped. */
class OutboxTest {

    private static KafkaNode kafka;
    private static Running service;
    private static Running twin;
    private static Outbox outbox;

    @BeforeAll
    static void start() {
        kafka = KafkaNode.fresh();
        String database = "spring.datasource.url=" + TestPostgres.freshDatabase("outbox");
        service = new Running(SampleService.start("outbox", kafka, database));
        // the twin's clock is a day behind: order has nothing to do with clocks
        twin = new Running(SampleService.start("outbox", kafka, database, "imprimatur.clock.offset=-1d"));
        outbox = service.get(Outbox.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        twin.close();
        kafka.close();
    }

    @Test
    void nothing_can_be_said_outside_a_transaction() {
        assertThatThrownBy(() -> outbox.say(new Told("nobody", "a", "x"), "account/1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_message_is_a_cloud_event_in_binary_mode() {
        String id = say("form", "thing/1", "hello");
        ConsumerRecord<String, String> record = arrived("form", 1).get(0);
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", id)
                .containsEntry("ce_source", "/imprimatur/outbox")
                .containsEntry("ce_type", "sample.told.v1")
                .containsEntry("ce_subject", "form")
                .containsEntry("ce_aggregate", "thing/1")
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_actor", "account/1")
                .containsEntry("content-type", "application/json")
                .containsKey("ce_time")
                .doesNotContainKey("ce_causation");
        assertThat(record.value()).isEqualTo("{\"subject\":\"form\",\"aggregate\":\"thing/1\",\"text\":\"hello\"}");
    }

    @Test
    void what_was_rolled_back_was_never_said_and_leaves_no_gap() {
        service.rolledBack(() -> outbox.say(new Told("rolled-back", "thing/2", "no"), "account/1"));
        say("rolled-back", "thing/2", "yes");
        assertThat(arrived("rolled-back", 1)).singleElement().satisfies(record -> {
            assertThat(record.value()).contains("yes");
            assertThat(header(record, "ce_sequence")).isEqualTo("1");
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {20240205, 31703})
    void a_subjects_messages_leave_in_the_order_of_their_commits_whoever_wrote_them_and_by_what_clock(long seed)
            throws Exception {
        String run = "order-" + seed + "-";
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> work = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        Random random = new Random(seed + writer);
                        for (int i = 0; i < 25; i++) {
                            write(random, run, writer % 2 == 0 ? service : twin);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : writers.invokeAll(work)) {
                done.get();
            }
        } finally {
            writers.shutdown();
        }
        for (int i = 0; i < 3; i++) {
            String subject = run + i;
            List<String> committed = service.jdbc()
                    .sql("""
                            SELECT o.id FROM outbox o JOIN witnessed w ON w.message = o.id
                            WHERE o.subject = :subject ORDER BY w.number
                            """)
                    .param("subject", subject)
                    .query(String.class)
                    .list();
            List<ConsumerRecord<String, String>> arrived = arrived(subject, committed.size());
            assertThat(arrived).extracting(record -> header(record, "ce_id")).isEqualTo(committed);
            assertThat(arrived)
                    .extracting(record -> OffsetDateTime.parse(header(record, "ce_time")))
                    .isNotEqualTo(arrived.stream()
                            .map(record -> OffsetDateTime.parse(header(record, "ce_time")))
                            .sorted()
                            .toList());
            arrived.stream()
                    .collect(Collectors.groupingBy(record -> header(record, "ce_aggregate")))
                    .forEach((aggregate, records) -> assertThat(records)
                            .as("%s of %s, seed %s", aggregate, subject, seed)
                            .extracting(record -> Long.parseLong(header(record, "ce_sequence")))
                            .containsExactlyElementsOf(IntStream.rangeClosed(1, records.size())
                                    .mapToObj(n -> (long) n)
                                    .toList()));
        }
    }

    /** Says something, draws a number that only the holder of the subject can draw now, and commits or not. */
    private static void write(Random random, String run, Running instance) {
        String subject = run + random.nextInt(3);
        String aggregate = "thing/" + subject + "/" + random.nextInt(2);
        boolean changesItsMind = random.nextInt(4) == 0;
        Runnable work = () -> {
            String id = instance.get(Outbox.class).say(new Told(subject, aggregate, "x"), "account/1");
            instance.jdbc()
                    .sql("INSERT INTO witnessed VALUES (:id, nextval('witness'))")
                    .param("id", id)
                    .update();
        };
        if (changesItsMind) {
            instance.rolledBack(work);
        } else {
            instance.inTransaction(() -> {
                work.run();
                return null;
            });
        }
    }

    @Test
    void while_kafka_is_away_nobody_waits_and_nothing_is_lost() {
        say("away", "thing/3", "before");
        arrived("away", 1);
        kafka.stop();
        long began = System.nanoTime();
        for (int i = 1; i <= 20; i++) {
            say("away", "thing/3", "n" + i);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        kafka.start();
        assertThat(arrived("away", 21).stream()
                        .map(record -> header(record, "ce_sequence"))
                        .distinct())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 21).mapToObj(Integer::toString).toList());
    }

    @Test
    void a_message_too_large_for_kafka_is_refused_when_it_is_said_and_leaves_no_gap() {
        assertThatThrownBy(() -> say("huge", "thing/6", "x".repeat(1_000_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Told about huge")
                .hasMessageContaining("the largest message 921600");
        say("huge", "thing/6", "x".repeat(900_000));
        assertThat(arrived("huge", 1))
                .singleElement()
                .extracting(record -> header(record, "ce_sequence"))
                .isEqualTo("1");
    }

    @Test
    void what_a_broker_with_a_smaller_limit_does_not_take_holds_up_its_own_subject_only_until_it_does()
            throws Exception {
        largestOnTheTopic("100000");
        try {
            say("too-big", "thing/4", "x".repeat(200_000));
            say("too-big", "thing/4", "small");
            say("not-too-big", "thing/5", "small");
            assertThat(arrived("not-too-big", 1)).hasSize(1);
            assertThat(service.jdbc()
                            .sql("SELECT count(*) FROM outbox WHERE subject = 'too-big' AND sent_at IS NULL")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        } finally {
            largestOnTheTopic("1048588");
        }
        assertThat(arrived("too-big", 2))
                .extracting(record -> header(record, "ce_sequence"))
                .containsExactly("1", "2");
    }

    private static void largestOnTheTopic(String bytes) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Words.TOPIC),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private static String say(String subject, String aggregate, String text) {
        return service.inTransaction(() -> outbox.say(new Told(subject, aggregate, text), "account/1"));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Everything on the topic with that key, once there are as many. */
    private static List<ConsumerRecord<String, String>> arrived(String key, int count) {
        List<ConsumerRecord<String, String>> arrived = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 3)
                    .mapToObj(partition -> new TopicPartition(Words.TOPIC, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(40)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals(key)) {
                        arrived.add(record);
                    }
                });
                return arrived.size() >= count;
            });
        }
        return arrived;
    }
}
