package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** Say the present state of one subject again, or of all when {@code subject} is "*", under new ids. */
@Wire(type = "imprimatur.review.restate.v1", topic = "imprimatur.review.commands")
public record RestateReview(String subject) implements Command {

    @Override
    public String aggregate() {
        return "restate/" + subject;
    }
}
