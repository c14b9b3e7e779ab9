package org.imprimatur.contracts.publication;

/** A section of a journal: its key in events, its title for people. */
public record Section(String key, String title) {}
