package org.imprimatur.standalone.browser;

/** A page wasn't what the person expected to see. */
public final class NotAsExpected extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotAsExpected(String message) {
        super(message);
    }

    public NotAsExpected(String message, Throwable cause) {
        super(message, cause);
    }
}
