package org.imprimatur.submission.manuscript;

import java.util.Optional;

/** Where files and documents are kept, by what they hold. */
public interface Papers {

    /** Keeps bytes durably and names them by their SHA-256. */
    String keep(byte[] content);

    /** What was kept under this name; empty when nothing was. */
    Optional<byte[]> read(String sha256);

    /** Keeps the metadata as the document that other services read. */
    String keepMetadata(Manuscript manuscript);

    /** Keeps the response to the reviewers as the document that other services read. */
    String keepResponse(String text);
}
