package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The manuscript was given to this handling editor, by whoever the event's {@code actor} is; it was another's before, or nobody's. */
@Wire(type = "imprimatur.review.handling-editor-assigned.v1", topic = "imprimatur.review")
public record HandlingEditorAssigned(String manuscript, String handlingEditor) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
