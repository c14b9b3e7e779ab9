package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** Give the article's pages back; nothing to undo is fine. */
@Wire(type = "imprimatur.publication.release-pages.v1", topic = "imprimatur.publication.commands")
public record ReleasePages(String manuscript) implements Command {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
