package org.imprimatur.review.round;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.correspondence.Writer;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.Invitation.State;

/** Writes mails to reviewers. Their links are made here, when the mail leaves, and only a link's hash is kept. */
public final class RoundWriter implements Writer {

    private static final String INVITATION = "invitation";
    private static final String ANSWER_REMINDER = "answer-reminder";
    private static final String REVIEW_REMINDER = "review-reminder";

    private final Rounds rounds;
    private final WhatReviewersSee seen;
    private final Links links;
    private final String publicUrl;
    private final Supplier<Instant> now;

    public RoundWriter(Rounds rounds, WhatReviewersSee seen, Links links, String publicUrl, Supplier<Instant> now) {
        this.rounds = rounds;
        this.seen = seen;
        this.links = links;
        this.publicUrl = publicUrl;
        this.now = now;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                INVITATION,
                ANSWER_REMINDER,
                REVIEW_REMINDER,
                "invitation-accepted",
                "invitation-declined",
                "invitation-revoked",
                "reviewer-withdrew",
                "review-thanks");
    }

    @Override
    public Written write(Mails.Order order) {
        WhatReviewersSee.Seen all = seen.at(order.values().get("invitation")).orElseThrow();
        Invitation invitation = all.invitation();
        State state = invitation.state();
        boolean moot = switch (order.kind()) {
            case INVITATION, ANSWER_REMINDER -> !(state instanceof Invited);
            case REVIEW_REMINDER, "invitation-accepted" -> !(state instanceof Accepted);
            default -> false;
        };
        if (moot) {
            return new Moot("it was answered or ended meanwhile");
        }
        Map<String, Object> model = new HashMap<>();
        model.put("title", all.title());
        model.put("number", all.number());
        model.put("section", all.section());
        model.put("abstractText", all.abstractText());
        model.put("answerBy", invitation.answerBy());
        model.put("reviewBy", invitation.reviewBy().orElse(null));
        model.put("late", invitation.reviewBy().filter(now.get()::isAfter).isPresent());
        int ordinal = Integer.parseInt(order.values().get("ordinal"));
        if (ordinal > 0) {
            String token = links.token(invitation.id(), ordinal);
            rounds.link(invitation.id(), ordinal, Links.hash(token));
            model.put("link", publicUrl + "/review/" + token);
        }
        return new Content(model, "invitation/" + invitation.id(), all.journal());
    }
}
