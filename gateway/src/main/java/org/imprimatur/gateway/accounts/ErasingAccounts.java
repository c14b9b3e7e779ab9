package org.imprimatur.gateway.accounts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Erases the account of somebody who asks for it: name, addresses, iD, passkeys, roles, notices, sessions. The id stays
 * where journals keep their record, and leads to nobody from then on. It can't be undone.
 */
public final class ErasingAccounts {
    private final Accounts accounts;
    private final SigningIn signingIn;
    private final Facts facts;
    private final List<Belongings> belongings;

    public ErasingAccounts(Accounts accounts, SigningIn signingIn, Facts facts, List<Belongings> belongings) {
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.facts = facts;
        this.belongings = List.copyOf(belongings);
    }

    /**
     * What is wrong, or nothing, and it is done.
     *
     * @param address typed on purpose: the account's main one
     * @param password where the account has one
     */
    public List<Flaw> erase(String account, String address, String password, String client, Instant now) {
        accounts.holdMerging();
        Account own = accounts.byId(account).orElse(null);
        if (own == null) {
            return List.of();
        }
        List<Flaw> flaws = new ArrayList<>();
        if (!own.address().equalsIgnoreCase(address.strip())) {
            flaws.add(new Flaw("address", "flaw.erasure-address"));
        } else if (accounts.passwordHash(own.id()).isPresent()) {
            SigningIn.Result known = signingIn.signIn(own.address(), password, client, now);
            if (!(known instanceof SigningIn.SignedIn)) {
                flaws.add(new Flaw(
                        "password",
                        known instanceof SigningIn.TooOften ? "sign-in.too-often" : "flaw.erasure-password"));
            }
        }
        boolean administers =
                own.grants().stream().anyMatch(grant -> grant.journal().equals(Grant.HOUSE));
        if (flaws.isEmpty() && administers && accounts.holdAdministrators().equals(List.of(own.id()))) {
            flaws.add(new Flaw("", "flaw.erasure-administrator"));
        }
        if (flaws.isEmpty()) {
            erase(own);
        }
        return flaws;
    }

    private void erase(Account own) {
        var actor = new Actor.Oneself(own.id());
        List<String> addresses =
                accounts.addresses(own.id()).stream().map(Address::address).toList();
        List<String> ids = new ArrayList<>(accounts.aliases(own.id()));
        ids.add(own.id());
        own.grants().forEach(grant -> facts.revoked(own.id(), grant, actor));
        ids.forEach(id -> belongings.forEach(one -> one.forget(id)));
        accounts.erase(own.id());
        ids.forEach(id -> facts.erased(id, addresses, actor));
    }
}
