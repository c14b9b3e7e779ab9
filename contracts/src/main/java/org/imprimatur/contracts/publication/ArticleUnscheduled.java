package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The article has no place in an issue any more; {@code was} says whether it had one. */
@Wire(type = "imprimatur.publication.article-unscheduled.v1", topic = "imprimatur.publication")
public record ArticleUnscheduled(String manuscript, boolean was) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
