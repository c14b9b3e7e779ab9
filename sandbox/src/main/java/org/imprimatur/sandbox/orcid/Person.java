package org.imprimatur.sandbox.orcid;

/**
 * Somebody with an iD, whom one can be at the stand-in.
 *
 * @param orcid without its address part
 * @param given name; empty where they show none
 */
public record Person(String orcid, String given, String family) {

    String name() {
        return (given + " " + family).strip();
    }
}
