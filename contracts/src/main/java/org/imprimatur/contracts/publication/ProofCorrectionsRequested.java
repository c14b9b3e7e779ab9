package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The author asked for corrections to the proof; they stay in publication-service. */
@Wire(type = "imprimatur.publication.proof-corrections-requested.v1", topic = "imprimatur.publication")
public record ProofCorrectionsRequested(String manuscript, String proof) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
