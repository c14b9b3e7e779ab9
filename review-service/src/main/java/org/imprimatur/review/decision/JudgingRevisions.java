package org.imprimatur.review.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.correspondence.Letters;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.decision.Decision.InEffect;
import org.imprimatur.review.decision.Decision.Kind;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Completed;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;

/** What becomes of a revision that is overdue, and of a minor one that needs reviewers after all. */
public final class JudgingRevisions {

    private static final String NOT_WAITING = "No revision of this manuscript is to be judged now.";

    private final Manuscripts manuscripts;
    private final Rounds rounds;
    private final Decisions decisions;
    private final DecisionEvents events;
    private final Letters letters;
    private final Mails mails;
    private final History history;
    private final EditorialProcess process;
    private final Permissions permissions;

    public JudgingRevisions(
            Manuscripts manuscripts,
            Rounds rounds,
            Decisions decisions,
            DecisionEvents events,
            Letters letters,
            Mails mails,
            History history,
            EditorialProcess process,
            Permissions permissions) {
        this.manuscripts = manuscripts;
        this.rounds = rounds;
        this.decisions = decisions;
        this.events = events;
        this.letters = letters;
        this.mails = mails;
        this.history = history;
        this.process = process;
        this.permissions = permissions;
    }

    /**
     * @param overdue {@code extend} waits once more, {@code close} ends the manuscript's way
     * @param letter needed to close
     * @param newId the id of the rejection, if it is one
     */
    public Outcome judge(Actor actor, String id, String overdue, String letter, String newId, Instant now) {
        return act(actor, id, PersonsStep.JUDGE_OVERDUE_REVISION).orElseGet(() -> {
            if (overdue.equals("extend")) {
                history.note(new History.Entry(id, now, actor.id(), "revision-extended", List.of(), true));
            } else if (!overdue.equals("close")) {
                return Outcome.invalid(Map.of("overdue", "Choose what is to happen."));
            } else if (letter.isBlank()) {
                return Outcome.invalid(Map.of("letter", "Say the author why."));
            } else {
                close(manuscripts.find(id).orElseThrow(), actor, letter, newId, now);
            }
            return complete(id, PersonsStep.JUDGE_OVERDUE_REVISION, Map.of("overdue", overdue));
        });
    }

    /** A minor revision that the editor won't judge alone goes to reviewers. */
    public Outcome anotherRound(Actor actor, String id, Instant now) {
        return act(actor, id, PersonsStep.CHECK_REVISION).orElseGet(() -> {
            history.note(new History.Entry(id, now, actor.id(), "another-round", List.of(), true));
            return complete(id, PersonsStep.CHECK_REVISION, Map.of("check", "review"));
        });
    }

    private Optional<Outcome> act(Actor actor, String id, PersonsStep step) {
        Manuscript manuscript = manuscripts.lock(id).orElse(null);
        Outcome possible =
                manuscript == null ? Outcome.unknown() : possible(actor, manuscript, process.waiting(id), step);
        return Optional.of(possible).filter(Outcome.Refused.class::isInstance);
    }

    /** Whether an overdue revision can be judged now, by what waits for a person at it; the refusal where it can't. */
    public Outcome possible(Actor actor, Manuscript manuscript, List<PersonsStep> waiting) {
        return possible(actor, manuscript, waiting, PersonsStep.JUDGE_OVERDUE_REVISION);
    }

    private Outcome possible(Actor actor, Manuscript manuscript, List<PersonsStep> waiting, PersonsStep step) {
        if (!permissions.may(actor, Act.SEE, manuscript.matter())) {
            return Outcome.unknown();
        }
        if (!permissions.may(actor, Act.DECIDE, manuscript.matter())) {
            return Outcome.forbidden("Only this manuscript’s editors judge its revision.");
        }
        return waiting.contains(step) ? Outcome.done() : Outcome.conflict(NOT_WAITING);
    }

    private void close(Manuscript manuscript, Actor actor, String letter, String newId, Instant now) {
        String document = letters.keep(DecisionLetter.subject(Kind.REJECT, manuscript.number()), letter.strip() + "\n");
        Decision decision = new Decision(
                newId,
                manuscript.id(),
                rounds.latest(manuscript.id()).map(ReviewRound::round).orElse(0),
                manuscript.version(),
                Kind.REJECT,
                letter,
                List.of(),
                actor.id(),
                now,
                now,
                new Decision.Held());
        decisions.add(decision);
        Decision inEffect = decision.inEffect(now, document);
        decisions.change(inEffect);
        events.held(decision, actor);
        events.inEffect(inEffect, ((InEffect) inEffect.state()).document(), Optional.empty(), now);
        mails.order(new Mails.Order(
                "decision/" + newId,
                manuscript.id(),
                "account/" + manuscript.correspondingAccount(),
                "decision",
                Map.of("manuscript", manuscript.id(), "decision", newId)));
    }

    private Outcome complete(String id, PersonsStep step, Map<String, Object> outcome) {
        return process.complete(id, step, outcome) == Completed.DONE ? Outcome.done() : Outcome.conflict(NOT_WAITING);
    }
}
