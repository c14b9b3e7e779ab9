package org.imprimatur.submission.manuscript;

import java.time.Instant;

/**
 * A file that the author uploaded and that could be read.
 *
 * @param sha256 the document's name
 * @param intakeReport the report's JSON as a document
 */
public record ManuscriptFile(
        String name, long bytes, String sha256, Instant uploadedAt, String intakeReport, Intake intake) {

    /** The counts of the intake report. */
    public record Intake(int citations, int references, int errors, int warnings, int hints) {}
}
