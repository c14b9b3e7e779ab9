package org.imprimatur.gateway.notices;

import java.util.Optional;
import java.util.Set;

/**
 * A manuscript and whom it concerns, by their accounts.
 *
 * @param corresponding who gets the journal's letters
 * @param authors all who are among its authors; as editors they see nothing of it
 */
public record Matter(
        String manuscript,
        String number,
        String journal,
        String corresponding,
        Set<String> authors,
        Optional<String> handlingEditor) {
    public Matter {
        authors = Set.copyOf(authors);
    }

    public Matter handledBy(String editor) {
        return new Matter(manuscript, number, journal, corresponding, authors, Optional.of(editor));
    }

    public Matter writtenBy(Set<String> accounts) {
        return new Matter(manuscript, number, journal, corresponding, accounts, handlingEditor);
    }
}
