package org.imprimatur.contracts.operations;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The id of a message came again with another body. The first one stands; the second is kept for a person to look at. */
@Wire(type = "imprimatur.operations.message-contradicted.v1", topic = "imprimatur.operations")
public record MessageContradicted(String service, String message, String subject) implements Fact {

    @Override
    public String aggregate() {
        return "handling/" + service + "/" + message;
    }
}
