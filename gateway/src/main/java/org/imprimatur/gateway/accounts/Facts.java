package org.imprimatur.gateway.accounts;

/** What the rest of the world hears about accounts: ids alone, no names and no addresses. */
public interface Facts {
    void opened(String account, Actor by);

    void granted(String account, Grant grant, Actor by);

    void revoked(String account, Grant grant, Actor by);

    void merged(String from, String into, Actor by);
}
