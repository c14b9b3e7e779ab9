package org.imprimatur.standalone.embedded;

/** Something about this machine that a person can mend; the message is the one line that says how. */
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
