package org.imprimatur.review.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.desk.Troubles.Kind;
import org.imprimatur.review.desk.Troubles.Trouble;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;

/**
 * What needs a look, of what a person may see: mails and deposits of manuscripts that are theirs to see, and mails to
 * reviewers only for those who may know who reviews. What stands still inside, and what belongs to no manuscript, is for
 * those who mend it: managing editors and administrators.
 */
public final class SeeingTroubles {

    private final Troubles troubles;
    private final Manuscripts manuscripts;
    private final Permissions permissions;

    public SeeingTroubles(Troubles troubles, Manuscripts manuscripts, Permissions permissions) {
        this.troubles = troubles;
        this.manuscripts = manuscripts;
        this.permissions = permissions;
    }

    /** @param manuscript empty where it is about something else */
    public record Seen(Trouble trouble, Optional<Manuscript> manuscript) {}

    /** Oldest first. */
    public List<Seen> of(Actor.Person actor) {
        return troubles.all().stream().flatMap(trouble -> seen(actor, trouble)).toList();
    }

    /** One of them; empty when it isn't theirs, or over. */
    public Optional<Seen> one(Actor.Person actor, String service, Kind kind, String key) {
        return troubles.find(service, kind, key)
                .flatMap(trouble -> seen(actor, trouble).findFirst());
    }

    private Stream<Seen> seen(Actor.Person actor, Trouble trouble) {
        Optional<Manuscript> manuscript = manuscripts.find(trouble.subject());
        boolean theirs = manuscript.isEmpty() || trouble.kind() == Kind.MESSAGE
                ? mayMend(actor, manuscript)
                : permissions.may(actor, act(trouble), manuscript.get().matter());
        return theirs ? Stream.of(new Seen(trouble, manuscript)) : Stream.empty();
    }

    private static Act act(Trouble trouble) {
        return trouble.who().startsWith("reviewer/") ? Act.SEE_REVIEWS : Act.SEE;
    }

    /** Whether this person may try again what stands still at this manuscript, or at none. */
    public boolean mayMend(Actor.Person actor, Optional<Manuscript> manuscript) {
        return manuscript.isPresent()
                ? permissions.may(actor, Act.SET_POLICY, manuscript.get().matter())
                : mends(actor);
    }

    /** Whether anything is this person's to mend. */
    public static boolean mends(Actor.Person actor) {
        return actor.roles().stream()
                .anyMatch(held -> held.role() == Role.MANAGING_EDITOR || held.role() == Role.ADMINISTRATOR);
    }
}
