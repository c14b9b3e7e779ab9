package org.imprimatur.publication.production;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to be typeset.
 *
 * @param section key of a section of the journal
 * @param metadata SHA-256 of the by-line metadata
 * @param file SHA-256 of the author's manuscript file
 * @param correspondingAccount who is asked to approve the proof
 * @param corrected SHA-256 of production's own version of the file, which is set in its stead
 */
public record GalleyOrder(
        String manuscript,
        String number,
        String journal,
        String section,
        String articleType,
        int version,
        String metadata,
        String file,
        String correspondingAccount,
        Instant submittedAt,
        Optional<Instant> revisedAt,
        Instant acceptedAt,
        Optional<String> corrected) {

    /** The same, set from production's version where there is one. */
    GalleyOrder from(Optional<String> correctedFile) {
        return new GalleyOrder(
                manuscript,
                number,
                journal,
                section,
                articleType,
                version,
                metadata,
                file,
                correspondingAccount,
                submittedAt,
                revisedAt,
                acceptedAt,
                correctedFile);
    }
}
