package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The manuscript could not be typeset; the reason is for the production editor. */
@Wire(type = "imprimatur.publication.galley-failed.v1", topic = "imprimatur.publication")
public record GalleyFailed(String manuscript, String reason) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
