package org.imprimatur.contracts.submission;

import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** Say the present state of one subject again, or of all when {@code subject} is "*", under new ids. */
@Wire(type = "imprimatur.submission.restate.v1", topic = "imprimatur.submission.commands")
public record RestateSubmission(String subject) implements Command {

    @Override
    public String aggregate() {
        return "restate/" + subject;
    }
}
