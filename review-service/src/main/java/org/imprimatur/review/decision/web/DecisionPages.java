package org.imprimatur.review.decision.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.decision.DecidingManuscripts;
import org.imprimatur.review.decision.DecidingManuscripts.Typed;
import org.imprimatur.review.decision.Decision;
import org.imprimatur.review.decision.Decision.Kind;
import org.imprimatur.review.decision.DecisionLetter;
import org.imprimatur.review.decision.Decisions;
import org.imprimatur.review.decision.JudgingRevisions;
import org.imprimatur.review.manuscript.Contributor;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.pages.SeenActs;
import org.imprimatur.review.pages.SinceOpened;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.policy.Policy;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Review;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.review.way.Advising;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Decisions, after a round or on a minor revision; and what becomes of a revision that doesn't come. */
@Controller
class DecisionPages {

    private static final String VIEW = "review/decision";
    private static final String SEEN = "seen";
    private static final String OVERDUE = "review/revision-overdue";

    private final SeeingManuscripts seeing;
    private final Manuscripts manuscripts;
    private final Rounds rounds;
    private final Reviewers reviewers;
    private final Decisions decisions;
    private final Policies policies;
    private final DecidingManuscripts deciding;
    private final JudgingRevisions judging;
    private final EditorialProcess process;
    private final Advising advising;
    private final People people;
    private final SinceOpened since;
    private final Acts acts;
    private final SeenActs seenActs;
    private final DomainClock clock;

    DecisionPages(
            SeeingManuscripts seeing,
            Manuscripts manuscripts,
            Rounds rounds,
            Reviewers reviewers,
            Decisions decisions,
            Policies policies,
            DecidingManuscripts deciding,
            JudgingRevisions judging,
            EditorialProcess process,
            Advising advising,
            People people,
            SinceOpened since,
            Acts acts,
            SeenActs seenActs,
            DomainClock clock) {
        this.seeing = seeing;
        this.manuscripts = manuscripts;
        this.rounds = rounds;
        this.reviewers = reviewers;
        this.decisions = decisions;
        this.policies = policies;
        this.deciding = deciding;
        this.judging = judging;
        this.process = process;
        this.advising = advising;
        this.people = people;
        this.since = since;
        this.acts = acts;
        this.seenActs = seenActs;
        this.clock = clock;
    }

    /** A review as the editor weighs it. */
    record Weighed(String invitation, String reviewer, Review review, int words) {}

    /** Asking for a kind brings that kind's template, unless the editor has written something of their own. */
    @GetMapping("/editor/manuscripts/{number}/decision")
    ModelAndView form(
            @PathVariable String number, @AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        Manuscript manuscript = seeing.see(Acts.actor(person), number, Act.DECIDE)
                .orElseThrow(() -> new NotYours("decision on " + number));
        Form typed = Form.typed(request);
        List<Weighed> reviews = reviews(manuscript);
        Form form = typed.values().containsKey("quoted")
                ? typed
                : typed.with("quoted", reviews.stream().map(Weighed::invitation).toArray(String[]::new));
        Optional<Kind> kind = Kind.of(form.value("kind"));
        if (kind.isPresent()) {
            form = form.with("letter", template(kind.get(), manuscript, person));
        }
        if (form.value(SEEN).isEmpty()) {
            form = form.with(SEEN, since.mark(manuscript.id()));
        }
        return new ModelAndView(VIEW, model(manuscript, reviews, form));
    }

    @PostMapping("/editor/manuscripts/{number}/decision")
    ModelAndView decide(
            @PathVariable String number,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            Model page) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("decision on " + number));
        Form form = Form.typed(request);
        Typed typed = new Typed(form.value("kind"), form.asTyped("letter"), form.values("quoted"));
        boolean checking = form.value("step").equals("check");
        String id = UUID.randomUUID().toString();
        SeenActs.Acted acted = seenActs.act(manuscript.id(), form.value(SEEN), person.account(), () -> {
            if (!checking) {
                return deciding.decide(Acts.actor(person), manuscript.id(), typed, id, clock.instant());
            }
            return typed.kind().equals("review")
                    ? judging.anotherRound(Acts.actor(person), manuscript.id(), clock.instant())
                    : deciding.check(Acts.actor(person), manuscript.id(), typed, id, clock.instant());
        });
        Optional<Outcome.Refused> refused = Acts.refusal(acted.outcome());
        if (refused.isEmpty()) {
            return Acts.seeOther("/editor/manuscripts/" + number);
        }
        if (!Acts.comesBack(refused.get())) {
            return Acts.refused(page, refused.get());
        }
        Map<String, Object> model =
                model(manuscript, reviews(manuscript), Acts.with(form.with(SEEN, acted.mark()), refused.get()));
        model.put("changed", acted.changed());
        ModelAndView again = new ModelAndView(VIEW, model);
        again.setStatus(Acts.status(refused.get().kind()));
        return again;
    }

    @PostMapping("/editor/manuscripts/{number}/decision/recall")
    ModelAndView recall(@PathVariable String number, @AuthenticationPrincipal SignedIn person, Model page) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("decision on " + number));
        return Acts.refusal(acts.act(() -> deciding.recall(Acts.actor(person), manuscript.id(), clock.instant())))
                .map(refused -> Acts.refused(page, refused))
                .orElseGet(() -> Acts.seeOther("/editor/manuscripts/" + number));
    }

    @GetMapping("/editor/manuscripts/{number}/revision")
    ModelAndView overdue(@PathVariable String number, @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript = seeing.see(Acts.actor(person), number, Act.DECIDE)
                .orElseThrow(() -> new NotYours("revision of " + number));
        return new ModelAndView(
                OVERDUE,
                Map.of("manuscript", manuscript, "form", Form.empty().with(SEEN, since.mark(manuscript.id()))));
    }

    @PostMapping("/editor/manuscripts/{number}/revision")
    ModelAndView judge(
            @PathVariable String number,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            Model page) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("revision of " + number));
        Form form = Form.typed(request);
        String id = UUID.randomUUID().toString();
        SeenActs.Acted acted = seenActs.act(
                manuscript.id(),
                form.value(SEEN),
                person.account(),
                () -> judging.judge(
                        Acts.actor(person),
                        manuscript.id(),
                        form.value("overdue"),
                        form.asTyped("letter"),
                        id,
                        clock.instant()));
        Optional<Outcome.Refused> refused = Acts.refusal(acted.outcome());
        if (refused.isEmpty()) {
            return Acts.seeOther("/editor/manuscripts/" + number);
        }
        if (!Acts.comesBack(refused.get())) {
            return Acts.refused(page, refused.get());
        }
        ModelAndView again = Acts.with(form.with(SEEN, acted.mark()), refused.get())
                .refused(OVERDUE, Map.of("manuscript", manuscript, "changed", acted.changed()));
        again.setStatus(Acts.status(refused.get().kind()));
        return again;
    }

    private String template(Kind kind, Manuscript manuscript, SignedIn person) {
        String author = manuscripts.byLine(manuscript.id()).stream()
                .filter(Contributor::corresponding)
                .map(Contributor::name)
                .findFirst()
                .orElse("author");
        return DecisionLetter.template(kind, author, manuscript.number(), person.name());
    }

    private List<Weighed> reviews(Manuscript manuscript) {
        int round = rounds.latest(manuscript.id()).map(ReviewRound::round).orElse(0);
        List<Weighed> reviews = new ArrayList<>();
        for (Invitation invitation : rounds.invitations(manuscript.id(), round)) {
            if (invitation.state() instanceof Reviewed) {
                Review review = rounds.review(invitation.id()).orElseThrow();
                reviews.add(new Weighed(
                        invitation.id(),
                        reviewers.find(invitation.reviewer()).orElseThrow().name(),
                        review,
                        review.toAuthors().strip().split("\\s+").length));
            }
        }
        return reviews;
    }

    private Map<String, Object> model(Manuscript manuscript, List<Weighed> reviews, Form form) {
        boolean checking = process.waiting(manuscript.id()).contains(PersonsStep.CHECK_REVISION)
                || form.value("step").equals("check");
        Policy policy = policies.version(manuscript.journal(), manuscript.policyVersion())
                .policy();
        Map<String, String> kinds = new LinkedHashMap<>();
        if (checking) {
            kinds.put("accept", "Accept the revision");
            kinds.put("minor", "Ask for another minor revision");
            kinds.put("review", "Send it to another round of review");
        } else {
            for (Kind kind : Kind.values()) {
                kinds.put(kind.key(), kind.words());
            }
        }
        List<Review> quoted = reviews.stream()
                .filter(one -> form.has("quoted", one.invitation()))
                .map(Weighed::review)
                .toList();
        Optional<Decision> held = decisions.held(manuscript.id());
        Map<String, Object> model = new HashMap<>();
        model.put("manuscript", manuscript);
        model.put("checking", checking);
        advising.advice(manuscript.id(), PersonsStep.DECIDE).ifPresent(advice -> model.put("advice", advice));
        model.put("reviews", reviews);
        model.put("kinds", kinds);
        model.put("form", form);
        model.put("quoted", quoted);
        model.put("heldUntil", clock.instant().plus(policy.span(Policy.Span.LETTER_HELD_FOR)));
        model.put("revisionDue", clock.instant().plus(policy.span(Policy.Span.REVISION_WITHIN)));
        held.ifPresent(decision -> {
            model.put("held", decision);
            model.put("heldBy", people.nameOf(decision.by()));
        });
        return model;
    }
}
