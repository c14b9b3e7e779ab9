package org.imprimatur.review.policy;

import java.time.Instant;

/** Keeps each journal's policies. */
public interface Policies {

    /** The newest; version 0 with {@link Policy#DEFAULT} for a journal that never set one. */
    Versioned current(String journal);

    /** A version that exists, or 0. */
    Versioned version(String journal, int version);

    /** False when this version is there already: somebody was quicker. */
    boolean add(String journal, Versioned policy, String by, Instant at);

    record Versioned(int version, Policy policy) {}
}
