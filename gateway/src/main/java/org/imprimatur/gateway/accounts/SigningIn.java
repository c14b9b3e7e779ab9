package org.imprimatur.gateway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells by address and password who somebody is. A refusal is the same for a wrong password, an unknown address and an
 * account without password, and takes as long. After too many failures within {@link #WINDOW} nothing is even tried.
 * Times are real, never the domain's.
 */
public final class SigningIn {
    /** How long a failure counts. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    static final int FROM_ONE_CLIENT_AT_ONE_ADDRESS = 8;
    static final int AT_ONE_ADDRESS = 40;
    static final int FROM_ONE_CLIENT = 80;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final String hashOfNobody;

    public SigningIn(Accounts accounts, Passwords passwords, Attempts attempts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        hashOfNobody = passwords.hash("nobody's password");
    }

    public sealed interface Result {}

    public record SignedIn(Account account) implements Result {}

    /** Address and password don't fit; why is not said. */
    public record Refused() implements Result {}

    /** Too many failures; nothing was tried. */
    public record TooOften() implements Result {}

    /** @param client what tells one caller from another, such as its network address */
    public Result signIn(String address, String password, String client, Instant now) {
        Instant since = now.minus(WINDOW);
        if (attempts.at(address, client, since) >= FROM_ONE_CLIENT_AT_ONE_ADDRESS
                || attempts.at(address, since) >= AT_ONE_ADDRESS
                || attempts.from(client, since) >= FROM_ONE_CLIENT) {
            return new TooOften();
        }
        Optional<Account> account = accounts.byAddress(address);
        Optional<String> hash = account.flatMap(known -> accounts.passwordHash(known.id()));
        boolean fits = passwords.matches(password, hash.orElse(hashOfNobody)) && hash.isPresent();
        if (!fits) {
            attempts.failed(address, client, now);
            return new Refused();
        }
        attempts.succeeded(address, client);
        if (passwords.isWeak(hash.orElseThrow())) {
            accounts.changePassword(account.orElseThrow().id(), passwords.hash(password));
        }
        return new SignedIn(account.orElseThrow());
    }
}
