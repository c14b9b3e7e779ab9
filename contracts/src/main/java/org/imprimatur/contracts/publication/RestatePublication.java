package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** Say the present state of one subject again, or of all when {@code subject} is "*", under new ids. */
@Wire(type = "imprimatur.publication.restate.v1", topic = "imprimatur.publication.commands")
public record RestatePublication(String subject) implements Command {

    @Override
    public String aggregate() {
        return "restate/" + subject;
    }
}
