package org.imprimatur.messaging.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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

    record Parked(String id, String type, String subject, String cause, int attempts, UUID incident) {}

    /** @param nextAttempt real time */
    record Retrying(String id, String type, String subject, String cause, int attempts, Instant nextAttempt) {}
}
