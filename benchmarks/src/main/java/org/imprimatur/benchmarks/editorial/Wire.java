package org.imprimatur.benchmarks.editorial;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.contracts.Contracts;
import org.imprimatur.contracts.Message;
import tools.jackson.databind.json.JsonMapper;

/** Speaks as submission, publication and the gateway do, and hears all that review-service says to the world. */
final class Wire implements AutoCloseable {

    private final JsonMapper json = JsonMapper.builder().findAndAddModules().build();
    private final KafkaProducer<String, CloudEvent> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private final Thread listening;
    private volatile boolean closed;

    /** @param heard is given every message, in the order of its subject, by one thread */
    Wire(String kafka, List<String> topics, Consumer<Message> heard) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new CloudEventSerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "group.id", "people", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(topics);
        listening = new Thread(() -> listen(heard), "people-listening");
        listening.start();
    }

    private void listen(Consumer<Message> heard) {
        try (consumer) {
            while (!closed) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    String type =
                            new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                    heard.accept(json.readValue(
                            record.value(), Contracts.classOf(type).orElseThrow()));
                }
            }
        }
    }

    /** Leaves at once; the sender waits for nothing. */
    void say(String service, String actor, Message message) {
        String topic = Contracts.topicOf(message.getClass());
        // people act on one manuscript one after the other, so its numbers leave in their order
        long sequence = sequences.merge(topic + message.aggregate(), 1L, Long::sum);
        producer.send(new ProducerRecord<>(
                topic,
                message.subject(),
                CloudEventBuilder.v1()
                        .withId(UUID.randomUUID().toString())
                        .withSource(URI.create("/imprimatur/" + service))
                        .withType(Contracts.typeOf(message.getClass()))
                        .withTime(OffsetDateTime.now())
                        .withSubject(message.subject())
                        .withData("application/json", json.writeValueAsBytes(message))
                        .withExtension("aggregate", message.aggregate())
                        .withExtension("sequence", Long.toString(sequence))
                        .withExtension("actor", actor)
                        .build()));
    }

    @Override
    public void close() {
        closed = true;
        try {
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
