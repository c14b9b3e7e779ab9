package org.imprimatur.web.acting;

/** What became of an assertion that was verified. */
public sealed interface Verdict {
    /** It is ours, in time, and speaks for this person. */
    record Person(SignedIn person) implements Verdict {}

    /** It is ours, in time, and speaks for this service. */
    record Service(String name) implements Verdict {}

    /** It proves nothing; the reason is for a log, never for a page. */
    record Refused(String reason) implements Verdict {}
}
