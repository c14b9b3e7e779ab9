package org.imprimatur.contracts.operations;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** A deposit is not confirmed yet and is asked for again; the confirmation, refusal or giving up ends that. */
@Wire(type = "imprimatur.operations.deposit-delayed.v1", topic = "imprimatur.operations")
public record DepositDelayed(String subject, String doi, String cause) implements Fact {

    @Override
    public String aggregate() {
        return "deposit/" + doi;
    }
}
