package org.imprimatur.messaging.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Named threads that do one job after another. They wake when the signal is raised, when the next job is due, and after
 * the net's time in any case. Stopping lets each finish what it holds.
 */
public final class Workers implements SmartLifecycle {

    /** Below the web server and the Kafka listener: they stop first, so nobody raises work for the stopped. */
    public static final int PHASE = 0;

    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** What the threads do. */
    public interface Job {

        /** Does one piece of work; true if there may be more. */
        boolean step() throws Exception;

        /** Until the next piece is due, as far as is known. */
        default Duration untilNext() {
            return Duration.ofDays(1);
        }
    }

    private final String name;
    private final int count;
    private final Signal signal;
    private final Duration net;
    private final Job job;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    public Workers(String name, int count, Signal signal, Duration net, Job job) {
        this.name = name;
        this.count = count;
        this.signal = signal;
        this.net = net;
        this.job = job;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        for (int i = 1; i <= count; i++) {
            Thread thread = new Thread(this::work, name + "-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void work() {
        while (running) {
            long seen = signal.count();
            Duration pause;
            try {
                if (job.step()) {
                    continue;
                }
                Duration next = job.untilNext();
                // never none: what is due and can't be taken must not keep us spinning
                pause = next.compareTo(SHORTEST) < 0 ? SHORTEST : next.compareTo(net) < 0 ? next : net;
            } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
                if (running) {
                    log.warn("{} has no database for now: {}", name, Faults.describe(e));
                }
                pause = AFTER_A_FAULT;
                seen = signal.count();
            } catch (Exception | Error e) {
                // a worker never dies: what it could not do now it finds again
                if (running) {
                    log.error("{} could not go on; again in {} s", name, AFTER_A_FAULT.toSeconds(), e);
                }
                pause = AFTER_A_FAULT;
                seen = signal.count();
            }
            try {
                if (running) {
                    signal.await(seen, pause);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        signal.raise();
        Instant deadline = Instant.now().plus(PATIENCE);
        for (Thread thread : threads) {
            try {
                thread.join(
                        Math.max(1, Duration.between(Instant.now(), deadline).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) {
                log.warn("{} didn't finish within {} s and is broken off", thread.getName(), PATIENCE.toSeconds());
                thread.interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
