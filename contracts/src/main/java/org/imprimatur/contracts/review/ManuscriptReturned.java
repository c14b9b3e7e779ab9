package org.imprimatur.contracts.review;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The manuscript went back to the author before review; {@code letter} is a document. */
@Wire(type = "imprimatur.review.manuscript-returned.v1", topic = "imprimatur.review")
public record ManuscriptReturned(String manuscript, String letter) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
