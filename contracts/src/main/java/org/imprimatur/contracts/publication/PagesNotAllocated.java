package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The article could not be given pages. */
@Wire(type = "imprimatur.publication.pages-not-allocated.v1", topic = "imprimatur.publication")
public record PagesNotAllocated(String manuscript, String reason) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
