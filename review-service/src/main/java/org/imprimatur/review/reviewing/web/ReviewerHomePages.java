package org.imprimatur.review.reviewing.web;

import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.reviewers.KeepingProfiles;
import org.imprimatur.review.reviewers.KnowingOneself;
import org.imprimatur.review.reviewers.Oneself;
import org.imprimatur.review.reviewing.SeeingOwnReviews;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** All that somebody was asked to review, at any of their addresses. */
@Controller
class ReviewerHomePages {

    private final KnowingOneself knowing;
    private final SeeingOwnReviews seeing;
    private final KeepingProfiles keeping;
    private final Acts acts;
    private final DomainClock clock;

    ReviewerHomePages(
            KnowingOneself knowing, SeeingOwnReviews seeing, KeepingProfiles keeping, Acts acts, DomainClock clock) {
        this.knowing = knowing;
        this.seeing = seeing;
        this.keeping = keeping;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/reviewer")
    ModelAndView home(@AuthenticationPrincipal SignedIn person) {
        Oneself oneself = knowing.of(Acts.actor(person));
        acts.act(() -> keeping.follow(oneself));
        return new ModelAndView("review/reviewer")
                .addObject("shown", seeing.of(oneself))
                .addObject("addresses", oneself.addresses().stream().sorted().toList())
                .addObject("now", clock.instant());
    }
}
