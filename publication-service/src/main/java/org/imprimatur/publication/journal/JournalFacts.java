package org.imprimatur.publication.journal;

import org.imprimatur.publication.acting.Actor;

/** Tells the world about journals. */
public interface JournalFacts {

    /** The journal exists in this form. */
    void configured(Journal journal, Actor by);
}
