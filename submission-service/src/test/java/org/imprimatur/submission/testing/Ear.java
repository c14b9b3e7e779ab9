package org.imprimatur.submission.testing;

import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.imprimatur.messaging.testing.TestKafka;

/** Hears all that was ever said on a topic. */
public final class Ear implements AutoCloseable {

    private final Consumer<String, CloudEvent> consumer = new KafkaConsumer<>(
            Map.of(
                    "bootstrap.servers", TestKafka.bootstrapServers(),
                    "group.id", UUID.randomUUID().toString(),
                    "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new CloudEventDeserializer());
    private final List<CloudEvent> heard = new ArrayList<>();

    public Ear(String topic) {
        consumer.subscribe(List.of(topic));
    }

    /** What was said about a subject, as soon as it is so many. */
    public List<CloudEvent> about(String subject, int count) {
        await().until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> heard.add(record.value()));
            return about(subject).size() >= count;
        });
        return about(subject);
    }

    private List<CloudEvent> about(String subject) {
        return heard.stream()
                .filter(event -> subject.equals(event.getSubject()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
