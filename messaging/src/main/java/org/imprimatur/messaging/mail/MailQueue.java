package org.imprimatur.messaging.mail;

import java.util.List;
import java.util.UUID;

/** Mails that leave exactly once for each cause. */
public interface MailQueue {

    /**
     * Queues a mail in the caller's transaction. A second order with the same cause changes nothing and gives the
     * first one's id.
     */
    UUID queue(MailOrder order);

    /** Takes back a mail that hasn't left. False when it has, or there is none. */
    boolean recall(String cause);

    /** Everything that was ever queued about a subject, oldest first. */
    List<MailState> about(String subject);

    /** Puts a failed, refused or bounced mail in line again. False when it isn't in such a state. */
    boolean tryAgain(UUID mail);

    /**
     * A mail that was handed over came back (RFC 3464). False when no mail of that Message-ID is with another server.
     */
    boolean bounced(String messageId, String reason);
}
