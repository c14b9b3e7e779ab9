package org.imprimatur.messaging.errands;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Work that the service owes itself at a later moment: polling, reconciliation, sweeps. Rows, so that nothing is forgotten. */
public interface Errands {

    /** Plans it in the caller's transaction; the same kind and key again moves the date and replaces the values. */
    void plan(Errand errand);

    /** Plans it in the caller's transaction unless that kind and key are planned already: for what recurs. */
    void planUnlessPlanned(Errand errand);

    /** What failed and is tried again, for a person to see. */
    List<Failing> failing();

    /** Nothing to cancel is fine. */
    void cancel(String kind, String key);

    /** Whose time {@code due} is meant in: the domain's, which a demonstration moves, or the real one. */
    enum Time {
        DOMAIN,
        REAL
    }

    /** @param nextAttempt real time */
    record Failing(String kind, String key, String cause, int attempts, Instant nextAttempt) {}

    record Errand(String kind, String key, Instant due, Time time, Map<String, String> values) {}
}
