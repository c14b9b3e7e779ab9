package org.imprimatur.gateway.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where accounts are kept. All methods that change anything need an open transaction. */
public interface Accounts {
    /** Also by the id of an account that was merged into it. */
    Optional<Account> byId(String id);

    /** By their own ids, not by those of accounts that were merged into them. */
    List<Account> byIds(Collection<String> ids);

    /** By any of its addresses, whatever the case. */
    Optional<Account> byAddress(String address);

    Optional<Account> byOrcid(String orcid);

    /** Accounts whose name or an address of which contains the words, by name; all for no words. */
    List<Account> search(String words, long offset, int limit);

    long count(String words);

    /** False when the address is taken already, also by somebody else at this very moment. */
    boolean add(Account account, Optional<String> passwordHash, Instant openedAt);

    void rename(String id, String name, Optional<String> affiliation);

    /** Empty when there is no such account or it has no password yet. */
    Optional<String> passwordHash(String id);

    void changePassword(String id, String hash);

    /** All confirmed addresses, the main one first, then by name. */
    List<Address> addresses(String id);

    /** False when somebody has it already, also at this very moment. */
    boolean addAddress(String id, String address, Instant confirmedAt);

    void makeMain(String id, String address);

    /** False, and nothing removed, when it is the main one at this moment. */
    boolean removeAddress(String id, String address);

    Optional<String> orcid(String id);

    /** False when another account has it, also at this very moment. */
    boolean linkOrcid(String id, String orcid);

    void unlinkOrcid(String id);

    /** Until the transaction ends no other accounts are merged. */
    void holdMerging();

    /** Ids of accounts that were merged into this one. */
    List<String> aliases(String id);

    /** From the ids among these that were merged to those of the accounts that stayed. */
    Map<String, String> survivors(Collection<String> ids);

    /**
     * Takes the account {@code from} away: addresses go over, and its iD, its password where the other has none; its id
     * and its aliases lead to the other.
     */
    void absorb(String from, String into, Instant at);

    /**
     * Takes the account away with all that is kept of it: addresses, iD, password, roles, sessions, links that were mailed,
     * applications under its addresses. Its id and those that were merged into it lead to nobody.
     */
    void erase(String id);

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
