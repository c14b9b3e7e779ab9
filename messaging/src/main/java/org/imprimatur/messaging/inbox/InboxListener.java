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

    /** An id came again with another body. The first one stands; the second is kept with the incident. */
    default void otherBody(String id, String subject) {}

    /** Messages of an aggregate are missing: {@code expected} was next, {@code came} is here. */
    default void gap(String source, String topic, String subject, String aggregate, long expected, long came) {}
}
