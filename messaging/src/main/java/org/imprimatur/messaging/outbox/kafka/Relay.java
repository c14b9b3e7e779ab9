package org.imprimatur.messaging.outbox.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.imprimatur.messaging.work.BackOff;
import org.imprimatur.messaging.work.Faults;
import org.imprimatur.messaging.work.Silence;
import org.imprimatur.messaging.work.Times;
import org.imprimatur.messaging.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what was stored, in order within each key, and marks it sent only after Kafka has acknowledged it. Of all
 * instances on one database one relays at a time. A crash between the acknowledgement and the mark sends a message
 * again under its id; the receiver's inbox knows it then.
 */
final class Relay implements Workers.Job, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    /** Advisory locks are per database, so each service has its own of this number. */
    private static final long LOCK = 0x0075_7462_6F78L;

    private static final int BATCH = 500;

    /** After so long it marks what it has sent and begins anew: well within the silence of one that is frozen. */
    private static final Duration STRETCH = Duration.ofSeconds(5);

    private static final BackOff REST = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(5));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Producer<String, CloudEvent> producer;
    private final URI source;
    private final Duration silence;
    private final Duration retention;
    private final Map<String, Resting> resting = new HashMap<>();
    private long looked = System.nanoTime();
    private Instant pruned = Instant.EPOCH;

    Relay(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Producer<String, CloudEvent> producer,
            String service,
            Duration silence,
            Duration retention) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.producer = producer;
        this.source = URI.create("/imprimatur/" + service);
        this.silence = silence;
        this.retention = retention;
    }

    /**
     * A subject or topic that Kafka didn't take a message of: it is left alone for a while, the others go on.
     *
     * @param until as {@link System#nanoTime} counts, which no change of the clock moves
     */
    private record Resting(int failures, long until) {

        boolean at(long nanos) {
            return until - nanos > 0;
        }
    }

    private record Row(long position, String topic, String subject, CloudEvent event) {}

    @Override
    public boolean step() {
        prune();
        return Boolean.TRUE.equals(transaction.execute(status -> relay()));
    }

    @Override
    public Duration untilNext() {
        // those that had rested enough were looked for already
        return resting.values().stream()
                .filter(rest -> rest.at(looked))
                .map(rest -> Duration.ofNanos(Math.max(0, rest.until() - System.nanoTime())))
                .min(Duration::compareTo)
                .orElse(Duration.ofDays(1));
    }

    private boolean relay() {
        if (!jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock) FROM " + Silence.ENDS_THE_TRANSACTION)
                .param("lock", LOCK)
                .param("silence", Silence.after(silence))
                .query(Boolean.class)
                .single()) {
            return false;
        }
        List<Row> rows = unsent();
        List<Long> sent = publish(rows);
        if (!sent.isEmpty()) {
            jdbc.sql("UPDATE outbox SET sent_at = clock_timestamp() WHERE position = ANY(:sent)")
                    .param("sent", sent.toArray(Long[]::new))
                    .update();
        }
        return rows.size() == BATCH || sent.size() < rows.size() && !sent.isEmpty();
    }

    private List<Row> unsent() {
        looked = System.nanoTime();
        String[] left = resting.entrySet().stream()
                .filter(entry -> entry.getValue().at(looked))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        return jdbc.sql("""
                SELECT * FROM outbox
                WHERE sent_at IS NULL AND 'subject ' || subject <> ALL(:left) AND 'topic ' || topic <> ALL(:left)
                ORDER BY position LIMIT :batch
                """)
                .param("left", left)
                .param("batch", BATCH)
                .query(this::row)
                .list();
    }

    /**
     * Sends the first of each key side by side, then the second of each, and so on: a key's next message leaves only
     * after the one before was acknowledged, so no failure can change their order.
     */
    private List<Long> publish(List<Row> rows) {
        Map<String, Deque<Row>> keys = new LinkedHashMap<>();
        rows.forEach(row ->
                keys.computeIfAbsent(row.subject(), key -> new ArrayDeque<>()).add(row));
        List<Long> sent = new ArrayList<>();
        List<String> failedTopics = new ArrayList<>();
        List<Throwable> faults = new ArrayList<>();
        long began = System.nanoTime();
        while (!keys.isEmpty() && System.nanoTime() - began < STRETCH.toNanos()) {
            Map<Row, Future<RecordMetadata>> underway = new LinkedHashMap<>();
            for (Iterator<Deque<Row>> queues = keys.values().iterator(); queues.hasNext(); ) {
                Deque<Row> queue = queues.next();
                Row row = queue.poll();
                if (row == null || failedTopics.contains(row.topic())) {
                    queues.remove();
                    continue;
                }
                Future<RecordMetadata> future =
                        producer.send(new ProducerRecord<>(row.topic(), row.subject(), row.event()));
                underway.put(row, future);
                if (future.isDone() && fault(future) instanceof TimeoutException) {
                    // it had no way to the topic at all: asking again for each key would only take time
                    failedTopics.add(row.topic());
                    rest("topic " + row.topic());
                }
            }
            producer.flush();
            underway.forEach((row, future) -> {
                Throwable fault = fault(future);
                if (fault != null) {
                    keys.remove(row.subject());
                    rest("subject " + row.subject());
                    faults.add(fault);
                } else {
                    resting.remove("subject " + row.subject());
                    resting.remove("topic " + row.topic());
                    sent.add(row.position());
                }
            });
        }
        if (!faults.isEmpty()) {
            log.warn(
                    "Kafka doesn't take messages about {} subjects now; they stay in line. {}",
                    faults.size(),
                    Faults.describe(faults.get(0)));
        }
        return sent;
    }

    /** Null when Kafka has it. */
    private static Throwable fault(Future<RecordMetadata> future) {
        try {
            future.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    private void rest(String what) {
        resting.compute(what, (key, before) -> {
            int failures = before == null ? 1 : before.failures() + 1;
            return new Resting(
                    failures, System.nanoTime() + REST.after(failures).toNanos());
        });
    }

    private void prune() {
        Instant now = Instant.now();
        if (pruned.plus(Duration.ofHours(1)).isBefore(now)) {
            jdbc.sql("DELETE FROM outbox WHERE sent_at < :before")
                    .param("before", Times.at(now.minus(retention)))
                    .update();
            pruned = now;
        }
    }

    private Row row(ResultSet row, int number) throws SQLException {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(row.getString("id"))
                .withSource(source)
                .withType(row.getString("type"))
                .withTime(Times.at(Times.instant(row, "time")))
                .withSubject(row.getString("subject"))
                .withData("application/json", row.getBytes("body"))
                .withExtension("aggregate", row.getString("aggregate"))
                .withExtension("sequence", row.getString("sequence"))
                .withExtension("actor", row.getString("actor"));
        if (row.getString("causation") != null) {
            event.withExtension("causation", row.getString("causation"));
        }
        if (row.getString("traceparent") != null) {
            event.withExtension("traceparent", row.getString("traceparent"));
        }
        return new Row(row.getLong("position"), row.getString("topic"), row.getString("subject"), event.build());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
