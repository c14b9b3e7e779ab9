package org.imprimatur.review.round;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.policy.Policy;
import org.imprimatur.review.round.Invitation.Changed;
import org.imprimatur.review.round.Invitation.NotChanged;
import org.imprimatur.review.round.Invitation.Result;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.imprimatur.review.way.EditorialProcess.Word;
import org.imprimatur.review.way.EditorialProcess.Word.Kind;

/** A reviewer says yes or no, or gives a review back. */
public final class AnsweringInvitations {

    private static final int LONGEST_REASON = 2_000;

    private final Rounds rounds;
    private final Manuscripts manuscripts;
    private final Policies policies;
    private final RoundEvents events;
    private final Mails mails;
    private final EditorialProcess process;

    public AnsweringInvitations(
            Rounds rounds,
            Manuscripts manuscripts,
            Policies policies,
            RoundEvents events,
            Mails mails,
            EditorialProcess process) {
        this.rounds = rounds;
        this.manuscripts = manuscripts;
        this.policies = policies;
        this.events = events;
        this.mails = mails;
        this.process = process;
    }

    public Outcome accept(Actor.Reviewer actor, Instant now) {
        Invitation invitation = hold(actor).orElse(null);
        if (invitation == null) {
            return Outcome.unknown();
        }
        Instant reviewBy = now.plus(policy(invitation).span(Policy.Span.REVIEW_WITHIN));
        return change(
                invitation.accept(now, reviewBy),
                actor,
                new Word(Kind.INVITATION_ACCEPTED, invitation.id(), Map.of("reviewBy", reviewBy.toString())),
                "invitation-accepted",
                3,
                now);
    }

    public Outcome decline(Actor.Reviewer actor, String reason, Instant now) {
        if (reason.length() > LONGEST_REASON) {
            return Outcome.invalid(Map.of("reason", "At most " + LONGEST_REASON + " characters."));
        }
        return hold(actor)
                .map(invitation -> change(
                        invitation.decline(now, reason),
                        actor,
                        new Word(Kind.INVITATION_DECLINED, invitation.id()),
                        "invitation-declined",
                        0,
                        now))
                .orElse(Outcome.unknown());
    }

    public Outcome withdraw(Actor.Reviewer actor, String reason, Instant now) {
        if (reason.length() > LONGEST_REASON) {
            return Outcome.invalid(Map.of("reason", "At most " + LONGEST_REASON + " characters."));
        }
        return hold(actor)
                .map(invitation -> change(
                        invitation.withdraw(now, reason),
                        actor,
                        new Word(Kind.REVIEWER_WITHDREW, invitation.id()),
                        "reviewer-withdrew",
                        0,
                        now))
                .orElse(Outcome.unknown());
    }

    // the manuscript first, as everybody does who acts on it: nobody waits for another in a ring
    private Optional<Invitation> hold(Actor.Reviewer actor) {
        return rounds.invitation(actor.invitation()).flatMap(invitation -> {
            manuscripts.lock(invitation.manuscript());
            return rounds.lock(invitation.id());
        });
    }

    private Outcome change(Result result, Actor actor, Word word, String mail, int ordinal, Instant now) {
        if (result instanceof NotChanged not) {
            return not.refusal();
        }
        Invitation after = ((Changed) result).invitation();
        rounds.change(after);
        events.changed(after, actor, now);
        mails.order(HoldingRounds.mail(after, mail, "/" + mail, ordinal));
        return process.tell(after.manuscript(), word) == Told.TAKEN
                ? Outcome.done()
                : Outcome.gone("This round of review has ended.");
    }

    private Policy policy(Invitation invitation) {
        Manuscript manuscript = manuscripts.find(invitation.manuscript()).orElseThrow();
        return policies.version(manuscript.journal(), manuscript.policyVersion())
                .policy();
    }
}
