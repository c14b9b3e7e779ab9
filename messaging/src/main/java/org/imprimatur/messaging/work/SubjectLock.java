package org.imprimatur.messaging.work;

import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Is held until commit by whoever says something about a subject or moves it. All take it before anything else of that
 * subject, so no two of them can wait for each other.
 */
public final class SubjectLock {

    private SubjectLock() {}

    private static final OncePerTransaction TAKEN = new OncePerTransaction();

    /** For a transaction that has not been given a shorter one. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /**
     * Takes it within a statement, with {@link #values}: as a subquery that what is to happen under it reads from. What
     * the statement reads without locking it may be older than the lock.
     *
     * @param subjects a query for one text
     */
    public static String sql(String subjects) {
        return "SELECT pg_advisory_xact_lock(hashtextextended(s.subject, 2)) FROM (SELECT "
                + Silence.UNLESS_THERE_IS_ONE + ") AS silent, (" + subjects + ") AS s (subject)";
    }

    public static Map<String, String> values() {
        return Map.of("silence", Silence.after(SILENCE));
    }

    /** To be said where {@link #sql} took it: {@link #take} needn't ask again in this transaction. */
    public static void taken(String subject) {
        TAKEN.isFirst(subject);
    }

    /**
     * Waits for it, in the caller's transaction, which is broken off when it then falls silent for minutes. Two
     * subjects of one hash share a lock, which only costs time.
     */
    public static void take(JdbcClient jdbc, String subject) {
        if (TAKEN.isFirst(subject)) {
            jdbc.sql(sql("SELECT :subject"))
                    .params(values())
                    .param("subject", subject)
                    .query((row, number) -> subject)
                    .single();
        }
    }
}
