package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** No issue could take the article. */
@Wire(type = "imprimatur.publication.article-not-scheduled.v1", topic = "imprimatur.publication")
public record ArticleNotScheduled(String manuscript, String reason) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
