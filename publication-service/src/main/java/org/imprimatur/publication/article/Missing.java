package org.imprimatur.publication.article;

/**
 * Something an article lacks.
 *
 * @param field its name for a person, for example "abstract"
 * @param remedy what the production editor can do about it
 */
public record Missing(String field, String remedy) {}
