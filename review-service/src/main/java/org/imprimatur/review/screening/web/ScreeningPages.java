package org.imprimatur.review.screening.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.correspondence.RoleHolders;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.pages.SeenActs;
import org.imprimatur.review.pages.SinceOpened;
import org.imprimatur.review.screening.ScreeningManuscripts;
import org.imprimatur.review.way.Advising;
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

@Controller
class ScreeningPages {

    private static final String VIEW = "review/screening";
    private static final String SEEN = "seen";

    private final SeeingManuscripts seeing;
    private final Manuscripts manuscripts;
    private final ScreeningManuscripts screening;
    private final RoleHolders roles;
    private final People people;
    private final Advising advising;
    private final SinceOpened since;
    private final SeenActs acts;
    private final DomainClock clock;

    ScreeningPages(
            SeeingManuscripts seeing,
            Manuscripts manuscripts,
            ScreeningManuscripts screening,
            RoleHolders roles,
            People people,
            Advising advising,
            SinceOpened since,
            SeenActs acts,
            DomainClock clock) {
        this.seeing = seeing;
        this.manuscripts = manuscripts;
        this.screening = screening;
        this.roles = roles;
        this.people = people;
        this.advising = advising;
        this.since = since;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/editor/manuscripts/{number}/screening")
    ModelAndView form(@PathVariable String number, @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript = seeing.see(Acts.actor(person), number, Act.SCREEN)
                .orElseThrow(() -> new NotYours("screening of " + number));
        // who was given it before it is screened is proposed
        return new ModelAndView(VIEW, model(manuscript))
                .addObject(
                        "form",
                        Form.empty()
                                .with(
                                        "handlingEditor",
                                        manuscript.handlingEditor().orElse(""))
                                .with(SEEN, since.mark(manuscript.id())));
    }

    @PostMapping("/editor/manuscripts/{number}/screening")
    ModelAndView screen(
            @PathVariable String number,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            Model page) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("screening of " + number));
        Form form = Form.typed(request);
        SeenActs.Acted acted = acts.act(
                manuscript.id(),
                form.value(SEEN),
                person.account(),
                () -> screening.screen(
                        Acts.actor(person),
                        manuscript.id(),
                        form.value("verdict"),
                        form.value("handlingEditor"),
                        form.asTyped("letter"),
                        clock.instant()));
        Optional<Outcome.Refused> refused = Acts.refusal(acted.outcome());
        if (refused.isEmpty()) {
            return Acts.seeOther("/editor/manuscripts/" + number);
        }
        if (!Acts.comesBack(refused.get())) {
            return Acts.refused(page, refused.get());
        }
        Map<String, Object> model = model(manuscript);
        model.put("changed", acted.changed());
        ModelAndView again =
                Acts.with(form.with(SEEN, acted.mark()), refused.get()).refused(VIEW, model);
        again.setStatus(Acts.status(refused.get().kind()));
        return again;
    }

    private Map<String, Object> model(Manuscript manuscript) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        verdicts.put("pass", "Pass it on to review");
        verdicts.put("return", "Return it to the author");
        verdicts.put("desk-reject", "Reject without review");
        Map<String, String> editors = new LinkedHashMap<>();
        roles.of(manuscript.journal(), Role.HANDLING_EDITOR.key()).stream()
                .filter(account -> !manuscript.authors().contains(account))
                .forEach(account -> editors.put(account, people.nameOf(account)));
        Map<String, Object> model = new HashMap<>();
        model.put("manuscript", manuscript);
        model.put("version", manuscripts.present(manuscript));
        model.put("byLine", manuscripts.byLine(manuscript.id()));
        model.put("verdicts", verdicts);
        model.put(
                "hints",
                Map.of(
                        "pass", "to a handling editor, who chooses reviewers",
                        "return", "with points to mend; the author can hand in again",
                        "desk-reject", "with a letter that gives the reasons; ends the process"));
        model.put("editors", editors);
        advising.advice(manuscript.id(), PersonsStep.SCREEN).ifPresent(advice -> model.put("advice", advice));
        return model;
    }
}
