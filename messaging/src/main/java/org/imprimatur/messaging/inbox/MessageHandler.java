package org.imprimatur.messaging.inbox;

/**
 * Takes in one kind of message. Several handlers may take the same kind: all take effect in one transaction, or none.
 * An exception is a fault: the message is tried again with growing pauses and then parked for a person; a {@link
 * org.imprimatur.messaging.PassingFault} (somebody else is away) is tried again for as long as it takes. A message is
 * never handled twice with effect.
 */
public interface MessageHandler<M> {

    Class<M> message();

    /** Runs in a transaction. */
    Handling handle(M message, Received received);

    /**
     * Whether there is anything in it for this handler, by its outside alone. A message that concerns nobody is stored
     * and counted like all others, and never has a turn.
     */
    default boolean concerns(Received received) {
        return true;
    }

    /** Whether this kind may be handled before earlier messages of its subject that still wait. */
    default boolean overtakes() {
        return false;
    }
}
