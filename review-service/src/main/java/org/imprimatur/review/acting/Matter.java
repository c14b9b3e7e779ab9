package org.imprimatur.review.acting;

import java.util.Optional;
import java.util.Set;

/** What is acted on: all that a right can depend on. */
public record Matter(String journal, Optional<String> handlingEditor, Set<String> authors) {

    public Matter {
        authors = Set.copyOf(authors);
    }

    /** A journal's own affairs. */
    public static Matter of(String journal) {
        return new Matter(journal, Optional.empty(), Set.of());
    }
}
