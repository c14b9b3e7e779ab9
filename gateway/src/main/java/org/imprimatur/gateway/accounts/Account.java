package org.imprimatur.gateway.accounts;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A person who can sign in. The address is unique whatever its case; the name is as the person writes it.
 *
 * @param affiliation institution, or empty
 */
public record Account(String id, String name, String address, Optional<String> affiliation, Set<Grant> grants) {
    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        grants = Set.copyOf(grants);
    }

    public boolean holds(String journal, Role role) {
        return grants.contains(new Grant(journal, role));
    }
}
