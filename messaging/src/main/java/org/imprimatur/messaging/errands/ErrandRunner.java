package org.imprimatur.messaging.errands;

import java.time.Instant;

/** Runs one kind of errand, outside a transaction and by one worker at a time; may be run again after a crash, so it must bear that. */
public interface ErrandRunner {

    String kind();

    /** An exception is a fault: it is run again with growing pauses, for ever, and shown. */
    Outcome run(Errands.Errand errand);

    sealed interface Outcome {}

    record Finished() implements Outcome {}

    /** Once more, then. */
    record Again(Instant due, String why) implements Outcome {}
}
