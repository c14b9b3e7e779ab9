package org.imprimatur.messaging.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The time of the domain: the system's plus an offset that only a demonstration or a test moves, and only forwards.
 * Sign-in, leases, back-off and Kafka use real time instead.
 */
public final class DomainClock extends Clock {

    private final Clock system;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration offset;

    public DomainClock(Clock system, Duration offset) {
        this.system = system;
        this.offset = offset;
    }

    /** Runs the listener after each move, in the mover's thread. */
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }

    /** @throws IllegalArgumentException for a move backwards: domain time never goes back */
    public synchronized void moveOn(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the domain's clock can't go back by " + by.negated());
        }
        offset = offset.plus(by);
        listeners.forEach(Runnable::run);
    }

    /** Moves on to a moment; one that is past changes nothing. */
    public synchronized void moveTo(Instant moment) {
        Duration by = Duration.between(instant(), moment);
        if (!by.isNegative()) {
            moveOn(by);
        }
    }

    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return ZoneOffset.UTC.equals(zone) ? this : Clock.offset(system.withZone(zone), offset);
    }
}
