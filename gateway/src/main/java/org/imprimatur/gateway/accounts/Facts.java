package org.imprimatur.gateway.accounts;

import java.util.List;

/** What the rest of the world hears about accounts: ids alone, no names and no addresses. */
public interface Facts {
    void opened(String account, Actor by);

    void granted(String account, Grant grant, Actor by);

    void revoked(String account, Grant grant, Actor by);

    /** @param addresses all that were theirs; nobody reads them in what is said */
    void erased(String account, List<String> addresses, Actor by);

    void merged(String from, String into, Actor by);
}
