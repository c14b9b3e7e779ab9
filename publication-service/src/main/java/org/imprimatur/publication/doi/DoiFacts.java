package org.imprimatur.publication.doi;

import org.imprimatur.publication.bibliographic.Doi;

/** Tells the process about the DOIs of articles, and operations about deposits that take long or don't hold. */
public interface DoiFacts {

    void registered(String manuscript, Doi doi);

    /** @param doi or "" where the article has none */
    void refused(String manuscript, String doi, String reason);

    void givenUp(String manuscript, Doi doi, String reason);

    /** The agency holds something other than what it confirmed. */
    void differs(AssignedDoi doi, String difference);

    void delayed(Deposit deposit, String cause);

    /** A deposit of any level has come to its end: {@code deposit} is in its last state. */
    void settled(Deposit deposit);
}
