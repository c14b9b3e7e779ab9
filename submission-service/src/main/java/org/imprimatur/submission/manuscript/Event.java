package org.imprimatur.submission.manuscript;

/** What happened to a manuscript by an act of its author. */
public sealed interface Event {

    Manuscript manuscript();

    record HandedIn(Manuscript manuscript, Version version) implements Event {}

    record Revised(Manuscript manuscript, Version version) implements Event {}

    record Withdrawn(Manuscript manuscript) implements Event {}
}
