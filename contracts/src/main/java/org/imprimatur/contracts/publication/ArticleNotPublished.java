package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The article could not be listed. */
@Wire(type = "imprimatur.publication.article-not-published.v1", topic = "imprimatur.publication")
public record ArticleNotPublished(String manuscript, String reason) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
