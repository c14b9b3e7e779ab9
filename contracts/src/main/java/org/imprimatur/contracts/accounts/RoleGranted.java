package org.imprimatur.contracts.accounts;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** An account holds a role at a journal from now on. */
@Wire(type = "imprimatur.accounts.role-granted.v1", topic = "imprimatur.accounts")
public record RoleGranted(String account, String journal, String role) implements Fact {

    @Override
    public String subject() {
        return account;
    }

    @Override
    public String aggregate() {
        return "account/" + account;
    }
}
