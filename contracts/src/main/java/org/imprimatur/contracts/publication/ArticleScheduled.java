package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The article has a place and an article number in an issue. */
@Wire(type = "imprimatur.publication.article-scheduled.v1", topic = "imprimatur.publication")
public record ArticleScheduled(String manuscript, String issue, int articleNumber, int position) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
