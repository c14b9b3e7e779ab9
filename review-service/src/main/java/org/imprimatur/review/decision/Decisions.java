package org.imprimatur.review.decision;

import java.util.List;
import java.util.Optional;

/** Keeps decisions. */
public interface Decisions {

    Optional<Decision> find(String id);

    /** The one that waits for its letter to leave; there is never more than one. */
    Optional<Decision> held(String manuscript);

    /** Oldest first. */
    List<Decision> of(String manuscript);

    void add(Decision decision);

    void change(Decision decision);
}
