package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** A proof is typeset and waits for the author. */
@Wire(type = "imprimatur.publication.proof-ready.v1", topic = "imprimatur.publication")
public record ProofReady(String manuscript, String proof, int pages) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
