package org.imprimatur.messaging.work;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Is held until commit by whoever says something about a subject or moves it. All take it before anything else of that
 * subject, so no two of them can wait for each other.
 */
public final class SubjectLock {

    private SubjectLock() {}

    /** Waits for it, in the caller's transaction. Two subjects of one hash share a lock, which only costs time. */
    public static void take(JdbcClient jdbc, String subject) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:subject, 2))")
                .param("subject", subject)
                .query((row, number) -> subject)
                .single();
    }
}
