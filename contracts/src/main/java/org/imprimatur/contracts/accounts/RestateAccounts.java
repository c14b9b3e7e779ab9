package org.imprimatur.contracts.accounts;

import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Wire;

/** Say the present state of one subject again, or of all when {@code subject} is "*", under new ids. */
@Wire(type = "imprimatur.accounts.restate.v1", topic = "imprimatur.gateway.commands")
public record RestateAccounts(String subject) implements Command {

    @Override
    public String aggregate() {
        return "restate/" + subject;
    }
}
