package org.imprimatur.acceptance.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Tries like a person before a page that doesn't answer: looks whether it took effect, and does it again if not. */
final class Trying {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration BETWEEN = Duration.ofMillis(400);
    private static final Duration FOR_THE_EFFECT = Duration.ofSeconds(20);

    private Trying() {}

    /** A script that could not go on. */
    static final class NotReached extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotReached(String what, Throwable last) {
            super(what, last);
        }
    }

    /** Does it until it succeeds. */
    static <T> T untilDone(String what, Supplier<T> act) {
        Instant end = Instant.now().plus(PATIENCE);
        RuntimeException last;
        do {
            try {
                return act.get();
            } catch (RuntimeException e) {
                last = e;
                pause();
            }
        } while (Instant.now().isBefore(end));
        throw new NotReached(what + " did not succeed", last);
    }

    /** Waits until it is so. */
    static void untilSo(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new NotReached(what + " did not come", null);
            }
            pause();
        }
    }

    /** Does it until the effect is there; a refusal may mean that it is on its way. */
    static void until(String what, BooleanSupplier effect, Runnable act) {
        Instant end = Instant.now().plus(PATIENCE);
        RuntimeException last = null;
        while (!effect.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new NotReached(what + " had no effect", last);
            }
            try {
                act.run();
                Instant soon = Instant.now().plus(FOR_THE_EFFECT);
                while (!effect.getAsBoolean() && Instant.now().isBefore(soon)) {
                    pause();
                }
            } catch (RuntimeException e) {
                last = e;
                pause();
            }
        }
    }

    static void pause() {
        pause(BETWEEN);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReached("interrupted", e);
        }
    }
}
