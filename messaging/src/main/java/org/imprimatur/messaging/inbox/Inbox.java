package org.imprimatur.messaging.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The queue of what came. */
public interface Inbox {

    /** The subject moved on: what was set aside as early is tried again after this transaction commits. */
    void moved(String subject);

    /** What waits for a person. */
    List<Parked> parked();

    /** What failed and is tried again by itself. */
    List<Retrying> retrying();

    /** Tries a parked message again. Refused (false) when it isn't parked any more. */
    boolean tryAgain(String id, String actor);

    /** Gives a parked message up, with a reason that is kept. Refused (false) when it isn't parked any more. */
    boolean skip(String id, String actor, String reason);

    /** What was never received and neither came late nor was made up for by the present state. */
    List<Gap> gaps();

    /**
     * Numbers of an aggregate's messages that are missing, both ends included.
     *
     * @param subject of the message that made it noticed
     */
    record Gap(String source, String topic, String aggregate, String subject, long first, long last) {

        /** What is missing still when that one came. */
        public List<Gap> without(long came) {
            return Stream.of(
                            new Gap(source, topic, aggregate, subject, first, Math.min(last, came - 1)),
                            new Gap(source, topic, aggregate, subject, Math.max(first, came + 1), last))
                    .filter(gap -> gap.first <= gap.last)
                    .toList();
        }

        @Override
        public String toString() {
            return "of " + aggregate + " of " + source + " on " + topic + " numbers " + first + " to " + last
                    + " are missing";
        }
    }

    record Parked(String id, String type, String subject, String cause, int attempts, UUID incident) {}

    /** @param nextAttempt real time */
    record Retrying(String id, String type, String subject, String cause, int attempts, Instant nextAttempt) {}
}
