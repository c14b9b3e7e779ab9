package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * The manuscript is this handling editor's. It was given to them by whoever the event's {@code actor} is, and was another's
 * before, or nobody's; by {@code process} it is said again, and no news.
 */
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
