package org.imprimatur.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads every topic from its beginning, as any consumer could, and remembers what it saw. */
public final class EventTap implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread reader;
    private final Consumer<EventSeen> listener;
    private final List<EventSeen> seen = new ArrayList<>();
    private final Map<String, ConsumerRecord<String, byte[]>> records = new LinkedHashMap<>();
    private volatile boolean closing;

    public EventTap(String bootstrapServers, Collection<String> topics, Consumer<EventSeen> listener) {
        this.listener = listener;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.reader = new Thread(this::read, "event-tap");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        while (!closing) {
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> {
                // what is no CloudEvent is for the services to park
                if (record.headers().lastHeader("ce_id") == null) {
                    return;
                }
                EventSeen event = event(record);
                synchronized (seen) {
                    seen.add(event);
                    records.putIfAbsent(event.id(), record);
                    seen.notifyAll();
                }
                listener.accept(event);
            });
        }
        consumer.close();
    }

    /** Everything so far, in the order in which it was read. */
    public List<EventSeen> all() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    public List<EventSeen> about(String subject) {
        return all().stream().filter(event -> event.subject().equals(subject)).toList();
    }

    /** The record as it stood on its topic. */
    public ConsumerRecord<String, byte[]> record(EventSeen event) {
        synchronized (seen) {
            return records.get(event.id());
        }
    }

    /** The bytes of every event, for whoever searches them for what mustn't be there. */
    public List<byte[]> bodies() {
        synchronized (seen) {
            return records.values().stream().map(ConsumerRecord::value).toList();
        }
    }

    /** The first event that fits, now or within the time; empty when none came. */
    public Optional<EventSeen> await(Predicate<EventSeen> fits, Duration within) {
        Instant end = Instant.now().plus(within);
        synchronized (seen) {
            while (true) {
                Optional<EventSeen> found = seen.stream().filter(fits).findFirst();
                long left = Duration.between(Instant.now(), end).toMillis();
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                try {
                    seen.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
            }
        }
    }

    private static EventSeen event(ConsumerRecord<String, byte[]> record) {
        return new EventSeen(
                record.topic(),
                header(record, "ce_id"),
                header(record, "ce_type"),
                OffsetDateTime.parse(header(record, "ce_time")).toInstant(),
                header(record, "ce_subject"),
                header(record, "ce_aggregate"),
                Long.parseLong(header(record, "ce_sequence")),
                header(record, "ce_actor"),
                header(record, "ce_causation"),
                header(record, "ce_traceparent"),
                JSON.readTree(record.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
