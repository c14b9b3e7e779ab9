package org.imprimatur.contracts.review;

/**
 * Whose move it is. {@code kind} is one of author, reviewers, managing-editor, handling-editor, production-editor,
 * system, nobody; {@code account} names the person where there is exactly one with an account, else null.
 */
public record Mover(String kind, String account) {}
