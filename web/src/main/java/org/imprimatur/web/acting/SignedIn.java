package org.imprimatur.web.acting;

import java.util.Objects;
import java.util.Set;

/**
 * The person who acts in a request. Controllers take it as {@code @AuthenticationPrincipal SignedIn person};
 * it is null when nobody is signed in.
 *
 * @param account the account's id
 * @param name the name to show, as the person wrote it
 * @param roles what the person may do, journal by journal
 */
public record SignedIn(String account, String name, Set<Held> roles) {
    public SignedIn {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
        roles = Set.copyOf(roles);
    }

    /** Whether the person holds this very role in this very journal. No role includes another. */
    public boolean holds(String journal, String role) {
        return roles.contains(new Held(journal, role));
    }
}
