package org.imprimatur.submission.manuscript;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that goes with the manuscript's own.
 *
 * @param sha256 the document's name
 * @param mediaType what its content is, whatever its name says
 */
public record Attachment(Kind kind, String name, long bytes, String sha256, String mediaType, Instant uploadedAt) {

    /** As many as go with one version. */
    public static final int MOST = 20;

    /** Of one file, in bytes. */
    public static final long LARGEST = 30L * 1024 * 1024;

    /** Of all together, in bytes. */
    public static final long LARGEST_TOGETHER = 150L * 1024 * 1024;

    /** What a file is for. */
    public enum Kind {
        FIGURE,
        TABLE,
        SUPPLEMENTARY,
        COVER_LETTER;

        /** The word that forms and documents have for it, such as {@code cover-letter}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }

        boolean takes(String mediaType) {
            return switch (mediaType) {
                case "application/pdf" -> true;
                case "image/png", "image/jpeg", "image/tiff", "application/postscript" ->
                    this == FIGURE || this == SUPPLEMENTARY;
                case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ->
                    this == TABLE || this == SUPPLEMENTARY;
                case "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/plain" ->
                    this != FIGURE;
                case "application/zip", "video/mp4" -> this == SUPPLEMENTARY;
                default -> false;
            };
        }
    }
}
