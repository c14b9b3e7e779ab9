package org.imprimatur.submission.manuscript;

import java.time.Instant;

/**
 * A file that the author uploaded and that could be read.
 *
 * @param sha256 the document's name
 * @param intakeReport the report's JSON as a document
 * @param proposal what its title page says and the author hasn't left
 */
public record ManuscriptFile(
        String name,
        long bytes,
        String sha256,
        Instant uploadedAt,
        String intakeReport,
        Intake intake,
        Proposal proposal) {

    public ManuscriptFile {
        proposal = proposal == null ? Proposal.NONE : proposal;
    }

    /** The counts of the intake report. */
    public record Intake(int citations, int references, int errors, int warnings, int hints) {}

    ManuscriptFile proposing(Proposal left) {
        return new ManuscriptFile(name, bytes, sha256, uploadedAt, intakeReport, intake, left);
    }
}
