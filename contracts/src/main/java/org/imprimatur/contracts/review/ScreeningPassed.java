package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The managing editor sent the manuscript to review and gave it a handling editor. */
@Wire(type = "imprimatur.review.screening-passed.v1", topic = "imprimatur.review")
public record ScreeningPassed(String manuscript, String handlingEditor) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
