package org.imprimatur.submission.manuscript;

import java.util.List;
import java.util.Optional;

/** Reads an uploaded file and checks it. */
public interface Reading {

    Result read(String fileName, byte[] content);

    sealed interface Result {}

    /** @param reportJson the intake report in its fixed form */
    record Read(byte[] reportJson, ManuscriptFile.Intake intake, Proposal proposal) implements Result {}

    /** It can't be taken; the message says what to do. */
    record Refused(String message) implements Result {}

    /** What the title page says, offered where the author has typed nothing yet. */
    record Proposal(
            Optional<String> title,
            Optional<String> abstractText,
            List<String> keywords,
            List<Metadata.Contributor> contributors) {}
}
