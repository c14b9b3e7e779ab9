package org.imprimatur.publication.acting;

import java.util.function.Function;

/** What came of a use case: what it gives, or a refusal with a reason for the person. A fault of ours is an exception. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Cause cause, String reason) implements Outcome<T> {
        /** The same refusal of something else. */
        public <R> Refused<R> of() {
            return new Refused<>(cause, reason);
        }
    }

    /** Why it was refused. */
    enum Cause {
        /** The actor may not do this. */
        FORBIDDEN,
        /** There is no such thing, or none that the actor may know of. */
        UNKNOWN,
        /** It isn't in a state in which this can be done. */
        CONFLICT,
        /** What was typed can't be used. */
        INVALID
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> forbidden(String reason) {
        return new Refused<>(Cause.FORBIDDEN, reason);
    }

    static <T> Outcome<T> unknown(String reason) {
        return new Refused<>(Cause.UNKNOWN, reason);
    }

    static <T> Outcome<T> conflict(String reason) {
        return new Refused<>(Cause.CONFLICT, reason);
    }

    static <T> Outcome<T> invalid(String reason) {
        return new Refused<>(Cause.INVALID, reason);
    }

    default <R> R fold(Function<? super T, ? extends R> done, Function<? super Refused<T>, ? extends R> refused) {
        return this instanceof Done<T> it ? done.apply(it.value()) : refused.apply((Refused<T>) this);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return fold(value -> done(change.apply(value)), Refused::of);
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return fold(next::apply, Refused::of);
    }
}
