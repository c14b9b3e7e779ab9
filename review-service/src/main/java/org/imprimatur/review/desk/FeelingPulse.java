package org.imprimatur.review.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Matter;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;

/** Shows how a journal does to those who answer for all of it. */
public final class FeelingPulse {

    private final Pulse pulse;
    private final Permissions permissions;

    public FeelingPulse(Pulse pulse, Permissions permissions) {
        this.pulse = pulse;
        this.permissions = permissions;
    }

    /** The journals of which this person may see it. */
    public List<String> journals(Actor.Person actor) {
        return actor.journals().stream()
                .filter(journal -> permissions.may(actor, Act.SEE_PULSE, Matter.of(journal)))
                .sorted()
                .toList();
    }

    /** Empty for those who may not see it. */
    public Optional<Pulse.Figures> of(Actor.Person actor, Pulse.Asked asked, Instant now) {
        return permissions.may(actor, Act.SEE_PULSE, Matter.of(asked.journal()))
                ? Optional.of(pulse.figures(asked, now))
                : Optional.empty();
    }
}
