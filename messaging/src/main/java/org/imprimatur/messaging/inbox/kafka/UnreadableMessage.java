package org.imprimatur.messaging.inbox.kafka;

/** A message that no attempt can make readable: it is parked at once. */
final class UnreadableMessage extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableMessage(String message, Throwable cause) {
        super(message, cause);
    }
}
