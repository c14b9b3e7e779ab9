package org.imprimatur.review.round;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.policy.Policy;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Changed;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.Invitation.Result;
import org.imprimatur.review.round.Invitation.Reviewed;

/** What the process does in a round by itself. Each act bears having been done before. */
public final class HoldingRounds {

    private static final Actor PROCESS = new Actor.Process();

    private final Manuscripts manuscripts;
    private final Rounds rounds;
    private final Reviewers reviewers;
    private final Policies policies;
    private final RoundEvents events;
    private final Mails mails;

    public HoldingRounds(
            Manuscripts manuscripts,
            Rounds rounds,
            Reviewers reviewers,
            Policies policies,
            RoundEvents events,
            Mails mails) {
        this.manuscripts = manuscripts;
        this.rounds = rounds;
        this.reviewers = reviewers;
        this.policies = policies;
        this.events = events;
        this.mails = mails;
    }

    public void open(String manuscript, int round, Instant now) {
        if (rounds.find(manuscript, round).isEmpty()) {
            int version = manuscripts.find(manuscript).orElseThrow().version();
            rounds.keep(new ReviewRound(manuscript, round, 0, version, List.of(), now, Optional.empty()));
        }
    }

    public int seats(String manuscript, int round) {
        int chosen = rounds.find(manuscript, round).map(ReviewRound::seats).orElse(0);
        return chosen > 0 ? chosen : policy(manuscript).count(Policy.Count.INVITED_SIDE_BY_SIDE);
    }

    private Policy policy(String id) {
        Manuscript manuscript = manuscripts.find(id).orElseThrow();
        return policies.version(manuscript.journal(), manuscript.policyVersion())
                .policy();
    }

    /**
     * Invites the next candidate into a seat. Somebody sits there already: it is theirs.
     *
     * @param newId the invitation's id, if one is made
     */
    public Optional<String> inviteNext(
            String manuscript, int number, int seat, Instant answerBy, String newId, Instant now) {
        Optional<Invitation> sitting = rounds.invitations(manuscript, number).stream()
                .filter(invitation -> invitation.seat() == seat && invitation.isOpen())
                .findFirst();
        if (sitting.isPresent()) {
            return sitting.map(Invitation::id);
        }
        ReviewRound round = rounds.find(manuscript, number).orElseThrow();
        Optional<ReviewRound.Candidate> next = round.next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        String reviewer = next.get().reviewer();
        Invitation invitation = new Invitation(newId, manuscript, number, seat, reviewer, now, answerBy, new Invited());
        rounds.add(invitation);
        rounds.keep(round.invited(reviewer, newId));
        reviewers.asked(reviewer, now);
        events.changed(invitation, PROCESS, now);
        mails.order(mail(invitation, "invitation", "", 1));
        return Optional.of(newId);
    }

    /** Answered or closed meanwhile: nothing. */
    public void remindToAnswer(String id, int ordinal, Instant now) {
        Invitation invitation = rounds.lock(id).orElseThrow();
        if (invitation.state() instanceof Invited) {
            mails.order(mail(invitation, "answer-reminder", "/answer-reminder/" + ordinal, 100 + ordinal));
            events.reminded(invitation, "answer", ordinal, now);
        }
    }

    /** Not under review any more: nothing. */
    public void remindToReview(String id, int ordinal, Instant now) {
        Invitation invitation = rounds.lock(id).orElseThrow();
        if (invitation.state() instanceof Accepted) {
            mails.order(mail(invitation, "review-reminder", "/review-reminder/" + ordinal, 200 + ordinal));
            events.reminded(invitation, "review", ordinal, now);
        }
    }

    /** An editor wants all reminded who owe an answer or a review in the newest round. Gives how many mails go. */
    public int remindByHand(String manuscript, Actor by, Instant now) {
        List<Invitation> owing = rounds.latest(manuscript).stream()
                .flatMap(round -> rounds.invitations(manuscript, round.round()).stream())
                .filter(Invitation::isOpen)
                .toList();
        owing.forEach(invitation -> {
            String of = invitation.state() instanceof Accepted ? "review" : "answer";
            // a link of its own, which no other mail of this invitation has
            int ordinal = 1_000 + (int) (now.getEpochSecond() / 86_400);
            mails.order(mail(invitation, of + "-reminder", "/hand/" + now, ordinal));
            events.remindedByHand(invitation, of, by, now);
        });
        return owing.size();
    }

    /** Answered or closed meanwhile: nothing. */
    public void expire(String id, Instant now) {
        Result result = rounds.lock(id).orElseThrow().expire(now);
        if (result instanceof Changed changed) {
            rounds.change(changed.invitation());
            events.changed(changed.invitation(), PROCESS, now);
        }
    }

    public int reviewsIn(String manuscript, int round) {
        return (int) rounds.invitations(manuscript, round).stream()
                .filter(invitation -> invitation.state() instanceof Reviewed)
                .count();
    }

    /** Closed already: nothing. */
    public void close(String manuscript, int number, Instant now) {
        ReviewRound round = rounds.find(manuscript, number).orElse(null);
        if (round == null || round.closedAt().isPresent()) {
            return;
        }
        rounds.keep(round.closed(now));
        rounds.invitations(manuscript, number).forEach(invitation -> revoke(invitation, PROCESS, now));
    }

    /** The manuscript is withdrawn: whatever round is open ends. */
    public void closeAll(String manuscript, Instant now) {
        rounds.latest(manuscript).ifPresent(round -> close(manuscript, round.round(), now));
    }

    private void revoke(Invitation invitation, Actor by, Instant now) {
        if (invitation.revoke(now) instanceof Changed changed) {
            rounds.change(changed.invitation());
            events.changed(changed.invitation(), by, now);
            mails.order(mail(changed.invitation(), "invitation-revoked", "/revoked", 0));
        }
    }

    /** The order for a mail about an invitation; {@code ordinal} tells its link from others, 0 for none. */
    static Mails.Order mail(Invitation invitation, String kind, String cause, int ordinal) {
        return new Mails.Order(
                "invitation/" + invitation.id() + cause,
                invitation.manuscript(),
                "reviewer/" + invitation.reviewer(),
                kind,
                Map.of("invitation", invitation.id(), "ordinal", Integer.toString(ordinal)));
    }
}
