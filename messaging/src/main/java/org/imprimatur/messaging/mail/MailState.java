package org.imprimatur.messaging.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a mail is. {@code reason} is the other server's answer or our own, null where there is none; {@code changedAt}
 * is domain time; {@code nextAttempt} real time, null when none is planned.
 */
public record MailState(
        UUID mail,
        String cause,
        String about,
        String recipient,
        String template,
        String messageId,
        State state,
        String reason,
        int attempts,
        Instant changedAt,
        Instant nextAttempt) {

    /**
     * QUEUED waits; HANDED_OVER is what the next server took in charge; REFUSED was refused for now and is tried
     * again; BOUNCED came back; FAILED was refused for good or ran out of days; UNCERTAIN was cut after the text, so it
     * goes again under the same Message-ID; MOOT is not needed any more; RECALLED was taken back.
     */
    public enum State {
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
