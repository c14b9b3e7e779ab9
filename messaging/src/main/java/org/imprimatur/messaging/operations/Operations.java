package org.imprimatur.messaging.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How this service's queues stand, the same from any of its instances. */
public interface Operations {

    Report report();

    /**
     * @param at real time
     * @param inbox how many messages are in each unfinished state
     * @param held what is tried again, waits for a person or came too early, oldest first; at most {@link #MOST}
     * @param mail how many mails are in each state
     * @param errands the service's own work that failed and is tried again
     * @param lag messages that Kafka has for this service and that aren't in its inbox yet; null while the broker is away
     * @param tallies what else the service counts, by its name and then by state
     * @param incidents what should not have happened, and what persons did about it, newest first
     */
    record Report(
            String service,
            Instant at,
            Unsent outbox,
            Map<String, Long> inbox,
            List<Held> held,
            Map<String, Long> mail,
            List<Failing> errands,
            Long lag,
            Map<String, Map<String, Long>> tallies,
            List<Incident> incidents) {

        /** The most of {@link #held} and {@link #incidents} that a report lists. */
        public static final int MOST = 100;
    }

    /** @param oldest since when the oldest waits for Kafka; null when none does */
    record Unsent(long messages, Instant oldest) {}

    /**
     * @param state RETRYING, PARKED or EARLY
     * @param nextAttempt null when none is planned
     */
    record Held(
            String id,
            String type,
            String subject,
            String state,
            String cause,
            int attempts,
            Instant since,
            Instant nextAttempt) {}

    record Failing(String kind, String key, String cause, int attempts, Instant nextAttempt) {}

    /**
     * @param kind PARKED, OTHER_BODY, GAP, TRIED_AGAIN or SKIPPED
     * @param actor who did it; null where nobody did
     */
    record Incident(Instant at, String kind, String message, String subject, String detail, String actor) {}
}
