package org.imprimatur.standalone.demo;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** An event as it stood on its topic (CloudEvents 1.0, Kafka binary mode). */
public record EventSeen(
        String topic,
        String id,
        String type,
        Instant time,
        String subject,
        String aggregate,
        long sequence,
        String actor,
        String causation,
        String traceparent,
        JsonNode data) {

    /** The trace-id of its {@code traceparent} (W3C Trace Context 3.2); empty where it has none. */
    public String trace() {
        String[] fields = traceparent.split("-");
        return fields.length == 4 ? fields[1] : "";
    }

    /** The contract's simple name: {@code ManuscriptSubmitted} for {@code imprimatur.submission.manuscript-submitted.v1}. */
    public String name() {
        String[] parts = type.split("\\.");
        StringBuilder name = new StringBuilder();
        for (String word : parts[parts.length - 2].split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    public String text(String field) {
        return data.path(field).asString("");
    }
}
