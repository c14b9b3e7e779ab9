package org.imprimatur.review.production.web;

import java.util.Arrays;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.production.Production;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The production editor's steps: buttons on the manuscript's page. */
@Controller
class ProductionPages {

    private final SeeingManuscripts seeing;
    private final Production production;
    private final Acts acts;
    private final DomainClock clock;

    ProductionPages(SeeingManuscripts seeing, Production production, Acts acts, DomainClock clock) {
        this.seeing = seeing;
        this.production = production;
        this.acts = acts;
        this.clock = clock;
    }

    @PostMapping("/editor/manuscripts/{number}/production/{step}")
    ModelAndView complete(
            @PathVariable String number,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String deposit,
            @AuthenticationPrincipal SignedIn person,
            Model page) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("production of " + number));
        PersonsStep known = Arrays.stream(PersonsStep.values())
                .filter(one -> one.id().equals(step))
                .findFirst()
                .orElseThrow(() -> new NotYours("step " + step));
        return Acts.refusal(acts.act(() ->
                        production.complete(Acts.actor(person), manuscript.id(), known, deposit, clock.instant())))
                .map(refused -> Acts.refused(page, refused))
                .orElseGet(() -> Acts.seeOther("/editor/manuscripts/" + number));
    }
}
