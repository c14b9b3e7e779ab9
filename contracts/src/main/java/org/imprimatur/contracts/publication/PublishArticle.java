package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** List the article as soon as its issue may come out. */
@Wire(type = "imprimatur.publication.publish-article.v1", topic = "imprimatur.publication.commands")
public record PublishArticle(String manuscript) implements Command {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
