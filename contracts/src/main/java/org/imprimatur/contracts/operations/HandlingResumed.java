package org.imprimatur.contracts.operations;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * A person put a parked message back in line, or gave it up; who it was is the event's {@code actor}. The reason that
 * they wrote stays with the service, beside the incident: no text of a person travels in messages.
 *
 * @param how {@code tried-again} or {@code skipped}; null in facts of earlier releases
 */
@Wire(type = "imprimatur.operations.handling-resumed.v1", topic = "imprimatur.operations")
public record HandlingResumed(String service, String message, String subject, String how) implements Fact {

    @Override
    public String aggregate() {
        return "handling/" + service + "/" + message;
    }
}
