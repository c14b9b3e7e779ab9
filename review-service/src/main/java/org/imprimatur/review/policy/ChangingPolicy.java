package org.imprimatur.review.policy;

import java.time.Instant;
import java.util.Map;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Matter;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;

/** Gives a journal new settings; manuscripts that are under way keep theirs. */
public final class ChangingPolicy {

    private final Policies policies;
    private final Permissions permissions;

    public ChangingPolicy(Policies policies, Permissions permissions) {
        this.policies = policies;
        this.permissions = permissions;
    }

    /** @param basedOn the version that the person had before them */
    public Outcome change(Actor actor, String journal, int basedOn, Map<String, String> typed, Instant now) {
        if (!permissions.may(actor, Act.SEE_POLICY, Matter.of(journal))) {
            return Outcome.unknown();
        }
        if (!permissions.may(actor, Act.SET_POLICY, Matter.of(journal))) {
            return Outcome.forbidden("Only a managing editor can change a journal’s policy.");
        }
        Policy.Read read = Policy.read(typed);
        if (read instanceof Policy.Bad bad) {
            return Outcome.invalid(bad.errors());
        }
        Policy policy = ((Policy.Good) read).policy();
        Policies.Versioned current = policies.current(journal);
        if (current.policy().equals(policy)) {
            return Outcome.done();
        }
        boolean added = current.version() == basedOn
                && policies.add(journal, new Policies.Versioned(basedOn + 1, policy), actor.id(), now);
        return added
                ? Outcome.done()
                : Outcome.conflict(
                        "Somebody changed the policy while you were at it. Yours is below, as you typed it.");
    }
}
