package org.imprimatur.gateway.accounts;

import java.time.Instant;

/** Gives a role at a journal. The journal's administrators may, and the house's. */
public final class GrantingRoles {
    private final Accounts accounts;
    private final Facts facts;

    public GrantingRoles(Accounts accounts, Facts facts) {
        this.accounts = accounts;
        this.facts = facts;
    }

    public enum Result {
        GRANTED,
        ALREADY_HELD,
        NO_SUCH_ACCOUNT,
        NOT_ALLOWED
    }

    public Result grant(Actor actor, String account, Grant grant, Instant now) {
        if (!actor.administers(grant.journal())) {
            return Result.NOT_ALLOWED;
        }
        if (accounts.byId(account).isEmpty()) {
            return Result.NO_SUCH_ACCOUNT;
        }
        if (!accounts.grant(account, grant, actor.id(), now)) {
            return Result.ALREADY_HELD;
        }
        facts.granted(account, grant, actor);
        return Result.GRANTED;
    }
}
