package org.imprimatur.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.imprimatur.messaging.sample.Point;
import org.imprimatur.messaging.sample.Postbox;
import org.imprimatur.messaging.sample.SampleProcess;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.Words;
import org.imprimatur.messaging.testing.TestKafka;
import org.imprimatur.messaging.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Services as processes of their own, killed with SIGKILL or frozen with SIGSTOP, a thread being at a known point. */
class DyingProcessesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Postbox postbox;
    private static String[] settings;
    private static JdbcClient jdbc;
    private static SampleProcess one;
    private static SampleProcess other;

    @BeforeAll
    static void prepare() {
        postbox = new Postbox();
        TestKafka.createTopics(Words.TOPIC, Words.COMMANDS);
        String database = TestPostgres.freshDatabase("dying");
        jdbc = JdbcClient.create(new DriverManagerDataSource(database));
        settings = new String[] {
            "spring.datasource.url=" + database,
            "spring.datasource.hikari.maximum-pool-size=6",
            "spring.kafka.consumer.properties.session.timeout.ms=2000",
            "spring.kafka.consumer.properties.heartbeat.interval.ms=500",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + postbox.port(),
            "imprimatur.messaging.listen=" + Words.TOPIC,
            "imprimatur.messaging.workers=1",
            "imprimatur.messaging.at-once=0",
            "imprimatur.messaging.attempts=10",
            "imprimatur.messaging.net=500ms",
            "imprimatur.messaging.silence=1500ms"
        };
        SampleService.migrate(database);
    }

    @AfterAll
    static void stop() {
        for (SampleProcess process : new SampleProcess[] {one, other}) {
            if (process != null) {
                process.close();
            }
        }
        postbox.close();
    }

    /** One process; if it was killed, another in its place, which goes on with what the dead one left. */
    private static void alone() {
        if (other != null) {
            other.close();
            other = null;
        }
        one = alive(one);
        one.ready();
    }

    /** Two: both relay, both listen, both handle. */
    private static void together() {
        one = alive(one);
        other = alive(other);
        one.ready();
        other.ready();
    }

    private static SampleProcess alive(SampleProcess process) {
        return process != null && process.isAlive() ? process : start(settings);
    }

    private static SampleProcess start(String... all) {
        return SampleProcess.start("dying", TestKafka.bootstrapServers(), all);
    }

    @Test
    void killed_after_the_commit_and_before_the_send_it_sends_when_it_is_back() {
        killedAtTheThird(Point.BEFORE_SEND, "unsent");
        assertThat(unsent("unsent")).isGreaterThanOrEqualTo(3);
        alone();
        heardAllOf("unsent");
    }

    @Test
    void killed_after_the_send_and_before_the_mark_it_sends_again_and_that_has_no_effect() {
        killedAtTheThird(Point.AFTER_SEND, "unmarked");
        assertThat(unsent("unmarked")).isGreaterThanOrEqualTo(3);
        alone();
        heardAllOf("unmarked");
        await().until(() -> unsent("unmarked") == 0);
        assertThat(onTheTopic("unmarked")).isGreaterThan(5);
    }

    @Test
    void killed_after_the_store_and_before_the_offset_it_gets_the_same_again_and_knows_it() {
        killedAt(Point.AFTER_STORE, 1, "uncommitted");
        alone();
        heardAllOf("uncommitted");
    }

    @Test
    void killed_between_store_and_handle_it_handles_when_it_is_back() {
        killedAtTheThird(Point.BEFORE_HANDLE, "unhandled");
        assertThat(effects("unhandled")).containsExactly("n1", "n2");
        alone();
        heardAllOf("unhandled");
    }

    @Test
    void killed_between_handle_and_mark_it_leaves_no_effect_and_handles_again() {
        killedAtTheThird(Point.BEFORE_MARK, "undone");
        assertThat(effects("undone")).containsExactly("n1", "n2");
        alone();
        heardAllOf("undone");
    }

    @Test
    void killed_while_it_handles_what_it_is_storing_it_leaves_neither_and_gets_it_again() {
        alone();
        one.close();
        String[] atOnce = Stream.of(settings)
                .map(setting -> setting.replace("at-once=0", "at-once=1m"))
                .toArray(String[]::new);
        one = start(atOnce);
        one.ready();
        one.tell("at-once", 1, 1);
        heardAllOf("at-once");
        one.holdAt(Point.BEFORE_STORE, 1);
        one.tell("at-once", 2, 2);
        one.isAt(Point.BEFORE_STORE);
        one.kill();
        assertThat(effects("at-once")).containsExactly("n1");
        assertThat(jdbc.sql("SELECT count(*) FROM inbox WHERE subject = 'at-once'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        one = start(atOnce);
        one.ready();
        one.tell("at-once", 3, 3);
        heardAllOf("at-once");
        one.close();
    }

    @Test
    void killed_after_the_mails_text_and_before_its_answer_is_stored_it_sends_it_again_under_the_same_message_id() {
        alone();
        one.holdAt(Point.BEFORE_ANSWER, 1);
        one.mail("unanswered");
        one.isAt(Point.BEFORE_ANSWER);
        one.kill();
        assertThat(postbox.mailsTo("unanswered@example.org")).hasSize(1);
        // the minute of the dead one's lease goes by
        jdbc.sql("UPDATE mail SET leased_until = clock_timestamp() WHERE cause = 'unanswered'")
                .update();
        alone();
        await().atMost(PATIENCE).until(() -> news("unanswered ").size() == 3);
        assertThat(news("unanswered "))
                .containsExactly("unanswered QUEUED", "unanswered UNCERTAIN", "unanswered HANDED_OVER");
        String messageId = jdbc.sql("SELECT message_id FROM mail WHERE cause = 'unanswered'")
                .query(String.class)
                .single();
        assertThat(postbox.mailsTo("unanswered@example.org"))
                .hasSize(2)
                .allMatch(mail -> mail.contains("Message-ID: " + messageId));
    }

    private static void killedAtTheThird(Point point, String subject) {
        killedAt(point, 3, subject);
    }

    private static void killedAt(Point point, int nth, String subject) {
        alone();
        one.holdAt(point, nth);
        one.tell(subject, 1, 5);
        one.isAt(point);
        one.kill();
    }

    @Test
    void one_of_two_is_killed_in_the_middle_and_the_other_goes_on() {
        together();
        one.holdAt(Point.BEFORE_MARK, 10);
        List<String> subjects = subjects("middle");
        subjects.forEach(subject -> {
            one.beginToTell(subject + "-by-one", 1, 25);
            other.beginToTell(subject + "-by-other", 1, 25);
        });
        one.isAt(Point.BEFORE_MARK);
        one.kill();
        subjects.forEach(subject -> other.answered());
        heardAllOf(subjects.stream()
                .flatMap(subject -> Stream.of(subject + "-by-one", subject + "-by-other"))
                // it died before it came to some
                .filter(subject ->
                        subject.endsWith("-by-other") || !said(subject).isEmpty())
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_SEND", "AFTER_STORE", "BEFORE_MARK"})
    void one_of_two_is_frozen_the_other_goes_on_and_whoever_wakes_does_nothing_twice(Point point) {
        String[] subjects = subjects("frozen-" + point).toArray(String[]::new);
        together();
        one.holdAt(point, 1);
        int[] said = new int[1];
        await().atMost(PATIENCE).until(() -> {
            said[0]++;
            for (String subject : subjects) {
                other.tell(subject, said[0], said[0]);
            }
            return one.isHeld();
        });
        one.isAt(point);
        one.freeze();
        try {
            for (String subject : subjects) {
                other.tell(subject, said[0] + 1, said[0] + 5);
            }
            heardAllOf(subjects);
        } finally {
            one.thaw();
            one.release();
        }
        for (String subject : subjects) {
            one.tell(subject, said[0] + 6, said[0] + 10);
        }
        heardAllOf(subjects);
    }

    private static List<String> subjects(String name) {
        return IntStream.rangeClosed(1, 3).mapToObj(n -> name + "-" + n).toList();
    }

    /** Each thing that was said about each of them has taken effect, once and in order. */
    private static void heardAllOf(String... subjects) {
        for (String subject : subjects) {
            List<String> said = said(subject);
            assertThat(said)
                    .isNotEmpty()
                    .isEqualTo(IntStream.rangeClosed(1, said.size())
                            .mapToObj(n -> "n" + n)
                            .toList());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(effects(subject)).isEqualTo(said));
        }
    }

    private static List<String> said(String subject) {
        return jdbc.sql("""
                SELECT convert_from(body, 'UTF8')::json ->> 'text' FROM outbox
                WHERE subject = :subject ORDER BY position
                """).param("subject", subject).query(String.class).list();
    }

    private static List<String> effects(String subject) {
        return jdbc.sql("SELECT text FROM effect WHERE subject = :subject ORDER BY number")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private static List<String> news(String containing) {
        return jdbc.sql("SELECT text FROM news WHERE position(:part IN text) > 0 ORDER BY number")
                .param("part", containing)
                .query(String.class)
                .list();
    }

    private static long unsent(String subject) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE subject = :subject AND sent_at IS NULL")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private static long onTheTopic(String subject) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 3)
                    .mapToObj(partition -> new TopicPartition(Words.TOPIC, partition))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long[] count = new long[1];
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    if (subject.equals(message.key())) {
                        count[0]++;
                    }
                });
            }
            return count[0];
        }
    }
}
