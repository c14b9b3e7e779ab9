package org.imprimatur.benchmarks.editorial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.imprimatur.benchmarks.Spread;

/** Keeps so many manuscripts on their way in an office: one that is published makes room for the next. */
final class Load {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GAP = Duration.ofMillis(400);

    private final Office office;
    private final int onTheWay;

    Load(Office office, int onTheWay) {
        this.office = office;
        this.onTheWay = onTheWay;
    }

    /**
     * @param published so many in the time that was measured
     * @param way from handing in to publication, of those
     * @param inAll with those that were published before and after
     * @param processor seconds of a core that this process and those it started (the database) used for all of them
     */
    record Measured(int published, double seconds, Spread way, int inAll, double processor) {

        double perSecond() {
            return published / seconds;
        }

        /** Milliseconds of a core. */
        double processorEach() {
            return processor * 1000 / inAll;
        }
    }

    private record Published(long handedIn, long at) {}

    /**
     * Leaves nothing on its way. What is published first, while it fills up, isn't counted, nor what is left at the end.
     *
     * @param counted how many are
     */
    Measured run(int counted) throws InterruptedException {
        List<Published> published = Collections.synchronizedList(new ArrayList<>());
        Semaphore room = new Semaphore(onTheWay);
        CountDownLatch enough = new CountDownLatch(onTheWay + counted);
        long processorBefore = processor();
        long begun = System.nanoTime();
        Thread author = new Thread(() -> {
            for (int nth = 0; enough.getCount() > 0; nth++) {
                room.acquireUninterruptibly();
                // one after the other: else all would be published at once, again and again
                LockSupport.parkNanos(begun + GAP.toNanos() * Math.min(nth, onTheWay) - System.nanoTime());
                long handedIn = System.nanoTime();
                office.handIn(UUID.randomUUID().toString(), () -> {
                    published.add(new Published(handedIn, System.nanoTime()));
                    enough.countDown();
                    room.release();
                });
            }
        });
        author.start();
        while (!enough.await(1, TimeUnit.SECONDS)) {
            office.check();
        }
        author.join();
        if (!room.tryAcquire(onTheWay, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            office.check();
            throw new IllegalStateException(
                    "%d of %d manuscripts don't get on".formatted(onTheWay - room.availablePermits(), onTheWay));
        }
        office.check();
        List<Published> measured = published.subList(onTheWay, onTheWay + counted);
        return new Measured(
                counted,
                (measured.get(counted - 1).at() - published.get(onTheWay - 1).at()) / 1e9,
                Spread.of(measured.stream()
                        .mapToLong(one -> one.at() - one.handedIn())
                        .toArray()),
                published.size(),
                (processor() - processorBefore) / 1e9);
    }

    private static long processor() {
        ProcessHandle ours = ProcessHandle.current();
        return Stream.concat(Stream.of(ours), ours.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }
}
