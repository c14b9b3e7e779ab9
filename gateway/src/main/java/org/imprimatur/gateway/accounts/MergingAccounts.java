package org.imprimatur.gateway.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.LinkMails.Change;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;

/**
 * Makes one account of two that one person has. They are signed in to the one that stays, and show that the other is
 * theirs by its password or by a mail to one of its addresses. Roles, addresses, iD and passkeys go over; the other is
 * kept as a name of the one that stays, so that what names it still leads to the person.
 */
public final class MergingAccounts {
    private final Accounts accounts;
    private final Links links;
    private final LinkMails mails;
    private final SigningIn signingIn;
    private final Facts facts;
    private final List<Belongings> belongings;

    public MergingAccounts(
            Accounts accounts,
            Links links,
            LinkMails mails,
            SigningIn signingIn,
            Facts facts,
            List<Belongings> belongings) {
        this.accounts = accounts;
        this.links = links;
        this.mails = mails;
        this.signingIn = signingIn;
        this.facts = facts;
        this.belongings = List.copyOf(belongings);
    }

    /** What came of showing the other account to be one's own. */
    public sealed interface Shown {}

    /** It is: this link merges. */
    public record ByPassword(UUID link) implements Shown {}

    /** A link was mailed there, if anybody has the address. */
    public record ByMail() implements Shown {}

    public record Flawed(List<Flaw> flaws) implements Shown {}

    /** Too many wrong passwords; nothing was tried. */
    public record TooOften() implements Shown {}

    /** Has a link mailed to an address of the other account. */
    public Shown askByMail(String into, String address, UUID id, Instant now) {
        List<Flaw> flaws = flaws(into, address);
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        links.keep(new LinkRequest(id, Purpose.MERGE, address.strip(), Optional.of(into)), now);
        mails.send(Purpose.MERGE, id);
        return new ByMail();
    }

    /** Shows by its password that the other account is one's own. */
    public Shown showByPassword(String into, String address, String password, String client, UUID id, Instant now) {
        List<Flaw> flaws = flaws(into, address);
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        SigningIn.Result result = signingIn.signIn(address, password, client, now);
        if (result instanceof SigningIn.SignedIn) {
            links.keep(new LinkRequest(id, Purpose.MERGE, address.strip(), Optional.of(into)), now);
            return new ByPassword(id);
        }
        return result instanceof SigningIn.TooOften
                ? new TooOften()
                : new Flawed(List.of(new Flaw("password", "sign-in.refused")));
    }

    private List<Flaw> flaws(String into, String address) {
        List<Flaw> flaws = Application.flawsOfAddress(address.strip());
        boolean own = accounts.addresses(into).stream()
                .anyMatch(known -> known.address().equalsIgnoreCase(address.strip()));
        return own ? List.of(new Flaw("address", "flaw.address-own")) : flaws;
    }

    /** The account that a link would merge into this one; empty when it is over or another account's. */
    public Optional<Account> offered(String into, UUID link, Instant now) {
        return links.request(link, Purpose.MERGE, now.minus(SendingLinks.LIFETIME))
                .filter(request -> request.account().equals(Optional.of(into)))
                .flatMap(request -> accounts.byAddress(request.address()))
                .filter(other -> !other.id().equals(into));
    }

    /** Merges; false when the link is over. */
    public boolean merge(String into, UUID link, Instant now) {
        accounts.holdMerging();
        Optional<Account> offered = offered(into, link, now);
        if (offered.isEmpty() || accounts.byId(into).isEmpty() || !links.use(link)) {
            return false;
        }
        Account other = offered.get();
        var actor = new Actor.Oneself(into);
        belongings.forEach(one -> one.goOver(other.id(), into));
        List<Grant> gained = other.grants().stream()
                .filter(grant -> accounts.grant(into, grant, into, now))
                .toList();
        for (String alias : accounts.aliases(other.id())) {
            facts.merged(alias, into, actor);
        }
        accounts.absorb(other.id(), into, now);
        facts.merged(other.id(), into, actor);
        other.grants().forEach(grant -> facts.revoked(other.id(), grant, actor));
        gained.forEach(grant -> facts.granted(into, grant, actor));
        mails.tellOfChange(Change.MERGED, into, link);
        return true;
    }
}
