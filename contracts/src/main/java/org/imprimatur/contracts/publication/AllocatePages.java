package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** Give the article its pages from its typeset page count and its place. */
@Wire(type = "imprimatur.publication.allocate-pages.v1", topic = "imprimatur.publication.commands")
public record AllocatePages(String manuscript) implements Command {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
