package org.imprimatur.messaging.work;

import java.time.Duration;
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
     * Waits for it, in the caller's transaction, which is broken off when it then falls silent for minutes. Two
     * subjects of one hash share a lock, which only costs time.
     */
    public static void take(JdbcClient jdbc, String subject) {
        if (!TAKEN.isFirst(subject)) {
            return;
        }
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:subject, 2)) FROM " + Silence.UNLESS_THERE_IS_ONE)
                .param("subject", subject)
                .param("silence", Silence.after(SILENCE))
                .query((row, number) -> subject)
                .single();
    }
}
