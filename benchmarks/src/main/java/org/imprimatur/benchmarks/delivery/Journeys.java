package org.imprimatur.benchmarks.delivery;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.imprimatur.benchmarks.Spread;

/**
 * When each event of one way was where, by {@link System#nanoTime}. All of it is one JVM, so these may be compared.
 * Numbers go round, so as many may be under way as it has room for.
 */
final class Journeys {

    private final int room;
    private final AtomicLongArray intended;
    private final AtomicLongArray said;
    private final AtomicLongArray came;
    private final AtomicLongArray done;
    private final AtomicLong arrived = new AtomicLong();
    private final Semaphore underWay;

    Journeys(int room) {
        this.room = room;
        intended = new AtomicLongArray(room);
        said = new AtomicLongArray(room);
        came = new AtomicLongArray(room);
        done = new AtomicLongArray(room);
        underWay = new Semaphore(room);
    }

    /** Waits until there is room for one more. */
    void begin(long number, long at) throws InterruptedException {
        if (!underWay.tryAcquire(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing arrived for a minute");
        }
        intended.set(at(number), at);
    }

    /** It is committed where it happened. */
    void said(long number) {
        said.set(at(number), System.nanoTime());
    }

    /** It is about to take effect where it came. */
    void came(long number) {
        came.set(at(number), System.nanoTime());
    }

    /** Its effect is committed. */
    void done(long number) {
        done.set(at(number), System.nanoTime());
        arrived.incrementAndGet();
        underWay.release();
    }

    long arrived() {
        return arrived.get();
    }

    void awaitAll() throws InterruptedException {
        if (!underWay.tryAcquire(room, 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(underWay.availablePermits() + " of " + room + " arrived");
        }
        underWay.release(room);
    }

    Spread whole() {
        return spread(intended, done);
    }

    Spread saying() {
        return spread(intended, said);
    }

    Spread travelling() {
        return spread(said, came);
    }

    Spread takingEffect() {
        return spread(came, done);
    }

    private Spread spread(AtomicLongArray from, AtomicLongArray to) {
        return Spread.of(IntStream.range(0, room)
                .mapToLong(at -> to.get(at) - from.get(at))
                .toArray());
    }

    private int at(long number) {
        return (int) (number % room);
    }
}
