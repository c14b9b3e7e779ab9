package org.imprimatur.gateway.accounts;

import java.util.Objects;
import java.util.regex.Pattern;

/** A role held at a journal, or at all journals of the house where the journal is {@link #HOUSE}. */
public record Grant(String journal, Role role) {
    /** Stands for all journals, for administrators alone. */
    public static final String HOUSE = "*";

    private static final Pattern JOURNAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    public Grant {
        Objects.requireNonNull(role, "role");
        if (!isJournal(journal) && !(HOUSE.equals(journal) && role == Role.ADMINISTRATOR)) {
            throw new IllegalArgumentException("no journal can be called " + journal);
        }
    }

    /** Whether a journal can have this id: letters, digits and hyphens, 64 at most. */
    public static boolean isJournal(String id) {
        return id != null && JOURNAL.matcher(id).matches();
    }
}
