package org.imprimatur.contracts.review;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The manuscript is accepted in this version; the documents are those of the accepted version. */
@Wire(type = "imprimatur.review.manuscript-accepted.v1", topic = "imprimatur.review")
public record ManuscriptAccepted(String manuscript, int version, String letter, Instant acceptedAt) implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
