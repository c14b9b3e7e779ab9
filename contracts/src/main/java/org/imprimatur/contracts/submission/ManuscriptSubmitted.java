package org.imprimatur.contracts.submission;

import java.time.Instant;
import java.util.List;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** An author handed in a manuscript. The metadata (title, abstract, keywords, contributors), the file and the intake report are documents, named by their SHA-256 and kept by submission-service. */
@Wire(type = "imprimatur.submission.manuscript-submitted.v1", topic = "imprimatur.submission")
public record ManuscriptSubmitted(
        String manuscript,
        String number,
        String journal,
        String section,
        String articleType,
        int version,
        String metadata,
        String file,
        String intakeReport,
        int intakeErrors,
        int intakeWarnings,
        String correspondingAccount,
        List<String> authorAccounts,
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
