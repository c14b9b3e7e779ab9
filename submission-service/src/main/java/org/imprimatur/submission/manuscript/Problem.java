package org.imprimatur.submission.manuscript;

/** What keeps a manuscript from being handed in: the field, and what to do. */
public record Problem(String field, String message) {}
