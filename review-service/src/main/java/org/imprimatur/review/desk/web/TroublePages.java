package org.imprimatur.review.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Matter;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.way.Stuck;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What neither a message nor the process could do by itself: shown, with a way to try again. */
@Controller
class TroublePages {

    private static final String MESSAGE = "message";

    private final Inbox inbox;
    private final Stuck stuck;
    private final Manuscripts manuscripts;
    private final Permissions permissions;
    private final Acts acts;

    TroublePages(Inbox inbox, Stuck stuck, Manuscripts manuscripts, Permissions permissions, Acts acts) {
        this.inbox = inbox;
        this.stuck = stuck;
        this.manuscripts = manuscripts;
        this.permissions = permissions;
        this.acts = acts;
    }

    /** @param number the manuscript's, or null where it isn't one that we know */
    record Trouble(String kind, String id, String number, String what, String cause, Instant since) {}

    @GetMapping("/editor/troubles")
    ModelAndView list(@AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = Acts.actor(person);
        if (!mayMend(actor)) {
            throw new NotYours("troubles");
        }
        return new ModelAndView("review/troubles").addObject("troubles", of(actor));
    }

    @PostMapping("/editor/troubles/{kind}/{id}")
    ModelAndView tryAgain(
            @PathVariable String kind, @PathVariable String id, @AuthenticationPrincipal SignedIn person, Model page) {
        Actor.Person actor = Acts.actor(person);
        boolean theirs = of(actor).stream()
                .anyMatch(trouble -> trouble.kind().equals(kind) && trouble.id().equals(id));
        Outcome outcome = acts.act(() -> theirs && again(kind, id, actor)
                ? Outcome.done()
                : Outcome.conflict("It isn’t waiting any more: it was tried again, or given up."));
        return Acts.refusal(outcome)
                .map(refused -> Acts.refused(page, refused))
                .orElseGet(() -> Acts.seeOther("/editor/troubles"));
    }

    private boolean again(String kind, String id, Actor.Person actor) {
        return kind.equals(MESSAGE) ? inbox.tryAgain(id, actor.id()) : stuck.tryAgain(id);
    }

    static boolean mayMend(Actor.Person actor) {
        return actor.roles().stream()
                .anyMatch(held -> held.role() == Role.MANAGING_EDITOR || held.role() == Role.ADMINISTRATOR);
    }

    /** What stands still at manuscripts whose journal this person manages, and what belongs to none. */
    List<Trouble> of(Actor.Person actor) {
        List<Trouble> all = new ArrayList<>();
        if (!mayMend(actor)) {
            return all;
        }
        inbox.parked()
                .forEach(parked -> number(actor, parked.subject())
                        .ifPresent(number -> all.add(
                                new Trouble(MESSAGE, parked.id(), number, parked.type(), parked.cause(), null))));
        stuck.halted()
                .forEach(halted -> number(actor, halted.manuscript())
                        .ifPresent(number -> all.add(new Trouble(
                                "process", halted.id(), number, halted.what(), halted.cause(), halted.since()))));
        return all;
    }

    // a subject that is no manuscript of ours is anybody's who mends; its number is empty
    private Optional<String> number(Actor.Person actor, String subject) {
        Optional<Manuscript> manuscript = manuscripts.find(subject);
        if (manuscript.isEmpty()) {
            return Optional.of("");
        }
        Matter matter = manuscript.get().matter();
        return permissions.may(actor, Act.SET_POLICY, matter) ? manuscript.map(Manuscript::number) : Optional.empty();
    }
}
