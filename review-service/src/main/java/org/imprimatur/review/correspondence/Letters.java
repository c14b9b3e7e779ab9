package org.imprimatur.review.correspondence;

/** Keeps letters for ever; a letter's name is the SHA-256 of what it holds. */
public interface Letters {

    String keep(String subject, String body);

    /** A letter that was kept. */
    Letter read(String name);

    /** @param body plain text, paragraphs parted by an empty line */
    record Letter(String subject, String body) {}
}
