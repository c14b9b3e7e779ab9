package org.imprimatur.publication.bibliographic;

import java.util.Optional;
import java.util.function.Function;

/** What became of something a person typed: a value, or the reason why it is none. */
public sealed interface Checked<T> {

    record Valid<T>(T value) implements Checked<T> {}

    /** @param reason a sentence for the person who typed it */
    record Invalid<T>(String reason) implements Checked<T> {}

    static <T> Checked<T> valid(T value) {
        return new Valid<>(value);
    }

    static <T> Checked<T> invalid(String reason) {
        return new Invalid<>(reason);
    }

    default <R> Checked<R> map(Function<? super T, ? extends R> change) {
        if (this instanceof Invalid<T> invalid) {
            return new Invalid<>(invalid.reason());
        }
        return new Valid<>(change.apply(((Valid<T>) this).value()));
    }

    /** The value, or empty when there is none. */
    default Optional<T> found() {
        return this instanceof Valid<T> valid ? Optional.of(valid.value()) : Optional.empty();
    }

    /** The reason, or empty when there is a value. */
    default Optional<String> problem() {
        return this instanceof Invalid<T> invalid ? Optional.of(invalid.reason()) : Optional.empty();
    }

    /** @throws IllegalArgumentException when there is no value: for what a program, not a person, wrote */
    default T orThrow() {
        if (this instanceof Invalid<T> invalid) {
            throw new IllegalArgumentException(invalid.reason());
        }
        return ((Valid<T>) this).value();
    }
}
