package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** A published article was retracted by a notice with its own DOI. */
@Wire(type = "imprimatur.publication.article-retracted.v1", topic = "imprimatur.publication")
public record ArticleRetracted(String manuscript, String doi, String notice) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
