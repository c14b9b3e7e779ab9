package org.imprimatur.publication.journal;

/** A section of a journal: its key never changes, its title may. */
public record JournalSection(String key, String title) {
    public JournalSection {
        if (!key.matches("[a-z0-9]+(?:-[a-z0-9]+)*") || title.isBlank()) {
            throw new IllegalArgumentException("A section has a key of small letters and a title: " + key);
        }
    }
}
