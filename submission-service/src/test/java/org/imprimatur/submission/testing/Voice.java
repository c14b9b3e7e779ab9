package org.imprimatur.submission.testing;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.contracts.Contracts;
import org.imprimatur.contracts.Message;
import org.imprimatur.messaging.testing.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/** Another service as it is heard on Kafka. */
public final class Voice implements AutoCloseable {

    private static final Map<String, AtomicLong> SEQUENCES = new ConcurrentHashMap<>();

    private final Producer<String, CloudEvent> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "enable.idempotence", true),
            new StringSerializer(),
            new CloudEventSerializer());
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI source;

    public Voice(String service) {
        source = URI.create("/imprimatur/" + service);
    }

    public void say(Message fact, Instant at) {
        send(fact, event(fact, at));
    }

    /** Says the fact and, under the same id, says it again. */
    public void sayTwice(Message fact, Instant at) {
        CloudEvent event = event(fact, at);
        send(fact, event);
        send(fact, event);
    }

    private CloudEvent event(Message fact, Instant at) {
        long sequence = SEQUENCES
                .computeIfAbsent(source + " " + fact.aggregate(), first -> new AtomicLong())
                .incrementAndGet();
        return CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withSource(source)
                .withType(Contracts.typeOf(fact.getClass()))
                .withTime(at.atOffset(ZoneOffset.UTC))
                .withSubject(fact.subject())
                .withData("application/json", json.writeValueAsBytes(fact))
                .withExtension("aggregate", fact.aggregate())
                .withExtension("sequence", String.valueOf(sequence))
                .withExtension("actor", "process")
                .build();
    }

    private void send(Message fact, CloudEvent event) {
        try {
            producer.send(new ProducerRecord<>(Contracts.topicOf(fact.getClass()), fact.subject(), event))
                    .get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
