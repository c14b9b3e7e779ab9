package org.imprimatur.intake.reading;

/** The kinds of file a manuscript may come in. */
public enum FileKind {
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String extension;
    private final String mediaType;

    FileKind(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Without a dot; also the report's {@code kind}. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
