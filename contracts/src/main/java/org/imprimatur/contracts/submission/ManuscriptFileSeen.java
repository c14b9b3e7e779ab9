package org.imprimatur.contracts.submission;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * Somebody of its authors, the event's {@code actor}, fetched a file that was handed in.
 *
 * @param kind {@code manuscript} or {@code attachment}
 * @param file its document's SHA-256
 */
@Wire(type = "imprimatur.submission.manuscript-file-seen.v1", topic = "imprimatur.submission")
public record ManuscriptFileSeen(String manuscript, int version, String kind, String file, Instant seenAt)
        implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
