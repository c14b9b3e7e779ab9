package org.imprimatur.gateway.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How one service stands, as it says itself: what this page reads of it.
 *
 * @param inbox messages that are not finished, by state
 * @param held what is tried again, waits for a person or came too early
 * @param lag messages that Kafka has and the service hasn't taken in; null while the broker is away
 * @param tallies what else it counts, by name and then by state
 */
public record Report(
        Instant at,
        Unsent outbox,
        Map<String, Long> inbox,
        List<Held> held,
        Map<String, Long> mail,
        List<Failing> errands,
        Long lag,
        Map<String, Map<String, Long>> tallies,
        List<Incident> incidents) {

    /** @param oldest null when Kafka has everything */
    public record Unsent(long messages, Instant oldest) {}

    /**
     * @param state RETRYING, PARKED or EARLY
     * @param nextAttempt null when none is planned
     */
    public record Held(
            String id,
            String type,
            String subject,
            String state,
            String cause,
            int attempts,
            Instant since,
            Instant nextAttempt) {}

    /** Own work of the service that failed and is tried again. */
    public record Failing(String kind, String key, String cause, int attempts, Instant nextAttempt) {}

    /**
     * What should not have happened, or what somebody did about it.
     *
     * @param actor null where nobody did
     */
    public record Incident(Instant at, String kind, String message, String subject, String detail, String actor) {}
}
