package org.imprimatur.submission.manuscript;

import java.util.List;
import java.util.Optional;

/** Where manuscripts are kept. */
public interface Manuscripts {

    Optional<Manuscript> find(String id);

    /** Of one account: what may wait for the author first (a revision, a proof), and of these the latest change first. */
    List<Manuscript> of(String owner, int limit, int offset);

    /** What was handed in by others than this account and names this address, in any case, the latest change first. */
    List<Manuscript> naming(String address, String account, int limit);

    /** What has been handed in, whatever became of it, in the order of ids after {@code id}; "" begins. */
    List<Manuscript> handedInAfter(String id, int limit);

    /**
     * Stores what it was given and gives it back with its new {@link Manuscript#revision()}; empty, and nothing stored,
     * when somebody stored another change since it was read.
     */
    Optional<Manuscript> store(Manuscript manuscript);

    /** Takes a draft away for good. */
    void discard(String id);

    /** The journal's next number of this year, such as GPR-2024-017; each is given once. */
    String nextNumber(String journal, String abbreviation, int year);
}
