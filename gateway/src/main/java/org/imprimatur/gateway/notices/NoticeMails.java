package org.imprimatur.gateway.notices;

import java.time.Instant;
import java.util.UUID;

/** Mails of notices. Needs an open transaction. */
public interface NoticeMails {
    /** One mail of one notice, however often it is asked for. */
    void atOnce(Notice notice);

    /** One mail of one digest, however often it is asked for. */
    void digest(UUID digest, String account, Delivery cadence);

    /** Has {@link SendingDigests} run for that account then, or at once where that has gone by; instead of any time before. */
    void plan(String account, Delivery cadence, Instant due);
}
