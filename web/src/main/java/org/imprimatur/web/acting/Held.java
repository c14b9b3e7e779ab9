package org.imprimatur.web.acting;

import java.util.Objects;

/**
 * A role a person holds in one journal. Both are names without white space, e.g. {@code gpr} and {@code handling-editor}.
 */
public record Held(String journal, String role) {
    public Held {
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(role, "role");
    }
}
