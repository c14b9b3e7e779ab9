package org.imprimatur.gateway.accounts;

import java.util.Arrays;
import java.util.Optional;

/** What a person may be at a journal. Authors and reviewers need no role. */
public enum Role {
    EDITOR_IN_CHIEF("editor-in-chief"),
    MANAGING_EDITOR("managing-editor"),
    HANDLING_EDITOR("handling-editor"),
    PRODUCTION_EDITOR("production-editor"),
    ADMINISTRATOR("administrator");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role's name on the wire, in addresses and in the database. */
    public String word() {
        return word;
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
