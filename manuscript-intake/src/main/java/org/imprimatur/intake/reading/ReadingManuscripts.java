package org.imprimatur.intake.reading;

import java.util.Objects;
import org.imprimatur.intake.reading.ReadingResult.Read;
import org.imprimatur.intake.reading.ReadingResult.Reason;
import org.imprimatur.intake.reading.ReadingResult.Unreadable;
import org.imprimatur.intake.reading.WordFile.Refusal;
import org.imprimatur.intake.text.StructuredText;

/** Reads an author's file into structured text. */
public final class ReadingManuscripts {
    private final long maximumBytes;

    /** @param maximumBytes a longer file is refused as too large */
    public ReadingManuscripts(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    /**
     * Reads the file, or says why it can't be read. Content decides what a file is; its name only helps the message.
     * Never throws for any bytes.
     */
    public ReadingResult read(byte[] file, String fileName) {
        var name = "“" + Objects.requireNonNullElse(fileName, "the file").strip() + "” ";
        if (file.length == 0) {
            return new Unreadable(
                    Reason.EMPTY,
                    name + "is empty. Save the manuscript anew in your word processor and upload it again.");
        }
        if (file.length > maximumBytes) {
            return new Unreadable(
                    Reason.TOO_LARGE,
                    name + "has " + megabytes(file.length) + " MB; at most " + megabytes(maximumBytes)
                            + " MB can be taken. Make its pictures smaller or upload them as supplementary files.");
        }
        try {
            return new Read(structured(file), FileKind.DOCX, Sha256.of(file));
        } catch (Refusal refusal) {
            return new Unreadable(refusal.reason(), name + refusal.getMessage() + ".");
        }
    }

    private static StructuredText structured(byte[] file) throws Refusal {
        var word = WordFile.open(file);
        try {
            var document = word.document();
            var body = Xml.child(document, "body");
            if (body == null) {
                throw new Refusal(
                        Reason.DAMAGED,
                        "has no text part. Open it in your word processor, save it under a new name and upload the new file");
            }
            var reader = new BodyReader(
                    new Styles(word.related("styles")),
                    new Numbering(word.related("numbering")),
                    word.related("footnotes"),
                    word.related("endnotes"),
                    word::linkTarget,
                    word::image);
            var text = Structuring.structure(reader.items(body));
            if (text.sections().isEmpty()
                    && text.references().isEmpty()
                    && text.front().title().isEmpty()
                    && text.front().abstractText().isEmpty()) {
                throw new Refusal(
                        Reason.NO_TEXT,
                        "has no text in it; perhaps its pages are pictures. Upload the document with the text itself");
            }
            return text;
        } finally {
            word.revert();
        }
    }

    private static String megabytes(long bytes) {
        return String.valueOf(Math.max(1, Math.round(bytes / 1_048_576.0)));
    }
}
