package org.imprimatur.messaging;

import java.util.function.Supplier;

/**
 * What this thread is acting upon: the message being handled, or the request being answered. Whatever is said
 * meanwhile bears it as its {@code causation}, and goes on with its W3C trace.
 *
 * @param id a message's id, or {@code request/…}
 * @param traceparent W3C Trace Context {@code traceparent}, or null
 */
public record Causation(String id, String traceparent) {

    private static final ThreadLocal<Causation> CURRENT = new ThreadLocal<>();
    private static final Causation NONE = new Causation(null, null);

    /** Never null; its parts are when nothing is known. */
    public static Causation current() {
        Causation current = CURRENT.get();
        return current == null ? NONE : current;
    }

    /** Runs the work as caused by this, and then sets things as they were. */
    public <T> T during(Supplier<T> work) {
        Causation before = enter();
        try {
            return work.get();
        } finally {
            before.enter();
        }
    }

    /** From now on this thread acts upon this. Whoever calls it enters what it gave back when done. */
    public Causation enter() {
        Causation before = current();
        if (this == NONE) {
            CURRENT.remove();
        } else {
            CURRENT.set(this);
        }
        return before;
    }
}
