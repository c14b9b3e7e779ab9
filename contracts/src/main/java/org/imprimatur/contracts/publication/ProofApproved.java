package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The author approved the proof. */
@Wire(type = "imprimatur.publication.proof-approved.v1", topic = "imprimatur.publication")
public record ProofApproved(String manuscript, String proof) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
