package org.imprimatur.review.production;

import java.time.Instant;
import java.util.Optional;

/** Keeps authors' wishes for more time. */
public interface ProofTimes {

    Optional<ProofTime> find(String request);

    /** The oldest of a manuscript that waits for its answer. */
    Optional<ProofTime> open(String manuscript);

    /** It is kept like this from now on. */
    void keep(ProofTime wish);

    /** Nothing of this manuscript waits any more. */
    void close(String manuscript, Instant at);

    /** Wishes of one account are the other's. */
    void giveTo(String account, String into);
}
