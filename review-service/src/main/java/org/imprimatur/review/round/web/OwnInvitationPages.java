package org.imprimatur.review.round.web;

import java.util.Optional;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.FilesSeen;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.reviewers.KnowingOneself;
import org.imprimatur.review.reviewers.Oneself;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.AnsweringInvitations;
import org.imprimatur.review.round.ManuscriptText;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.review.round.WhatReviewersSee;
import org.imprimatur.review.round.WhatReviewersSee.Seen;
import org.imprimatur.review.round.WritingReviews;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signed in, without the mail: an invitation is a person's as long as the address it went to is. */
@Controller
@RequestMapping("/reviewer/reviews/{key}")
class OwnInvitationPages extends InvitationPages {

    private final KnowingOneself knowing;

    OwnInvitationPages(
            Rounds rounds,
            WhatReviewersSee seen,
            ManuscriptText text,
            AnsweringInvitations answering,
            WritingReviews writing,
            Reviewers reviewers,
            FilesSeen filesSeen,
            Acts acts,
            DomainClock clock,
            KnowingOneself knowing) {
        super(rounds, seen, text, answering, writing, reviewers, filesSeen, acts, clock);
        this.knowing = knowing;
    }

    @Override
    Optional<Seen> find(String invitation) {
        if (!(SecurityContextHolder.getContext().getAuthentication().getPrincipal() instanceof SignedIn person)) {
            return Optional.empty();
        }
        Oneself oneself = knowing.of(Acts.actor(person));
        return seen.at(invitation).filter(all -> oneself.has(all.reviewerAddress()));
    }

    @Override
    String path(String invitation) {
        return "/reviewer/reviews/" + invitation;
    }

    @Override
    ModelAndView unknown(Model page) {
        throw new NotYours("an invitation");
    }
}
