package org.imprimatur.review.round;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Changed;
import org.imprimatur.review.round.Invitation.NotChanged;
import org.imprimatur.review.round.Invitation.Result;
import org.imprimatur.review.round.Review.Question;
import org.imprimatur.review.round.Review.Recommendation;
import org.imprimatur.review.round.Review.Score;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.imprimatur.review.way.EditorialProcess.Word;
import org.imprimatur.review.way.EditorialProcess.Word.Kind;

/** A reviewer writes a review, leaves, comes back, and submits it once. */
public final class WritingReviews {

    private final Manuscripts manuscripts;
    private final Rounds rounds;
    private final RoundEvents events;
    private final Mails mails;
    private final EditorialProcess process;

    public WritingReviews(
            Manuscripts manuscripts, Rounds rounds, RoundEvents events, Mails mails, EditorialProcess process) {
        this.manuscripts = manuscripts;
        this.rounds = rounds;
        this.events = events;
        this.mails = mails;
        this.process = process;
    }

    /** What the form holds. */
    public record Typed(
            Map<Question, Score> scores, String toAuthors, String toEditor, Optional<Recommendation> recommendation) {

        Review review(String invitation, Instant now) {
            return new Review(invitation, scores, toAuthors, toEditor, recommendation, now, Optional.empty());
        }
    }

    /** Keeps a draft, however little it holds. */
    public Outcome save(Actor.Reviewer actor, Typed typed, Instant now) {
        Invitation invitation = rounds.lock(actor.invitation()).orElse(null);
        if (invitation == null) {
            return Outcome.unknown();
        }
        if (!(invitation.state() instanceof Accepted)) {
            return invitation.refused();
        }
        Review review = typed.review(invitation.id(), now);
        if (!review.tooLong().isEmpty()) {
            return Outcome.invalid(review.tooLong());
        }
        rounds.keep(review);
        return Outcome.done();
    }

    /** Submits it. */
    public Outcome submit(Actor.Reviewer actor, Typed typed, Instant now) {
        Invitation invitation = rounds.invitation(actor.invitation())
                .flatMap(one -> {
                    manuscripts.lock(one.manuscript());
                    return rounds.lock(one.id());
                })
                .orElse(null);
        if (invitation == null) {
            return Outcome.unknown();
        }
        Result result = invitation.review(now);
        if (result instanceof NotChanged not) {
            return not.refusal();
        }
        Review review = typed.review(invitation.id(), now);
        if (!review.missing().isEmpty()) {
            return Outcome.invalid(review.missing());
        }
        Invitation after = ((Changed) result).invitation();
        Review submitted = review.submitted(now);
        rounds.keep(submitted);
        rounds.change(after);
        events.submitted(after, submitted, actor, now);
        mails.order(HoldingRounds.mail(after, "review-thanks", "/review-thanks", 0));
        Word word = new Word(
                Kind.REVIEW_SUBMITTED,
                after.id(),
                Map.of(
                        "recommendation",
                        submitted.recommendation().orElseThrow().key()));
        return process.tell(after.manuscript(), word) == Told.TAKEN
                ? Outcome.done()
                : Outcome.gone("This round of review has ended.");
    }
}
