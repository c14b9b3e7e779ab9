package org.imprimatur.publication.bibliographic;

import java.util.Optional;

/** Where a contributor works, as it is printed; never blank. */
public record Affiliation(String name, Optional<Ror> ror) {
    public Affiliation {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("An affiliation has a name");
        }
    }
}
