package org.imprimatur.contracts.review;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * The manuscript went back to the author before review; {@code letter} is a document.
 *
 * @param version which version went back; null in facts of earlier releases
 * @param returnedAt when; null in facts of earlier releases
 */
@Wire(type = "imprimatur.review.manuscript-returned.v1", topic = "imprimatur.review")
public record ManuscriptReturned(String manuscript, String letter, Integer version, Instant returnedAt)
        implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "manuscript/" + manuscript;
    }
}
