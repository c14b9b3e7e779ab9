package org.imprimatur.gateway.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens accounts: for others by an administrator, for oneself once the address is proved, and the first
 * administrator's by the holder of the setup token. An address has one account at most.
 */
public final class OpeningAccounts {
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Facts facts;

    public OpeningAccounts(Accounts accounts, Passwords passwords, PasswordRules rules, Facts facts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.facts = facts;
    }

    public sealed interface Result {}

    /** The account exists now. */
    public record Opened(Account account) implements Result {}

    /** There is one with this address already; nothing was changed. */
    public record AlreadyOpen(Account account) implements Result {}

    /** What was given can't be an account. */
    public record Flawed(List<Flaw> flaws) implements Result {}

    /** The actor may not. */
    public record NotAllowed() implements Result {}

    public Result open(Actor actor, Application application, String id, Instant now) {
        return open(
                actor, application, Optional.ofNullable(application.password()).map(passwords::hash), id, now);
    }

    /** The same with a password that was hashed when it was typed. */
    public Result open(Actor actor, Application application, Optional<String> passwordHash, String id, Instant now) {
        boolean first = actor instanceof Actor.Setup;
        if (first ? !accounts.holdAdministrators().isEmpty() : !mayOpen(actor)) {
            return new NotAllowed();
        }
        List<Flaw> flaws = application.flaws(rules);
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        Grant house = new Grant(Grant.HOUSE, Role.ADMINISTRATOR);
        var account = new Account(
                id,
                application.name(),
                application.address(),
                application.institution(),
                first ? Set.of(house) : Set.of());
        if (!accounts.add(account, passwordHash, now)) {
            return new AlreadyOpen(accounts.byAddress(application.address()).orElseThrow());
        }
        facts.opened(id, actor);
        if (first) {
            accounts.grant(id, house, actor.id(), now);
            facts.granted(id, house, actor);
        }
        return new Opened(account);
    }

    private static boolean mayOpen(Actor actor) {
        return actor instanceof Actor.Oneself || actor.seesAccounts();
    }
}
