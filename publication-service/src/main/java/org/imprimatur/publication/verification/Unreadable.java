package org.imprimatur.publication.verification;

/** A rendering that isn't what it should be. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
        super(reason);
    }

    Unreadable(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
