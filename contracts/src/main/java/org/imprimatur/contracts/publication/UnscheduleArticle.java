package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** Take the article out of its issue; nothing to undo is fine. */
@Wire(type = "imprimatur.publication.unschedule-article.v1", topic = "imprimatur.publication.commands")
public record UnscheduleArticle(String manuscript) implements Command {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
