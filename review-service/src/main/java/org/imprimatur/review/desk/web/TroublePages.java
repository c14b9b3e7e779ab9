package org.imprimatur.review.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.desk.SeeingTroubles;
import org.imprimatur.review.desk.SeeingTroubles.Seen;
import org.imprimatur.review.desk.Troubles.Kind;
import org.imprimatur.review.desk.Troubles.Trouble;
import org.imprimatur.review.manuscript.Contributor;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What went wrong and isn't over, here and elsewhere: shown, with a way to try again what is ours. */
@Controller
class TroublePages {

    private static final String OURS = "review";
    private static final String PROCESS = "process";
    private static final Outcome GONE = Outcome.conflict("It isn’t waiting any more: it was tried again, or given up.");

    private final SeeingTroubles seeing;
    private final Inbox inbox;
    private final MailQueue mails;
    private final Stuck stuck;
    private final Manuscripts manuscripts;
    private final Words words;
    private final Acts acts;

    TroublePages(
            SeeingTroubles seeing,
            Inbox inbox,
            MailQueue mails,
            Stuck stuck,
            Manuscripts manuscripts,
            Words words,
            Acts acts) {
        this.seeing = seeing;
        this.inbox = inbox;
        this.mails = mails;
        this.stuck = stuck;
        this.manuscripts = manuscripts;
        this.words = words;
        this.acts = acts;
    }

    /**
     * @param kind message, mail, deposit or process
     * @param number the manuscript's, or "" where it is none that we know
     * @param again what the button says; empty where nothing can be done on this page
     * @param elsewhere the page on which something can be done; empty where there is none for this person
     */
    record Shown(
            String kind,
            String id,
            String number,
            String what,
            String cause,
            Instant since,
            String again,
            String elsewhere) {}

    @GetMapping("/editor/troubles")
    ModelAndView list(@AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = Acts.actor(person);
        List<Shown> all = of(actor);
        if (all.isEmpty() && !SeeingTroubles.mends(actor)) {
            throw new NotYours("troubles");
        }
        return new ModelAndView("review/troubles").addObject("troubles", all);
    }

    @PostMapping("/editor/troubles")
    ModelAndView tryAgain(
            @RequestParam String kind, @RequestParam String id, @AuthenticationPrincipal SignedIn person, Model page) {
        Actor.Person actor = Acts.actor(person);
        Outcome outcome = acts.act(() -> again(kind, id, actor));
        return Acts.refusal(outcome)
                .map(refused -> Acts.refused(page, refused))
                .orElseGet(() -> Acts.seeOther("/editor/troubles"));
    }

    private Outcome again(String kind, String id, Actor.Person actor) {
        boolean done = switch (kind) {
            case "message" -> mends(actor, Kind.MESSAGE, id) && inbox.tryAgain(id, actor.id());
            case "mail" -> mends(actor, Kind.MAIL, id) && mails.tryAgain(UUID.fromString(id));
            case PROCESS -> halted(actor).anyMatch(one -> one.id().equals(id)) && stuck.tryAgain(id);
            default -> false;
        };
        return done ? Outcome.done() : GONE;
    }

    private boolean mends(Actor.Person actor, Kind kind, String id) {
        return seeing.one(actor, OURS, kind, id)
                .filter(seen -> seeing.mayMend(actor, seen.manuscript()))
                .isPresent();
    }

    /** All that this person may see. */
    List<Shown> of(Actor.Person actor) {
        return Stream.concat(seeing.of(actor).stream().map(seen -> shown(actor, seen)), halted(actor))
                .toList();
    }

    /** What this person may see of one manuscript's. */
    List<Shown> of(Actor.Person actor, String manuscript) {
        return Stream.concat(
                        seeing.of(actor).stream()
                                .filter(seen -> seen.trouble().subject().equals(manuscript))
                                .map(seen -> shown(actor, seen)),
                        halted(actor)
                                .filter(one -> one.number()
                                        .equals(manuscripts
                                                .find(manuscript)
                                                .map(Manuscript::number)
                                                .orElse(null))))
                .toList();
    }

    private Shown shown(Actor.Person actor, Seen seen) {
        Trouble trouble = seen.trouble();
        boolean mendable = trouble.service().equals(OURS) && seeing.mayMend(actor, seen.manuscript());
        List<Contributor> byLine = seen.manuscript()
                .map(manuscript -> manuscripts.byLine(manuscript.id()))
                .orElse(List.of());
        return new Shown(
                trouble.kind().name().toLowerCase(java.util.Locale.ROOT),
                trouble.key(),
                number(seen.manuscript()),
                words.trouble(trouble, byLine),
                trouble.cause(),
                trouble.since(),
                mendable ? again(trouble.kind()) : "",
                elsewhere(actor, trouble));
    }

    private static String again(Kind kind) {
        return switch (kind) {
            case MESSAGE -> "Try again";
            case MAIL -> "Send it again";
            case DEPOSIT -> "";
        };
    }

    private static String elsewhere(Actor.Person actor, Trouble trouble) {
        boolean operates = actor.holds("*", Role.ADMINISTRATOR);
        return trouble.kind() == Kind.MESSAGE && operates && !trouble.service().equals(OURS) ? "/admin/operations" : "";
    }

    private Stream<Shown> halted(Actor.Person actor) {
        return stuck.halted().stream().flatMap(halted -> {
            Optional<Manuscript> manuscript = manuscripts.find(halted.manuscript());
            return seeing.mayMend(actor, manuscript)
                    ? Stream.of(new Shown(
                            PROCESS,
                            halted.id(),
                            number(manuscript),
                            "The process could not go on: " + halted.what(),
                            halted.cause(),
                            halted.since(),
                            "Try again",
                            ""))
                    : Stream.empty();
        });
    }

    private static String number(Optional<Manuscript> manuscript) {
        return manuscript.map(Manuscript::number).orElse("");
    }
}
