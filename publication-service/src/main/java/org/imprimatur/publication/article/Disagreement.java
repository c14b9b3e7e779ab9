package org.imprimatur.publication.article;

/** A field in which a rendering, read back, says something other than the record. */
public record Disagreement(String rendering, String field, String expected, String found) {}
