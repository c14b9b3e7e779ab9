package org.imprimatur.review.round.web;

import java.util.Optional;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.FilesSeen;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.AnsweringInvitations;
import org.imprimatur.review.round.Links;
import org.imprimatur.review.round.ManuscriptText;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.review.round.WhatReviewersSee;
import org.imprimatur.review.round.WhatReviewersSee.Seen;
import org.imprimatur.review.round.WritingReviews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** By the link of a mail, without an account. Its token stands in no log and no page but its own addresses. */
@Controller
@RequestMapping("/review/{key}")
class LinkPages extends InvitationPages {

    LinkPages(
            Rounds rounds,
            WhatReviewersSee seen,
            ManuscriptText text,
            AnsweringInvitations answering,
            WritingReviews writing,
            Reviewers reviewers,
            FilesSeen filesSeen,
            Acts acts,
            DomainClock clock) {
        super(rounds, seen, text, answering, writing, reviewers, filesSeen, acts, clock);
    }

    @Override
    Optional<Seen> find(String token) {
        return rounds.byLink(Links.hash(token)).flatMap(seen::at);
    }

    @Override
    String path(String token) {
        return "/review/" + token;
    }
}
