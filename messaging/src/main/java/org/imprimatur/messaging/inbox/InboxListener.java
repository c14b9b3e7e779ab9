package org.imprimatur.messaging.inbox;

/**
 * Is told what a person should know about the inbox, in the transaction that stores it. Optional beans of the service;
 * there may be several.
 */
public interface InboxListener {

    /** A message waits for a person, and with it all later ones of its subject. */
    default void parked(Inbox.Parked message) {}

    /** A person put it back in line, or gave it up. */
    default void resumed(Inbox.Parked message, String actor, boolean skipped) {}

    /** An id came again with other content. The first one stands; the second is kept with the incident. */
    default void otherBody(String id, String subject) {}

    /**
     * Messages of an aggregate are missing: {@code expected} was next, {@code came} is here. Whoever is told asks the
     * owner to say the present state again; what is said here is known by its causation, so a message of the aggregate
     * that answers it closes the gap.
     */
    default void gap(String source, String topic, String subject, String aggregate, long expected, long came) {}

    /** Of that aggregate nothing is missing any more: all came late, or the owner said the present state again. */
    default void gapClosed(String source, String topic, String aggregate) {}

    /**
     * The topic has no more what was not read yet (retention shorter than our absence, for example): those offsets,
     * both included. Whose messages they were nobody knows, so ask the topic's owner to say everything again.
     */
    default void unread(String topic, int partition, long first, long last) {}
}
