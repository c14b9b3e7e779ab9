package org.imprimatur.gateway.passkeys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.LinkMails;
import org.imprimatur.gateway.accounts.LinkMails.Change;

/** Passkeys of accounts: made, named, taken away by their holder, and signed in with. Each challenge is good once. */
public final class KeepingPasskeys {
    /** How long a challenge is good for. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 100;

    private final Passkeys passkeys;
    private final WebAuthn webAuthn;
    private final Accounts accounts;
    private final LinkMails mails;

    public KeepingPasskeys(Passkeys passkeys, WebAuthn webAuthn, Accounts accounts, LinkMails mails) {
        this.passkeys = passkeys;
        this.webAuthn = webAuthn;
        this.accounts = accounts;
        this.mails = mails;
    }

    public enum Result {
        DONE,
        /** A name has 1 to 100 characters. */
        BAD_NAME,
        TOO_MANY,
        /** The response is not to our challenge, not from our pages, or was sent before. */
        NOT_VALID,
        NOT_YOURS
    }

    /** What the browser needs to make one for this account. */
    public String creationOptions(String account, String challenge) {
        Account known = accounts.byId(account).orElseThrow();
        List<String> existing =
                passkeys.of(account).stream().map(Passkey::credential).toList();
        return webAuthn.creationOptions(account, known.address(), known.name(), challenge, existing);
    }

    /**
     * @param challenge as we gave it to this account; whether it is still good is known to whoever gave it
     * @param change names this change, so that its holder is told once
     */
    public Result add(String account, String name, String response, String challenge, UUID change, Instant now) {
        if (!isName(name)) {
            return Result.BAD_NAME;
        }
        if (passkeys.of(account).size() >= MOST) {
            return Result.TOO_MANY;
        }
        Optional<Credential> made = webAuthn.registered(response, challenge);
        if (made.isEmpty()
                || !passkeys.spend(challenge, now)
                || !passkeys.add(account, name.strip(), made.get(), now)) {
            return Result.NOT_VALID;
        }
        mails.tellOfChange(Change.PASSKEY, account, change);
        return Result.DONE;
    }

    /** The account of whoever signed the challenge. */
    public Optional<Account> signIn(String response, String challenge, Instant now) {
        return webAuthn.credential(response).flatMap(passkeys::credential).flatMap(known -> {
            Optional<Long> counter = webAuthn.signed(response, challenge, known);
            if (counter.isEmpty() || !passkeys.spend(challenge, now)) {
                return Optional.empty();
            }
            passkeys.used(known.id(), counter.get(), now);
            return passkeys.accountOf(known.id()).flatMap(accounts::byId);
        });
    }

    public Result rename(String account, String credential, String name) {
        if (!isName(name)) {
            return Result.BAD_NAME;
        }
        return passkeys.rename(account, credential, name.strip()) ? Result.DONE : Result.NOT_YOURS;
    }

    /** @param change names this change, so that its holder is told once */
    public Result remove(String account, String credential, UUID change) {
        if (!passkeys.remove(account, credential)) {
            return Result.NOT_YOURS;
        }
        mails.tellOfChange(Change.PASSKEY, account, change);
        return Result.DONE;
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.strip().length() <= LONGEST_NAME;
    }
}
