package org.imprimatur.gateway.operations;

/** What became of an act. */
public enum Outcome {
    DONE,
    NOT_ALLOWED,
    NO_SUCH_SERVICE,
    /** It was tried again or given up meanwhile. */
    NOT_WAITING,
    /** A message isn't given up without a reason of 1 to 1,000 characters. */
    NO_REASON,
    /** The service doesn't answer; whether it did it will show when it is back. */
    AWAY
}
