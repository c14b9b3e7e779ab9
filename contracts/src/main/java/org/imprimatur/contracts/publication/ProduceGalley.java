package org.imprimatur.contracts.publication;

import java.time.Instant;
import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** Typeset this version as a proof. Documents are kept by submission-service. */
@Wire(type = "imprimatur.publication.produce-galley.v1", topic = "imprimatur.publication.commands")
public record ProduceGalley(
        String manuscript,
        String number,
        String journal,
        String section,
        String articleType,
        int version,
        String metadata,
        String file,
        String correspondingAccount,
        Instant submittedAt,
        Instant revisedAt,
        Instant acceptedAt)
        implements Command {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
