package org.imprimatur.gateway.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where accounts are kept. All methods that change anything need an open transaction. */
public interface Accounts {
    Optional<Account> byId(String id);

    List<Account> byIds(Collection<String> ids);

    /** Whatever the case of the address. */
    Optional<Account> byAddress(String address);

    /** Accounts whose name or address contains the words, by name; all for no words. */
    List<Account> search(String words, long offset, int limit);

    long count(String words);

    /** False when the address is taken already, also by somebody else at this very moment. */
    boolean add(Account account, Optional<String> passwordHash, Instant openedAt);

    void rename(String id, String name, Optional<String> affiliation);

    /** Empty when there is no such account or it has no password yet. */
    Optional<String> passwordHash(String id);

    void changePassword(String id, String hash);

    /** False when it was held already. */
    boolean grant(String id, Grant grant, String by, Instant at);

    /** False when it was not held. */
    boolean revoke(String id, Grant grant);

    /**
     * Ids of the house's administrators. Until the transaction ends nobody else changes who they are, so two can't
     * both be the last to leave.
     */
    List<String> holdAdministrators();

    boolean hasAdministrator();
}
