package org.imprimatur.contracts.operations;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * A deposit has ended, of an article, an issue, a volume or a journal. Whatever was said of it before is over.
 *
 * @param outcome confirmed, refused or given-up
 * @param cause why it wasn't confirmed; null when it was
 */
@Wire(type = "imprimatur.operations.deposit-settled.v1", topic = "imprimatur.operations")
public record DepositSettled(String subject, String doi, String outcome, String cause) implements Fact {

    @Override
    public String aggregate() {
        return "deposit/" + doi;
    }
}
