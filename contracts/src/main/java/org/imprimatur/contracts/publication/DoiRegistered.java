package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The agency says that it holds the DOI. */
@Wire(type = "imprimatur.publication.doi-registered.v1", topic = "imprimatur.publication")
public record DoiRegistered(String manuscript, String doi) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
