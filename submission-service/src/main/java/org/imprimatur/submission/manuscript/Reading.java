package org.imprimatur.submission.manuscript;

import java.util.Optional;

/** Reads an uploaded file and checks it. */
public interface Reading {

    Result read(String fileName, byte[] content);

    sealed interface Result {}

    /** @param reportJson the intake report in its fixed form */
    record Read(byte[] reportJson, ManuscriptFile.Intake intake, Proposal proposal) implements Result {}

    /** It can't be taken; the message says what to do. */
    record Refused(String message) implements Result {}

    /** The same file with {@code mend.is()} where {@code mend.was()} stands; empty when no one place reads so. */
    Optional<byte[]> mended(byte[] content, Mend mend);

    /**
     * A change of a few words.
     *
     * @param around the words about the place, as the intake report has them
     */
    record Mend(String around, String was, String is) {}

    /** What the bytes are, as a media type, by what they hold and whatever their name says; empty when it can't be told. */
    Optional<String> mediaType(byte[] content);
}
