package org.imprimatur.contracts.submission;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The author took the manuscript back before publication; {@code reason} is a document, or null. */
@Wire(type = "imprimatur.submission.manuscript-withdrawn.v1", topic = "imprimatur.submission")
public record ManuscriptWithdrawn(String manuscript, String reason) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
