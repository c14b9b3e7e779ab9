package org.imprimatur.review.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Matter;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.correspondence.RoleHolders;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.History.Entry;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.Moving;
import org.imprimatur.review.manuscript.Standing;

/** Gives a manuscript under way to a handling editor; what the one before owed is owed by the new one from now on. */
public final class AssigningEditors {

    private final Manuscripts manuscripts;
    private final RoleHolders roles;
    private final Moving moving;
    private final History history;
    private final Permissions permissions;
    private final Assignments assignments;

    public AssigningEditors(
            Manuscripts manuscripts,
            RoleHolders roles,
            Moving moving,
            History history,
            Permissions permissions,
            Assignments assignments) {
        this.manuscripts = manuscripts;
        this.roles = roles;
        this.moving = moving;
        this.history = history;
        this.permissions = permissions;
        this.assignments = assignments;
    }

    /** It is theirs already: nothing happens. @param editor the account of a handling editor, or the actor's own */
    public Outcome assign(Actor actor, String number, String editor, Instant now) {
        Manuscript manuscript = manuscripts
                .byNumber(number)
                .flatMap(found -> manuscripts.lock(found.id()))
                .orElse(null);
        if (manuscript == null || !permissions.may(actor, Act.SEE, manuscript.matter())) {
            return Outcome.unknown();
        }
        if (!permissions.may(actor, Act.ASSIGN, manuscript.matter())) {
            return Outcome.forbidden("desk.refused.assign");
        }
        if (manuscript.authors().contains(editor)) {
            return Outcome.conflict("desk.refused.author");
        }
        if (!editor.equals(actor.id()) && !candidates(manuscript.journal()).contains(editor)) {
            return Outcome.conflict("desk.refused.no-editor");
        }
        Optional<Standing> standing = manuscripts.standing(manuscript.id());
        if (standing.filter(stands -> !RemindingByHand.isOver(stands)).isEmpty()) {
            return Outcome.conflict("desk.refused.over");
        }
        if (manuscript.handlingEditor().equals(Optional.of(editor))) {
            return Outcome.done();
        }
        manuscripts.change(manuscript.givenTo(editor));
        history.note(
                new Entry(manuscript.id(), now, actor.id(), "editor-assigned", List.of("account/" + editor), true));
        assignments.assigned(manuscript.id(), editor, actor);
        Standing stands = standing.get();
        moving.moved(
                manuscript.id(),
                stands.step(),
                stands.whose(),
                stands.since(),
                stands.until(),
                stands.nextWhat(),
                stands.nextAt());
        return Outcome.done();
    }

    /** Who can be given manuscripts of a journal. */
    public List<String> candidates(String journal) {
        return roles.of(journal, Role.HANDLING_EDITOR.key());
    }

    /** Who can be given manuscripts of the journals at which this person gives them. */
    public List<String> candidates(Actor.Person actor) {
        return journals(actor)
                .flatMap(journal -> candidates(journal).stream())
                .distinct()
                .toList();
    }

    /** Whether this person gives manuscripts to editors anywhere. */
    public boolean assigns(Actor.Person actor) {
        return journals(actor).findAny().isPresent();
    }

    private Stream<String> journals(Actor.Person actor) {
        return actor.journals().stream()
                .sorted()
                .filter(journal -> permissions.may(actor, Act.ASSIGN, Matter.of(journal)));
    }
}
