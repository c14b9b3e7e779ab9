package org.imprimatur.intake.reading;

import org.imprimatur.intake.text.StructuredText;

/** What became of a file: its text, or a refusal with a reason for the author. */
public sealed interface ReadingResult {

    /** @param sha256 of the file's bytes, hex, lower case */
    record Read(StructuredText text, FileKind kind, String sha256) implements ReadingResult {}

    /** @param message says to the author what is wrong and what to do */
    record Unreadable(Reason reason, String message) implements ReadingResult {}

    enum Reason {
        EMPTY,
        TOO_LARGE,
        /** Something else under a document's name, or a file built to do harm. */
        NOT_A_DOCUMENT,
        ENCRYPTED,
        DAMAGED,
        /** A document, but of a kind that can't be taken: PDF, .doc, one with macros … */
        UNSUPPORTED_KIND,
        NO_TEXT
    }
}
