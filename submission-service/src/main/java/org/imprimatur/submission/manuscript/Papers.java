package org.imprimatur.submission.manuscript;

/** Where files and documents are kept, by what they hold. */
public interface Papers {

    /** Keeps bytes durably and names them by their SHA-256. */
    String keep(byte[] content);

    /** Keeps the metadata as the document that other services read. */
    String keepMetadata(Manuscript manuscript);

    /** Keeps the response to the reviewers as the document that other services read. */
    String keepResponse(String text);
}
