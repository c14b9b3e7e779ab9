package org.imprimatur.publication.article;

import java.util.List;

/** What comes of putting the parts of an article together: the whole, or what it lacks. */
public sealed interface Completion<T> {

    record Complete<T>(T value) implements Completion<T> {}

    /** @param missing never empty */
    record Incomplete<T>(List<Missing> missing) implements Completion<T> {
        public Incomplete {
            missing = List.copyOf(missing);
        }

        /** All of it in one sentence each, for a person. */
        public String reason() {
            return String.join(
                    " ",
                    missing.stream().map(m -> m.field() + ": " + m.remedy()).toList());
        }
    }

    static <T> Completion<T> complete(T value) {
        return new Complete<>(value);
    }

    static <T> Completion<T> incomplete(List<Missing> missing) {
        return new Incomplete<>(missing);
    }
}
