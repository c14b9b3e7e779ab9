package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * An author of the article, the event's {@code actor}, asks for {@code days} more days to check the proof; the reason
 * stays in publication-service.
 */
@Wire(type = "imprimatur.publication.proof-time-requested.v1", topic = "imprimatur.publication")
public record ProofTimeRequested(String manuscript, String proof, String request, int days) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
