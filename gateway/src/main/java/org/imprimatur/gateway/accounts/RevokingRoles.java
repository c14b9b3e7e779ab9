package org.imprimatur.gateway.accounts;

import java.util.List;

/** Takes a role at a journal back. The house keeps one administrator at least. */
public final class RevokingRoles {
    private final Accounts accounts;
    private final Facts facts;

    public RevokingRoles(Accounts accounts, Facts facts) {
        this.accounts = accounts;
        this.facts = facts;
    }

    public enum Result {
        REVOKED,
        NOTHING_TO_REVOKE,
        LAST_ADMINISTRATOR,
        NO_SUCH_ACCOUNT,
        NOT_ALLOWED
    }

    public Result revoke(Actor actor, String account, Grant grant) {
        if (!actor.administers(grant.journal())) {
            return Result.NOT_ALLOWED;
        }
        if (accounts.byId(account).isEmpty()) {
            return Result.NO_SUCH_ACCOUNT;
        }
        if (grant.journal().equals(Grant.HOUSE) && accounts.holdAdministrators().equals(List.of(account))) {
            return Result.LAST_ADMINISTRATOR;
        }
        if (!accounts.revoke(account, grant)) {
            return Result.NOTHING_TO_REVOKE;
        }
        facts.revoked(account, grant, actor);
        return Result.REVOKED;
    }
}
