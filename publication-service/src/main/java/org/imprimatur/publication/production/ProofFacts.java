package org.imprimatur.publication.production;

import org.imprimatur.publication.acting.Actor;

/** Tells the process and the author about galleys. */
public interface ProofFacts {

    /** The proof waits for its author, who is written to: once for each proof. */
    void ready(Galley galley);

    void failed(Galley galley, String reason);

    void approved(Galley galley, Actor by);

    void correctionsRequested(Galley galley, Actor by);

    /** Says once more that the proof is ready, if it is typeset, and how its author answered; nobody is written to. */
    void again(Galley galley);
}
