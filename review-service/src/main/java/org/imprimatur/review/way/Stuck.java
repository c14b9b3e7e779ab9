package org.imprimatur.review.way;

import java.time.Instant;
import java.util.List;

/** What the process could not do by itself, and gave up after three attempts: a fault of ours that a person has to see. */
public interface Stuck {

    /** All of it, oldest first. */
    List<Halted> halted();

    /** Lets the process try again now. False: it isn't stuck (any more). */
    boolean tryAgain(String id);

    /**
     * @param what the step in the model's words
     * @param cause the fault's message
     */
    record Halted(String id, String manuscript, String what, String cause, Instant since) {}
}
