package org.imprimatur.messaging.inbox.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.work.Faults;

/**
 * A Kafka record as the inbox stores it.
 *
 * @param cameBy topic, partition and offset
 * @param unreadable why it can't be read as a CloudEvent, or null
 */
record Incoming(Received received, String traceparent, String topic, String cameBy, byte[] body, String unreadable) {

    /** Reads CloudEvents 1.0 in Kafka's binary mode. Never throws: what can't be read is kept as it came. */
    static Incoming of(ConsumerRecord<String, byte[]> record) {
        String cameBy = record.topic() + "/" + record.partition() + "/" + record.offset();
        byte[] body = record.value() == null ? new byte[0] : record.value();
        try {
            CloudEvent event =
                    KafkaMessageFactory.createReader(record.headers(), body).toEvent();
            Received received = new Received(
                    event.getId(),
                    event.getType(),
                    event.getSource().toString(),
                    Objects.requireNonNull(event.getTime(), "no time").toInstant(),
                    Objects.requireNonNull(event.getSubject(), "no subject"),
                    extension(event, "aggregate"),
                    Long.parseLong(extension(event, "sequence")),
                    Objects.toString(event.getExtension("actor"), null),
                    Objects.toString(event.getExtension("causation"), null));
            String trace = Objects.toString(event.getExtension("traceparent"), null);
            if (Stream.of(
                            received.id(),
                            received.type(),
                            received.source(),
                            received.subject(),
                            received.aggregate(),
                            received.actor(),
                            received.causation(),
                            trace)
                    .anyMatch(text -> text != null && text.indexOf('\0') >= 0)) {
                throw new IllegalArgumentException("an attribute holds NUL");
            }
            return new Incoming(received, trace, record.topic(), cameBy, body, null);
        } catch (RuntimeException e) {
            String key = record.key() == null ? cameBy : record.key().replace("\0", "");
            Received unknown = new Received(
                    "unreadable/" + cameBy,
                    "unreadable",
                    "unknown",
                    Instant.ofEpochMilli(Math.max(0, record.timestamp())),
                    key,
                    "unknown",
                    0,
                    null,
                    null);
            return new Incoming(unknown, null, record.topic(), cameBy, body, Faults.describe(e));
        }
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String extension(CloudEvent event, String name) {
        return Objects.requireNonNull(event.getExtension(name), () -> "no " + name)
                .toString();
    }
}
