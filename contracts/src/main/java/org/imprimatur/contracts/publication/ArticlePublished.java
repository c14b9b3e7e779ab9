package org.imprimatur.contracts.publication;

import java.time.Instant;
import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The article is listed and readable at its address. */
@Wire(type = "imprimatur.publication.article-published.v1", topic = "imprimatur.publication")
public record ArticlePublished(String manuscript, String doi, Instant publishedAt) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
