package org.imprimatur.publication.production;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;

/**
 * Lets authors ask for more days to check a proof, and production give or refuse them. One question at a time; none is
 * left to answer once the proof is.
 */
public final class AskingForMoreTime {
    private final Galleys galleys;
    private final MoreTimes wishes;
    private final ProofFacts facts;

    public AskingForMoreTime(Galleys galleys, MoreTimes wishes, ProofFacts facts) {
        this.galleys = galleys;
        this.wishes = wishes;
        this.facts = facts;
    }

    /** All about a proof, oldest first. */
    public List<MoreTime> of(Galley galley) {
        return wishes.of(galley.id());
    }

    /** The question that waits for an answer. */
    public Optional<MoreTime> open(Galley galley) {
        return isWaitedFor(galley)
                ? of(galley).stream().filter(MoreTime::isOpen).findFirst()
                : Optional.empty();
    }

    public boolean mayAsk(Galley galley, Actor actor) {
        return isWaitedFor(galley) && open(galley).isEmpty() && AnsweringProofs.isAuthor(galley, actor);
    }

    public boolean mayAnswer(Galley galley, Actor actor) {
        return open(galley).isPresent()
                && CorrectingManuscripts.isProduction(galley, actor)
                && !AnsweringProofs.isAuthor(galley, actor);
    }

    /**
     * Asked twice with the same words it is one question.
     *
     * @param newId for the question
     */
    public Outcome<MoreTime> ask(UUID proof, int days, String reason, UUID newId, Actor actor, Instant at) {
        Galley galley =
                galleys.lock(proof).filter(one -> one.sheet().isPresent()).orElse(null);
        if (galley == null || !AnsweringProofs.isAuthor(galley, actor)) {
            return galley != null && CorrectingManuscripts.isProduction(galley, actor)
                    ? Outcome.forbidden("Only the article's authors can ask for more time.")
                    : Outcome.unknown("There is no such proof.");
        }
        if (!isWaitedFor(galley)) {
            return Outcome.conflict("This proof doesn't wait for an answer any more.");
        }
        Optional<String> problem = MoreTime.problemWithDays(days).or(() -> MoreTime.problemWithReason(reason));
        if (problem.isPresent()) {
            return Outcome.invalid(problem.get());
        }
        Optional<MoreTime> before = open(galley);
        if (before.isPresent()) {
            return before.filter(one -> one.days() == days && one.reason().equals(reason.strip()))
                    .map(Outcome::done)
                    .orElseGet(
                            () -> Outcome.conflict("More time was asked for already, and production hasn't answered."));
        }
        MoreTime wish = new MoreTime(newId, proof, actor.id(), days, reason.strip(), at, Optional.empty());
        wishes.add(wish);
        facts.timeRequested(galley, wish, actor);
        return Outcome.done(wish);
    }

    /** @param word to the author; "" for none */
    public Outcome<MoreTime> grant(UUID proof, UUID wish, int days, String word, Actor actor, Instant at) {
        Optional<String> problem = MoreTime.problemWithDays(days).or(() -> MoreTime.problemWithWord(word));
        return answer(proof, wish, actor, problem, new MoreTime.Granted(days, word.strip(), actor.id(), at));
    }

    /** @param word to the author: why not */
    public Outcome<MoreTime> refuse(UUID proof, UUID wish, String word, Actor actor, Instant at) {
        return answer(
                proof,
                wish,
                actor,
                MoreTime.problemWithReason(word),
                new MoreTime.Refused(word.strip(), actor.id(), at));
    }

    private Outcome<MoreTime> answer(
            UUID proof, UUID wish, Actor actor, Optional<String> problem, MoreTime.Answer answer) {
        Galley galley = galleys.lock(proof).orElse(null);
        if (galley == null || !CorrectingManuscripts.isProduction(galley, actor)) {
            return galley != null && galley.sheet().isPresent() && AnsweringProofs.isAuthor(galley, actor)
                    ? Outcome.forbidden("Only the journal's production gives more time.")
                    : Outcome.unknown("There is no such proof.");
        }
        if (galley.sheet().isEmpty()) {
            return Outcome.unknown("There is no such proof.");
        }
        if (AnsweringProofs.isAuthor(galley, actor)) {
            return Outcome.forbidden("You are among the authors: somebody else in production answers this.");
        }
        Optional<MoreTime> open = open(galley).filter(one -> one.id().equals(wish));
        if (open.isEmpty()) {
            return Outcome.conflict("Nobody waits for an answer to this any more.");
        }
        if (problem.isPresent()) {
            return Outcome.invalid(problem.get());
        }
        MoreTime answered = open.get().answered(answer);
        wishes.save(answered);
        facts.timeAnswered(galley, answered);
        return Outcome.done(answered);
    }

    private boolean isWaitedFor(Galley galley) {
        return galley.waitsForTheAuthor()
                && galleys.newest(galley.order().manuscript())
                        .filter(newest -> newest.id().equals(galley.id()))
                        .isPresent();
    }
}
