package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The agency gave no answer in the time the journal allows. */
@Wire(type = "imprimatur.publication.doi-registration-given-up.v1", topic = "imprimatur.publication")
public record DoiRegistrationGivenUp(String manuscript, String doi, String reason) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
