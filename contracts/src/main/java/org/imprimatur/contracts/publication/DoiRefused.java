package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The agency refused the record; the reason is the agency's message. */
@Wire(type = "imprimatur.publication.doi-refused.v1", topic = "imprimatur.publication")
public record DoiRefused(String manuscript, String doi, String reason) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
