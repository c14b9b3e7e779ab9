package org.imprimatur.messaging.inbox;

import java.time.Instant;

/** What stood around a message: CloudEvents 1.0 attributes and our extensions. */
public record Received(
        String id,
        String type,
        String source,
        Instant time,
        String subject,
        String aggregate,
        long sequence,
        String actor,
        String causation) {}
