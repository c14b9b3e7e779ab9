package org.imprimatur.submission.manuscript;

import java.util.List;
import java.util.Optional;

/** Where manuscripts are kept. */
public interface Manuscripts {

    Optional<Manuscript> find(String id);

    /** Of one account, the latest change first. */
    List<Manuscript> of(String owner, int limit, int offset);

    /** Stores what it was given, if nobody stored another change since it was read; the answer says so. */
    Stored store(Manuscript manuscript);

    /** Takes a draft away for good. */
    void discard(String id);

    /** The journal's next number of this year, such as GPR-2024-017; each is given once. */
    String nextNumber(String journal, String abbreviation, int year);

    enum Stored {
        STORED,
        CHANGED_MEANWHILE
    }
}
