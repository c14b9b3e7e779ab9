package org.imprimatur.publication.journal;

/** On which page an issue begins. */
public enum PageStart {
    /** Each issue begins on page 1. */
    EACH_ISSUE,
    /** Each issue goes on where the issue before it in the volume ended. */
    EACH_VOLUME
}
