package org.imprimatur.submission.manuscript;

import java.time.Instant;

/** What happened to a manuscript by an act of its author. */
public sealed interface Event {

    Manuscript manuscript();

    record HandedIn(Manuscript manuscript, Version version) implements Event {}

    record Revised(Manuscript manuscript, Version version) implements Event {}

    /** One of its authors fetched a file of a version that was handed in. */
    record Fetched(Manuscript manuscript, int version, boolean attached, String sha256, Instant at) implements Event {}

    record Withdrawn(Manuscript manuscript) implements Event {}
}
