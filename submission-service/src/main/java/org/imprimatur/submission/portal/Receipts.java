package org.imprimatur.submission.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.submission.manuscript.Manuscript;

/** The mails that went to contributors about a manuscript. */
public interface Receipts {

    /** Oldest first. */
    List<Receipt> of(Manuscript manuscript);

    /**
     * @param version the version it is about
     * @param withdrawal whether it says that the manuscript was taken back
     * @param reason what the other mail server answered, where it did
     */
    record Receipt(int version, boolean withdrawal, String to, State state, Instant at, Optional<String> reason) {}

    /** Where a mail is; UNCERTAIN was cut after its text and goes again under the same number. */
    enum State {
        QUEUED,
        HANDED_OVER,
        REFUSED,
        BOUNCED,
        FAILED,
        UNCERTAIN,
        MOOT,
        RECALLED
    }
}
