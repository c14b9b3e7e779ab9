package org.imprimatur.gateway.operations;

import java.util.List;
import java.util.Optional;
import org.imprimatur.gateway.accounts.Actor;
import org.imprimatur.gateway.accounts.Grant;

/**
 * How the services stand, and what is done about it: for administrators of the house, since it concerns all journals.
 * Each service judges by the same rule once more, and records who did what.
 */
public final class LookingAfterServices {
    private static final int LONGEST_REASON = 1000;

    private final Services services;

    public LookingAfterServices(Services services) {
        this.services = services;
    }

    public static boolean may(Actor actor) {
        return actor.administers(Grant.HOUSE);
    }

    /** Empty when it is none of theirs. */
    public Optional<List<ServiceState>> seen(Actor.Person actor) {
        return may(actor) ? Optional.of(services.ask(actor)) : Optional.empty();
    }

    public Outcome tryAgain(Actor.Person actor, String service, String message) {
        return may(actor) ? services.tryAgain(actor, service, message) : Outcome.NOT_ALLOWED;
    }

    public Outcome skip(Actor.Person actor, String service, String message, String reason) {
        if (!may(actor)) {
            return Outcome.NOT_ALLOWED;
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Outcome.NO_REASON;
        }
        return services.skip(actor, service, message, reason.strip());
    }
}
