package org.imprimatur.publication.production;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to be typeset.
 *
 * @param section key of a section of the journal
 * @param metadata SHA-256 of the by-line metadata
 * @param file SHA-256 of the manuscript file
 * @param correspondingAccount who is asked to approve the proof
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
        Instant acceptedAt) {}
