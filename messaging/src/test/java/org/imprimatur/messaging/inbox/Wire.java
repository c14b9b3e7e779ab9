package org.imprimatur.messaging.inbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.messaging.sample.Words;
import org.imprimatur.messaging.testing.TestKafka;

/** Another service, as far as the inbox can tell: it puts anything at all into Kafka. */
final class Wire implements AutoCloseable {

    private final KafkaProducer<String, CloudEvent> events = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "linger.ms", 0),
            new StringSerializer(),
            new CloudEventSerializer());
    private final KafkaProducer<String, byte[]> bytes = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());

    static CloudEventBuilder event(String id, String type, String subject, long sequence, String json) {
        return CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/imprimatur/another"))
                .withType(type)
                .withTime(OffsetDateTime.parse("2024-02-05T09:00:00Z"))
                .withSubject(subject)
                .withData("application/json", json.getBytes(StandardCharsets.UTF_8))
                .withExtension("aggregate", "thing/" + subject)
                .withExtension("sequence", Long.toString(sequence))
                .withExtension("actor", "account/1");
    }

    /** Something told, with the text as its id too. */
    void tell(String subject, long sequence, String text) {
        send(event(
                subject + "/" + text,
                "sample.told.v1",
                subject,
                sequence,
                "{\"subject\":\"" + subject + "\",\"aggregate\":\"a\",\"text\":\"" + text + "\"}"));
    }

    void callOff(String subject, long sequence, String text) {
        send(event(
                subject + "/" + text,
                "sample.called-off.v1",
                subject,
                sequence,
                "{\"subject\":\"" + subject + "\",\"aggregate\":\"a\",\"text\":\"" + text + "\"}"));
    }

    void send(CloudEventBuilder builder) {
        CloudEvent event = builder.build();
        sent(() -> events.send(new ProducerRecord<>(Words.TOPIC, event.getSubject(), event))
                .get());
    }

    /** Something that is no CloudEvent. */
    void sendBytes(String key, String value) {
        sent(() -> bytes.send(new ProducerRecord<>(Words.TOPIC, key, value.getBytes(StandardCharsets.UTF_8)))
                .get());
    }

    private interface Sending {
        void run() throws ExecutionException, InterruptedException;
    }

    private static void sent(Sending sending) {
        try {
            sending.run();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        events.close();
        bytes.close();
    }
}
