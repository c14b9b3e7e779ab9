package org.imprimatur.gateway.accounts;

/**
 * What else an account has: it goes over with it when it is merged into another, and is gone when it is erased. Runs in
 * that transaction.
 */
public interface Belongings {
    void goOver(String from, String into);

    /** Nothing names the account any more. */
    void forget(String account);
}
