package org.imprimatur.messaging.work;

import java.time.Duration;

/** Wakes workers. Raised between looking and waiting, it is not lost: the count says so. */
public final class Signal {

    private long raised;

    public synchronized long count() {
        return raised;
    }

    public synchronized void raise() {
        raised++;
        notifyAll();
    }

    /** Waits until it is raised beyond that count, but not longer than that. */
    public synchronized void await(long seen, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (raised == seen) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return;
            }
            wait(millis);
        }
    }
}
