package org.imprimatur.contracts.accounts;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** An account no longer holds a role at a journal. */
@Wire(type = "imprimatur.accounts.role-revoked.v1", topic = "imprimatur.accounts")
public record RoleRevoked(String account, String journal, String role) implements Fact {

    @Override
    public String subject() {
        return account;
    }

    @Override
    public String aggregate() {
        return "account/" + account;
    }
}
