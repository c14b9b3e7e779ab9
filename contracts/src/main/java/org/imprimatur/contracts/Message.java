package org.imprimatur.contracts;

/**
 * What travels between services. Holds ids and plain values only: no name, no address, no text that a person wrote.
 * Such things travel as documents, named by their SHA-256.
 */
public sealed interface Message permits Fact, Command, Answer {

    /** CloudEvents {@code subject} and Kafka key: the manuscript, else the issue, journal or account. */
    String subject();

    /** What the sequence counts on, for example {@code manuscript/…} or {@code invitation/…}. */
    String aggregate();
}
