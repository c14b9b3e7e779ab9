package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** Production gives no more days to check the proof; why stays in publication-service. */
@Wire(type = "imprimatur.publication.proof-time-refused.v1", topic = "imprimatur.publication")
public record ProofTimeRefused(String manuscript, String proof, String request) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
