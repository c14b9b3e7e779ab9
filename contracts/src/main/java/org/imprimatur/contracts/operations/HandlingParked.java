package org.imprimatur.contracts.operations;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** A message could not be handled and waits for a person. */
@Wire(type = "imprimatur.operations.handling-parked.v1", topic = "imprimatur.operations")
public record HandlingParked(String service, String message, String subject, String cause) implements Fact {

    @Override
    public String aggregate() {
        return subject;
    }
}
