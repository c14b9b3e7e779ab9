package org.imprimatur.review.round.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.manuscript.AuthorsWishes;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.pages.SeenActs;
import org.imprimatur.review.pages.SinceOpened;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.policy.Policy;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.ChoosingReviewers;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.round.RevokingInvitations;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whom to ask, and taking an invitation back. */
@Controller
class ChoosingPages {

    private static final String VIEW = "review/choose-reviewers";
    private static final String SEEN = "seen";
    private static final int FOUND = 40;

    private final SeeingManuscripts seeing;
    private final Manuscripts manuscripts;
    private final AuthorsWishes wishes;
    private final Rounds rounds;
    private final Reviewers reviewers;
    private final Policies policies;
    private final ChoosingReviewers choosing;
    private final RevokingInvitations revoking;
    private final SinceOpened since;
    private final Acts acts;
    private final SeenActs seenActs;
    private final DomainClock clock;
    private final ZoneId zone;

    ChoosingPages(
            SeeingManuscripts seeing,
            Manuscripts manuscripts,
            AuthorsWishes wishes,
            Rounds rounds,
            Reviewers reviewers,
            Policies policies,
            ChoosingReviewers choosing,
            RevokingInvitations revoking,
            SinceOpened since,
            Acts acts,
            SeenActs seenActs,
            DomainClock clock,
            @Value("${imprimatur.zone:UTC}") ZoneId zone) {
        this.seeing = seeing;
        this.manuscripts = manuscripts;
        this.wishes = wishes;
        this.rounds = rounds;
        this.reviewers = reviewers;
        this.policies = policies;
        this.choosing = choosing;
        this.revoking = revoking;
        this.since = since;
        this.acts = acts;
        this.seenActs = seenActs;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/editor/manuscripts/{number}/reviewers")
    ModelAndView form(
            @PathVariable String number, @AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        Manuscript manuscript = seeing.see(Acts.actor(person), number, Act.CHOOSE_REVIEWERS)
                .orElseThrow(() -> new NotYours("reviewers of " + number));
        Form form = Form.typed(request);
        if (!form.values().containsKey("q") && form.values("chosen").isEmpty()) {
            form = form.with("chosen", proposed(manuscript).toArray(String[]::new));
        }
        if (form.value(SEEN).isEmpty()) {
            form = form.with(SEEN, since.mark(manuscript.id()));
        }
        return new ModelAndView(VIEW, model(manuscript, form));
    }

    /** Sends the lists. */
    @PostMapping("/editor/manuscripts/{number}/reviewers")
    ModelAndView choose(
            @PathVariable String number,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            Model page) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("reviewers of " + number));
        Form form = Form.typed(request);
        Set<String> chosen = new LinkedHashSet<>(form.values("chosen"));
        List<String> alternates = form.values("alternate").stream()
                .filter(id -> !chosen.contains(id))
                .distinct()
                .toList();
        SeenActs.Acted acted = seenActs.act(
                manuscript.id(),
                form.value(SEEN),
                person.account(),
                () -> choosing.choose(
                        Acts.actor(person),
                        manuscript.id(),
                        List.copyOf(chosen),
                        alternates,
                        form.value(ChoosingReviewers.WHY_AWAY),
                        clock.instant()));
        Optional<Outcome.Refused> refused = Acts.refusal(acted.outcome());
        if (refused.isEmpty()) {
            return Acts.seeOther("/editor/manuscripts/" + number);
        }
        if (!Acts.comesBack(refused.get())) {
            return Acts.refused(page, refused.get());
        }
        Map<String, Object> model = model(manuscript, Acts.with(form.with(SEEN, acted.mark()), refused.get()));
        model.put("changed", acted.changed());
        ModelAndView again = new ModelAndView(VIEW, model);
        again.setStatus(Acts.status(refused.get().kind()));
        return again;
    }

    @PostMapping("/editor/manuscripts/{number}/invitations/{invitation}/revocation")
    ModelAndView revoke(
            @PathVariable String number,
            @PathVariable String invitation,
            @AuthenticationPrincipal SignedIn person,
            Model page) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("invitation at " + number));
        if (rounds.invitation(invitation)
                .map(Invitation::manuscript)
                .filter(manuscript.id()::equals)
                .isEmpty()) {
            throw new NotYours("invitation " + invitation);
        }
        return Acts.refusal(acts.act(() -> revoking.revoke(Acts.actor(person), invitation, clock.instant())))
                .map(refused -> Acts.refused(page, refused))
                .orElseGet(() -> Acts.seeOther("/editor/manuscripts/" + number + "#reviews"));
    }

    // those who reviewed the version before know best whether it has become better
    private List<String> proposed(Manuscript manuscript) {
        int round = rounds.latest(manuscript.id()).map(ReviewRound::round).orElse(1);
        return rounds.invitations(manuscript.id(), round - 1).stream()
                .filter(invitation -> invitation.state() instanceof Reviewed)
                .map(Invitation::reviewer)
                .toList();
    }

    private Map<String, Object> model(Manuscript manuscript, Form form) {
        ReviewRound round = rounds.latest(manuscript.id()).orElse(null);
        List<String> asked = round == null
                ? List.of()
                : round.candidates().stream()
                        .filter(candidate -> candidate.invitation().isPresent())
                        .map(ReviewRound.Candidate::reviewer)
                        .toList();
        List<Reviewers.Listed> found = new ArrayList<>(reviewers.search(form.value("q"), null, FOUND));
        List<String> listed = found.stream().map(one -> one.reviewer().id()).toList();
        // whoever is in a list stays in sight, whatever one searches for
        found.addAll(
                0,
                reviewers.listed(Stream.concat(form.values("chosen").stream(), form.values("alternate").stream())
                        .filter(id -> !listed.contains(id))
                        .toList()));
        found.removeIf(one -> asked.contains(one.reviewer().id()));
        Policy policy = policies.version(manuscript.journal(), manuscript.policyVersion())
                .policy();
        Map<String, Object> model = new HashMap<>();
        model.put("manuscript", manuscript);
        model.put("form", form);
        model.put("found", found);
        model.put("asked", reviewers.all(asked));
        model.put("wishes", wishes.of(manuscripts.present(manuscript).metadata()));
        model.put("round", round == null ? 1 : round.round());
        model.put("today", LocalDate.ofInstant(clock.instant(), zone));
        model.put("needed", policy.count(Policy.Count.REVIEWS_NEEDED));
        model.put("sideBySide", policy.count(Policy.Count.INVITED_SIDE_BY_SIDE));
        return model;
    }
}
