package org.imprimatur.gateway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.LinkLetter.Kind;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;

/**
 * Links in mails, by which people show that an address is theirs. Asking says the same, does the same and takes as long
 * whether anybody has the address or not: that is looked up only when the mail is written.
 */
public final class SendingLinks {
    /** How long a link is good for, in real time. */
    public static final Duration LIFETIME = Duration.ofDays(2);

    private final Links links;
    private final LinkMails mails;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final OpeningAccounts opening;

    public SendingLinks(
            Links links,
            LinkMails mails,
            Accounts accounts,
            Passwords passwords,
            PasswordRules rules,
            OpeningAccounts opening) {
        this.links = links;
        this.mails = mails;
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.opening = opening;
    }

    /** What keeps an application from being sent. */
    public List<Flaw> flaws(Application application) {
        return application.flaws(rules);
    }

    /**
     * Keeps a flawless application and sends its link; to an address that has an account goes a mail that says so.
     *
     * @param orcid an ORCID iD that was shown to be this person's
     */
    public void register(UUID id, Application application, Optional<String> orcid, Instant now) {
        Optional<String> hash = Optional.ofNullable(application.password()).map(passwords::hash);
        links.keepRegistration(id, new Registration(application, hash, orcid), now);
        mails.send(Purpose.REGISTRATION, id);
    }

    /** What a registration's link would open. */
    public Optional<Registration> registration(UUID id, Instant now) {
        return links.registration(id, now.minus(LIFETIME));
    }

    /** Opens the account that was asked for; using the link again finds it open. Empty when the link is over. */
    public Optional<OpeningAccounts.Result> confirm(UUID id, String newId, Instant now) {
        return registration(id, now).map(asked -> {
            var result = opening.open(new Actor.Oneself(newId), asked.application(), asked.passwordHash(), newId, now);
            if (result instanceof OpeningAccounts.Opened) {
                // somebody else's by now: the account is theirs without it
                asked.orcid().ifPresent(orcid -> accounts.linkOrcid(newId, orcid));
            }
            return result;
        });
    }

    /** Sends a link for a new password, if anybody has this address. */
    public void forgotten(UUID id, String address, Instant now) {
        links.keep(new LinkRequest(id, Purpose.PASSWORD, address, Optional.empty()), now);
        mails.send(Purpose.PASSWORD, id);
    }

    /** Whose password a link lets choose; empty when it is over. */
    public Optional<String> accountOf(UUID passwordLink, Instant now) {
        return links.request(passwordLink, Purpose.PASSWORD, now.minus(LIFETIME))
                .flatMap(request -> accounts.byAddress(request.address()))
                .map(Account::id);
    }

    /** All password links of an account are over now. */
    public void used(String account) {
        links.dropPasswordLinks(
                accounts.addresses(account).stream().map(Address::address).toList());
    }

    /** Who gets the mail of this link, and what it says; empty where nothing is to be said to anybody. */
    public Optional<LinkLetter> letter(Purpose purpose, UUID id, Instant now) {
        if (purpose == Purpose.REGISTRATION) {
            return registration(id, now)
                    .map(asked -> accounts.byAddress(asked.application().address())
                            .map(known -> letter(
                                    Kind.ALREADY_REGISTERED,
                                    known,
                                    asked.application().address()))
                            .orElseGet(() -> new LinkLetter(
                                    Kind.REGISTRATION,
                                    asked.application().name(),
                                    asked.application().address())));
        }
        return links.request(id, purpose, now.minus(LIFETIME)).flatMap(request -> {
            Optional<Account> holder = accounts.byAddress(request.address());
            Optional<Account> asking = request.account().flatMap(accounts::byId);
            return switch (purpose) {
                case PASSWORD -> holder.map(known -> letter(Kind.PASSWORD, known, request.address()));
                case ADDRESS ->
                    holder.isPresent()
                            ? holder.map(known -> letter(Kind.ADDRESS_TAKEN, known, request.address()))
                            : asking.map(known -> new LinkLetter(Kind.ADDRESS, known.name(), request.address()));
                case MERGE ->
                    holder.filter(known -> !asking.equals(holder))
                            .map(known -> letter(Kind.MERGE, known, request.address()));
                case REGISTRATION -> Optional.empty();
            };
        });
    }

    // the address as its holder confirmed it: what was typed may differ by case, or by a letter that only looks the
    // same
    private LinkLetter letter(Kind kind, Account to, String typed) {
        String address = accounts.addresses(to.id()).stream()
                .map(Address::address)
                .filter(known -> known.equalsIgnoreCase(typed.strip()))
                .findFirst()
                .orElse(to.address());
        return new LinkLetter(kind, to.name(), address);
    }
}
