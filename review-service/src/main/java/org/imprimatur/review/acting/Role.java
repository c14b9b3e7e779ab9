package org.imprimatur.review.acting;

import java.util.Arrays;
import java.util.Optional;

/** What a person can be at a journal. No role includes another. */
public enum Role {
    MANAGING_EDITOR("managing-editor"),
    HANDLING_EDITOR("handling-editor"),
    EDITOR_IN_CHIEF("editor-in-chief"),
    PRODUCTION_EDITOR("production-editor"),
    ADMINISTRATOR("administrator");

    private final String key;

    Role(String key) {
        this.key = key;
    }

    /** Its name between services. */
    public String key() {
        return key;
    }

    /** Empty for a role of a newer release. */
    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }
}
