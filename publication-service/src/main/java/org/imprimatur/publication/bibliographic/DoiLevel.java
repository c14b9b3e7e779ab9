package org.imprimatur.publication.bibliographic;

/** What a DOI stands for; each level is deposited apart from the others. */
public enum DoiLevel {
    JOURNAL,
    VOLUME,
    ISSUE,
    ARTICLE
}
