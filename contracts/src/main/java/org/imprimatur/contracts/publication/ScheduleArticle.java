package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** Give the article a place in the journal's open issue. */
@Wire(type = "imprimatur.publication.schedule-article.v1", topic = "imprimatur.publication.commands")
public record ScheduleArticle(String manuscript) implements Command {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
