package org.imprimatur.contracts.accounts;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * Two accounts were one person's: {@code account} is no more, and what it had is {@code into}'s. What names it still
 * leads to the person.
 */
@Wire(type = "imprimatur.accounts.accounts-merged.v1", topic = "imprimatur.accounts")
public record AccountsMerged(String account, String into) implements Fact {

    @Override
    public String subject() {
        return account;
    }

    @Override
    public String aggregate() {
        return "account/" + account;
    }
}
