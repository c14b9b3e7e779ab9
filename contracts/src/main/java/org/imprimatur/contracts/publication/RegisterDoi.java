package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** Deposit the article's DOI at the agency. */
@Wire(type = "imprimatur.publication.register-doi.v1", topic = "imprimatur.publication.commands")
public record RegisterDoi(String manuscript) implements Command {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
