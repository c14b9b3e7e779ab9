package org.imprimatur.submission.manuscript;

import java.time.Instant;
import java.util.Optional;

/**
 * A file on its way, piece by piece.
 *
 * @param kind empty for the manuscript's own file
 * @param length of the whole, in bytes
 * @param offset how many of them are here
 * @param outcome {@code taken} or {@code refused}, as soon as all are
 */
public record Upload(
        String id,
        String owner,
        String manuscript,
        Optional<Attachment.Kind> kind,
        String name,
        long length,
        long offset,
        Instant expires,
        Optional<String> outcome) {}
