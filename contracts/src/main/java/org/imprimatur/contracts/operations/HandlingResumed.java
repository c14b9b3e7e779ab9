package org.imprimatur.contracts.operations;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** A parked message was handled or skipped. */
@Wire(type = "imprimatur.operations.handling-resumed.v1", topic = "imprimatur.operations")
public record HandlingResumed(String service, String message, String subject) implements Fact {

    @Override
    public String aggregate() {
        return subject;
    }
}
