package org.imprimatur.messaging;

import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * What this thread is acting upon: the message being handled, or the request being answered. Whatever is said
 * meanwhile bears it as its {@code causation}, and comes from its span. Every line of the log bears its trace
 * ({@code traceId} and {@code spanId} in the MDC).
 *
 * @param id a message's id, or {@code request/…}
 * @param trace where in which trace this thread is, or null
 */
public record Causation(String id, Trace trace) {

    private static final String TRACE = "traceId";
    private static final String SPAN = "spanId";

    private static final ThreadLocal<Causation> CURRENT = new ThreadLocal<>();
    private static final Causation NONE = new Causation(null, null);

    /** It goes on with a trace that it was handed over by, or begins one where that is null or malformed. */
    public static Causation of(String id, String traceparent) {
        return new Causation(id, Trace.read(traceparent).map(Trace::next).orElseGet(Trace::begun));
    }

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
        if (trace == null) {
            MDC.remove(TRACE);
            MDC.remove(SPAN);
        } else {
            MDC.put(TRACE, trace.id());
            MDC.put(SPAN, trace.span());
        }
        return before;
    }
}
