package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The article has no pages any more; {@code was} says whether it had some. */
@Wire(type = "imprimatur.publication.pages-released.v1", topic = "imprimatur.publication")
public record PagesReleased(String manuscript, boolean was) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
