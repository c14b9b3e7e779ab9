package org.imprimatur.contracts.accounts;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** A person was erased: whoever keeps documents of theirs drops them. */
@Wire(type = "imprimatur.accounts.account-erased.v1", topic = "imprimatur.accounts")
public record AccountErased(String account) implements Fact {

    @Override
    public String subject() {
        return account;
    }

    @Override
    public String aggregate() {
        return "account/" + account;
    }
}
