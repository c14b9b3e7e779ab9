package org.imprimatur.messaging.inbox;

/** What became of a message. */
public sealed interface Handling {

    static Handling done() {
        return new Done();
    }

    static Handling early(String reason) {
        return new Early(reason);
    }

    /** It took effect, or had before. */
    record Done() implements Handling {}

    /**
     * What it is meant for is not there yet. It is set aside without effect, later messages of its subject go on, and
     * it is tried again when {@link Inbox#moved} says that the subject moved.
     */
    record Early(String reason) implements Handling {}
}
