package org.imprimatur.messaging.work;

import java.time.Duration;

/** Pauses that double up to a longest one. */
public record BackOff(Duration first, Duration longest) {

    /** The pause after so many failed attempts, from 1. */
    public Duration after(int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 30));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
