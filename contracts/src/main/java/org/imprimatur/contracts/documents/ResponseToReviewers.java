package org.imprimatur.contracts.documents;

/**
 * What the author answers to the reviewers, as a JSON document: what {@code response} names in
 * {@code ManuscriptRevised}.
 *
 * @param text plain text, paragraphs parted by an empty line
 */
public record ResponseToReviewers(String text) {}
