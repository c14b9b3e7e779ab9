package org.imprimatur.publication.production;

import java.time.Instant;
import org.imprimatur.publication.acting.Actor;

/** Tells the process and the author about galleys. */
public interface ProofFacts {

    /** The proof waits for its author, who is written to: once for each proof. */
    void ready(Galley galley);

    void failed(Galley galley, String reason);

    void approved(Galley galley, Actor by);

    void correctionsRequested(Galley galley, Actor by);

    /** Somebody fetched its PDF. */
    void seen(Galley galley, Actor by, Instant at);

    /** An author wants more days: the process hears of it. */
    void timeRequested(Galley galley, MoreTime wish, Actor by);

    /** Production answered: the process hears of it, and whoever asked is written to. */
    void timeAnswered(Galley galley, MoreTime wish);

    /** Says once more that the proof is ready, if it is typeset, and how its author answered, wishes for time before; nobody is written to. */
    void again(Galley galley);
}
