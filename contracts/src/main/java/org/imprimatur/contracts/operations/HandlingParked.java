package org.imprimatur.contracts.operations;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * A message could not be handled and waits for a person, and with it all later ones of its subject.
 *
 * @param service whose inbox it waits in
 * @param message the message's id
 * @param type its CloudEvents type; null in facts of earlier releases
 * @param cause what went wrong, without mail addresses and rows of tables
 */
@Wire(type = "imprimatur.operations.handling-parked.v1", topic = "imprimatur.operations")
public record HandlingParked(String service, String message, String type, String subject, String cause)
        implements Fact {

    @Override
    public String aggregate() {
        return "handling/" + service + "/" + message;
    }
}
