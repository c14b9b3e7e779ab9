package org.imprimatur.contracts.documents;

/**
 * A letter of the journal as a JSON document: what {@code letter} names in {@code ManuscriptReturned},
 * {@code RevisionRequested}, {@code ManuscriptAccepted} and {@code ManuscriptRejected}.
 *
 * @param body plain text, paragraphs parted by an empty line
 */
public record Letter(String subject, String body) {}
