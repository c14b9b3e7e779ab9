package org.imprimatur.contracts.accounts;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** An account exists and can sign in. Its name and address stay at the gateway. */
@Wire(type = "imprimatur.accounts.account-opened.v1", topic = "imprimatur.accounts")
public record AccountOpened(String account) implements Fact {

    @Override
    public String subject() {
        return account;
    }

    @Override
    public String aggregate() {
        return "account/" + account;
    }
}
