package org.imprimatur.messaging;

import java.util.function.Consumer;

/**
 * Short words to all running instances of one service, this one included: "that changed, look again". They only save
 * time and may be lost with a connection; then every reader is told that it may have missed some.
 */
public interface Bulletins {

    /** Posts it when the current transaction commits, and never if it doesn't. At most 4,000 characters. */
    void postAfterCommit(String text);

    /**
     * @param reader is given each text, in the thread that hears it, so it should be quick
     * @param missed runs when some may have been lost
     */
    void onPosted(Consumer<String> reader, Runnable missed);
}
