package org.imprimatur.contracts.publication;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** Somebody, the event's {@code actor}, fetched the PDF of a proof: an author, or somebody of the journal's production. */
@Wire(type = "imprimatur.publication.proof-seen.v1", topic = "imprimatur.publication")
public record ProofSeen(String manuscript, String proof, Instant seenAt) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
