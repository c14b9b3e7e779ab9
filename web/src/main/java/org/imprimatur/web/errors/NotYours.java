package org.imprimatur.web.errors;

/**
 * Somebody asked for a thing that is not theirs to see. It is answered as if the thing did not exist (404), so that
 * nobody learns which ids there are.
 */
public final class NotYours extends RuntimeException {
    public NotYours(String what) {
        super(what, null, false, false);
    }
}
