package org.imprimatur.publication.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where journals are kept, all versions of them. */
public interface Journals {

    /** The present version. */
    Optional<Journal> find(String key);

    Optional<Journal> find(String key, int version);

    /** All present versions, by title. */
    List<Journal> all();

    /**
     * Keeps a new version.
     *
     * @return false when that version exists already: somebody else was faster
     */
    boolean add(Journal journal, Instant at, String actor);
}
