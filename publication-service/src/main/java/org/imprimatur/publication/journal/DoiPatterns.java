package org.imprimatur.publication.journal;

import org.imprimatur.publication.bibliographic.DoiPattern;

/** A journal's DOI prefix and its pattern at each level. */
public record DoiPatterns(String prefix, DoiPattern journal, DoiPattern volume, DoiPattern issue, DoiPattern article) {}
