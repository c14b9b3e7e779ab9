package org.imprimatur.gateway.accounts;

/** What else an account has, that goes over with it when it is merged into another. Runs in the merging's transaction. */
public interface Belongings {
    void goOver(String from, String into);
}
