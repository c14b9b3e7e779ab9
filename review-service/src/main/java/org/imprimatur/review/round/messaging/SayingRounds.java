package org.imprimatur.review.round.messaging;

import java.time.Instant;
import java.util.List;
import org.imprimatur.contracts.review.InvitationAccepted;
import org.imprimatur.contracts.review.InvitationDeclined;
import org.imprimatur.contracts.review.InvitationExpired;
import org.imprimatur.contracts.review.InvitationRevoked;
import org.imprimatur.contracts.review.ReviewSubmitted;
import org.imprimatur.contracts.review.ReviewerInvited;
import org.imprimatur.contracts.review.ReviewerReminded;
import org.imprimatur.contracts.review.ReviewerWithdrew;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Declined;
import org.imprimatur.review.round.Invitation.Expired;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.Invitation.Revoked;
import org.imprimatur.review.round.Invitation.State;
import org.imprimatur.review.round.Invitation.Withdrew;
import org.imprimatur.review.round.Review;
import org.imprimatur.review.round.Review.Recommendation;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.round.RoundEvents;
import org.springframework.stereotype.Component;

@Component
class SayingRounds implements RoundEvents {

    private final Outbox outbox;
    private final History history;
    private final Reviewers reviewers;

    SayingRounds(Outbox outbox, History history, Reviewers reviewers) {
        this.outbox = outbox;
        this.history = history;
        this.reviewers = reviewers;
    }

    @Override
    public void chosen(ReviewRound round, Actor by, Instant at) {
        long waiting = round.candidates().stream()
                .filter(candidate -> candidate.invitation().isEmpty())
                .count();
        note(
                round.manuscript(),
                by,
                at,
                "reviewers-chosen",
                Integer.toString(round.seats()),
                Long.toString(waiting - round.seats()));
    }

    @Override
    public void chosenThoughAway(ReviewRound round, String reviewer, String reason, Actor by, Instant at) {
        note(round.manuscript(), by, at, "reviewer-chosen-though-away", "reviewer/" + reviewer, reason);
    }

    @Override
    public void changed(Invitation invitation, Actor by, Instant at) {
        String manuscript = invitation.manuscript();
        int round = invitation.round();
        String id = invitation.id();
        State state = invitation.state();
        if (state instanceof Invited) {
            outbox.say(new ReviewerInvited(manuscript, round, id, invitation.answerBy(), account(invitation)), by.id());
            note(
                    manuscript,
                    by,
                    at,
                    "reviewer-invited",
                    who(invitation),
                    invitation.answerBy().toString());
        } else if (state instanceof Accepted accepted) {
            outbox.say(
                    new InvitationAccepted(manuscript, round, id, accepted.reviewBy(), account(invitation)), by.id());
            note(
                    manuscript,
                    by,
                    at,
                    "invitation-accepted",
                    who(invitation),
                    accepted.reviewBy().toString());
        } else if (state instanceof Declined) {
            outbox.say(new InvitationDeclined(manuscript, round, id), by.id());
            note(manuscript, by, at, "invitation-declined", who(invitation));
        } else if (state instanceof Expired) {
            outbox.say(new InvitationExpired(manuscript, round, id), by.id());
            note(manuscript, by, at, "invitation-expired", who(invitation));
        } else if (state instanceof Revoked) {
            outbox.say(new InvitationRevoked(manuscript, round, id), by.id());
            note(manuscript, by, at, "invitation-revoked", who(invitation));
        } else if (state instanceof Withdrew) {
            outbox.say(new ReviewerWithdrew(manuscript, round, id), by.id());
            note(manuscript, by, at, "reviewer-withdrew", who(invitation));
        }
    }

    @Override
    public void submitted(Invitation invitation, Review review, Actor by, Instant at) {
        Recommendation recommendation = review.recommendation().orElseThrow();
        outbox.say(
                new ReviewSubmitted(
                        invitation.manuscript(),
                        invitation.round(),
                        invitation.id(),
                        recommendation.key(),
                        account(invitation)),
                by.id());
        note(
                invitation.manuscript(),
                by,
                at,
                "review-submitted",
                who(invitation),
                recommendation.words().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public void reminded(Invitation invitation, String of, int ordinal, Instant at) {
        sayReminded(invitation, of, ordinal, new Actor.Process(), at);
        note(
                invitation.manuscript(),
                new Actor.Process(),
                at,
                "reminded-to-" + of,
                who(invitation),
                Integer.toString(ordinal));
    }

    @Override
    public void remindedByHand(Invitation invitation, String of, Actor by, Instant at) {
        sayReminded(invitation, of, 0, by, at);
    }

    private void sayReminded(Invitation invitation, String of, int ordinal, Actor by, Instant at) {
        outbox.say(
                new ReviewerReminded(
                        invitation.manuscript(),
                        invitation.round(),
                        invitation.id(),
                        of,
                        ordinal,
                        at,
                        account(invitation)),
                by.id());
    }

    private String account(Invitation invitation) {
        return reviewers.accountOf(invitation.reviewer()).orElse(null);
    }

    private static String who(Invitation invitation) {
        return "reviewer/" + invitation.reviewer();
    }

    private void note(String manuscript, Actor by, Instant at, String what, String... words) {
        history.note(new History.Entry(manuscript, at, by.id(), what, List.of(words), !(by instanceof Actor.Process)));
    }
}
