package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * Production gives {@code days} more days to check the proof: so much later is the answer due, counted from when it was
 * due, or from now where that is over. What production wrote to the author stays in publication-service.
 */
@Wire(type = "imprimatur.publication.proof-time-granted.v1", topic = "imprimatur.publication")
public record ProofTimeGranted(String manuscript, String proof, String request, int days) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
