package org.imprimatur.contracts.submission;

import java.time.Instant;
import java.util.List;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * The author handed in another version, after a request for revision or a return at screening; {@code response} is the
 * document with the response to the reviewers, or null.
 *
 * @param authorAccounts the owner's account and those of this version's contributors who have one; null in facts of
 *     earlier releases
 */
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
        Instant submittedAt,
        List<String> authorAccounts)
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
