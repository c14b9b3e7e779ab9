package org.imprimatur.review.manuscript;

import java.time.Instant;
import java.util.Optional;

/** One version; metadata, file, response and intake report are documents, named by their SHA-256. */
public record Version(
        int version,
        String metadata,
        String file,
        Optional<String> response,
        String intakeReport,
        int intakeErrors,
        int intakeWarnings,
        Instant submittedAt) {}
