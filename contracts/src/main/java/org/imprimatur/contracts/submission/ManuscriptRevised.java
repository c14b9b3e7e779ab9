package org.imprimatur.contracts.submission;

import java.time.Instant;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The author handed in another version, after a request for revision or a return at screening; {@code response} is the document with the response to the reviewers, or null. */
@Wire(type = "imprimatur.submission.manuscript-revised.v1", topic = "imprimatur.submission")
public record ManuscriptRevised(
        String manuscript,
        int version,
        String metadata,
        String file,
        String response,
        String intakeReport,
        int intakeErrors,
        int intakeWarnings,
        Instant submittedAt)
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
