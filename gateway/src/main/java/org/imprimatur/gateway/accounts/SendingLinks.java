package org.imprimatur.gateway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Links in mails, by which people show that an address is theirs: one opens the account they asked for, another lets them
 * choose a new password. Asking says the same whether there is such an account or not; the mail tells the difference.
 */
public final class SendingLinks {
    /** How long a link is good for, in real time. */
    public static final Duration LIFETIME = Duration.ofDays(2);

    private final Links links;
    private final LinkMails mails;
    private final Accounts accounts;
    private final Passwords passwords;
    private final OpeningAccounts opening;

    public SendingLinks(Links links, LinkMails mails, Accounts accounts, Passwords passwords, OpeningAccounts opening) {
        this.links = links;
        this.mails = mails;
        this.accounts = accounts;
        this.passwords = passwords;
        this.opening = opening;
    }

    /** Keeps a flawless application and sends its link; to an address that has an account, a mail that says so. */
    public void register(UUID id, Application application, Instant now) {
        String hash = passwords.hash(application.password());
        Optional<Account> known = accounts.byAddress(application.address());
        if (known.isPresent()) {
            mails.alreadyRegistered(id, known.get().id());
        } else {
            links.keepRegistration(id, application, hash, now);
            mails.confirmRegistration(id);
        }
    }

    /** What a registration's link would open. */
    public Optional<Registration> registration(UUID id, Instant now) {
        return links.registration(id, now.minus(LIFETIME));
    }

    /** Opens the account that was asked for; using the link again finds it open. Empty when the link is over. */
    public Optional<OpeningAccounts.Result> confirm(UUID id, String newId, Instant now) {
        return registration(id, now)
                .map(asked -> opening.open(
                        new Actor.Oneself(newId), asked.application(), Optional.of(asked.passwordHash()), newId, now));
    }

    /** Sends a link for a new password, if there is such an account. */
    public void forgotten(UUID id, String address, Instant now) {
        accounts.byAddress(address).ifPresent(account -> sendPasswordLink(id, account.id(), now));
    }

    /** Sends a link for a new password to this account. */
    public void sendPasswordLink(UUID id, String account, Instant now) {
        links.keepPasswordLink(id, account, now);
        mails.choosePassword(id, account);
    }

    /** Whose password a link lets choose; empty when it is over. */
    public Optional<String> accountOf(UUID passwordLink, Instant now) {
        return links.accountOf(passwordLink, now.minus(LIFETIME));
    }

    /** All password links of an account are over now. */
    public void used(String account) {
        links.dropPasswordLinks(account);
    }
}
