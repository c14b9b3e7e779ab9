package org.imprimatur.review.decision;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.correspondence.Letters;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.decision.Decision.Held;
import org.imprimatur.review.decision.Decision.Kind;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.policy.Policy;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Review;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Completed;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.imprimatur.review.way.EditorialProcess.Word;

/** Decides on manuscripts, takes a decision back before its letter leaves, and lets it take effect. */
public final class DecidingManuscripts {

    private static final int LONGEST_LETTER = 100_000;
    private static final String NOT_WAITING = "This manuscript doesn’t wait for a decision now.";

    private final Manuscripts manuscripts;
    private final Rounds rounds;
    private final Decisions decisions;
    private final Policies policies;
    private final DecisionEvents events;
    private final Letters letters;
    private final Mails mails;
    private final EditorialProcess process;
    private final Permissions permissions;

    public DecidingManuscripts(
            Manuscripts manuscripts,
            Rounds rounds,
            Decisions decisions,
            Policies policies,
            DecisionEvents events,
            Letters letters,
            Mails mails,
            EditorialProcess process,
            Permissions permissions) {
        this.manuscripts = manuscripts;
        this.rounds = rounds;
        this.decisions = decisions;
        this.policies = policies;
        this.events = events;
        this.letters = letters;
        this.mails = mails;
        this.process = process;
        this.permissions = permissions;
    }

    /**
     * What an editor typed.
     *
     * @param kind a {@link Kind}'s word
     * @param quoted invitations whose reviews stand in the letter
     */
    public record Typed(String kind, String letter, List<String> quoted) {

        public Typed {
            quoted = List.copyOf(quoted);
        }
    }

    /** Decides after a round. */
    public Outcome decide(Actor actor, String id, Typed typed, String newId, Instant now) {
        return decide(actor, id, typed, PersonsStep.DECIDE, newId, now);
    }

    /** Judges a minor revision without another round: accepts it, or asks for more. */
    public Outcome check(Actor actor, String id, Typed typed, String newId, Instant now) {
        if (Kind.of(typed.kind())
                .filter(kind -> kind == Kind.ACCEPT || kind == Kind.MINOR)
                .isEmpty()) {
            return Outcome.invalid(Map.of("kind", "Accept the revision, or ask for another."));
        }
        return decide(actor, id, typed, PersonsStep.CHECK_REVISION, newId, now);
    }

    private Outcome decide(Actor actor, String id, Typed typed, PersonsStep step, String newId, Instant now) {
        Manuscript manuscript = manuscripts.lock(id).orElse(null);
        if (manuscript == null) {
            return Outcome.unknown();
        }
        if (possible(actor, manuscript, process.waiting(id), step) instanceof Outcome.Refused refused) {
            return refused;
        }
        int round = rounds.latest(id).map(ReviewRound::round).orElse(0);
        List<String> reviews = rounds.invitations(id, round).stream()
                .filter(invitation -> invitation.state() instanceof Reviewed)
                .map(Invitation::id)
                .toList();
        Map<String, String> errors = new LinkedHashMap<>();
        if (Kind.of(typed.kind()).isEmpty()) {
            errors.put("kind", "Choose what you decide.");
        }
        if (typed.letter().isBlank()) {
            errors.put("letter", "The author needs a letter.");
        } else if (typed.letter().length() > LONGEST_LETTER) {
            errors.put("letter", "At most " + LONGEST_LETTER + " characters.");
        }
        if (!reviews.containsAll(typed.quoted())) {
            errors.put("quoted", "Only reviews of this round can be quoted.");
        }
        if (!errors.isEmpty()) {
            return Outcome.invalid(errors);
        }
        Kind kind = Kind.of(typed.kind()).orElseThrow();
        Decision decision = new Decision(
                newId,
                id,
                round,
                manuscript.version(),
                kind,
                typed.letter(),
                reviews.stream().filter(typed.quoted()::contains).toList(),
                actor.id(),
                now,
                now.plus(policy(manuscript).span(Policy.Span.LETTER_HELD_FOR)),
                new Held());
        decisions.add(decision);
        events.held(decision, actor);
        Map<String, Object> outcome = step == PersonsStep.DECIDE
                ? Map.of("decision", kind.key())
                : Map.of("check", kind == Kind.ACCEPT ? "accept" : "again");
        return process.complete(id, step, outcome) == Completed.DONE ? Outcome.done() : Outcome.conflict(NOT_WAITING);
    }

    /** Whether a decision can be made now, by what waits for a person at it; the refusal where it can't. */
    public Outcome possible(Actor actor, Manuscript manuscript, List<PersonsStep> waiting) {
        return possible(actor, manuscript, waiting, PersonsStep.DECIDE);
    }

    /** Whether a minor revision can be checked now; the refusal where it can't. */
    public Outcome checkPossible(Actor actor, Manuscript manuscript, List<PersonsStep> waiting) {
        return possible(actor, manuscript, waiting, PersonsStep.CHECK_REVISION);
    }

    private Outcome possible(Actor actor, Manuscript manuscript, List<PersonsStep> waiting, PersonsStep step) {
        if (!permissions.may(actor, Act.SEE, manuscript.matter())) {
            return Outcome.unknown();
        }
        if (!permissions.may(actor, Act.DECIDE, manuscript.matter())) {
            return Outcome.forbidden("Only this manuscript’s editors decide.");
        }
        Optional<Decision> held = decisions.held(manuscript.id());
        if (held.isPresent()) {
            return Outcome.conflict("A decision was made already: "
                    + held.get().kind().words().toLowerCase(java.util.Locale.ROOT)
                    + ". Take that decision back first if it was wrong.");
        }
        if (waiting.contains(step)) {
            return Outcome.done();
        }
        return Outcome.conflict(
                step == PersonsStep.DECIDE
                        ? NOT_WAITING
                        : "No minor revision of this manuscript is to be checked now.");
    }

    /** Takes a held decision back. Its letter has left, or there is none: refused. */
    public Outcome recall(Actor actor, String id, Instant now) {
        Manuscript manuscript = manuscripts.lock(id).orElse(null);
        if (manuscript == null) {
            return Outcome.unknown();
        }
        if (recallPossible(actor, manuscript) instanceof Outcome.Refused refused) {
            return refused;
        }
        Optional<Decision> held = decisions.held(id);
        decisions.change(held.get().recalled(now));
        events.recalled(held.get(), actor, now);
        return process.tell(id, new Word(Word.Kind.DECISION_RECALLED)) == Told.TAKEN
                ? Outcome.done()
                : Outcome.conflict("It is too late: the letter is leaving.");
    }

    /** Whether there is a decision to take back; the refusal where there is none. */
    public Outcome recallPossible(Actor actor, Manuscript manuscript) {
        if (!permissions.may(actor, Act.SEE, manuscript.matter())) {
            return Outcome.unknown();
        }
        if (!permissions.may(actor, Act.DECIDE, manuscript.matter())) {
            return Outcome.forbidden("Only this manuscript’s editors take a decision back.");
        }
        return decisions.held(manuscript.id()).isPresent()
                ? Outcome.done()
                : Outcome.conflict("There is no decision to take back: its letter has left, or none was made.");
    }

    /** Facts and letter leave together. They have left already: nothing happens. */
    public void takeEffect(String id, Instant now) {
        Manuscript manuscript = manuscripts.lock(id).orElseThrow();
        Decision decision = decisions.held(id).orElse(null);
        if (decision == null) {
            return;
        }
        Optional<Instant> due = decision.kind() == Kind.MINOR || decision.kind() == Kind.MAJOR
                ? Optional.of(now.plus(policy(manuscript).span(Policy.Span.REVISION_WITHIN)))
                : Optional.empty();
        List<Review> quoted = decision.quoted().stream()
                .map(invitation -> rounds.review(invitation).orElseThrow())
                .toList();
        String document = letters.keep(
                DecisionLetter.subject(decision.kind(), manuscript.number()),
                DecisionLetter.body(decision.letter(), quoted));
        decisions.change(decision.inEffect(now, document));
        if (decision.kind() == Kind.ACCEPT) {
            manuscripts.change(manuscript.accepted(now));
        }
        events.inEffect(decision, document, due, now);
        mails.order(new Mails.Order(
                "decision/" + decision.id(),
                id,
                "account/" + manuscript.correspondingAccount(),
                "decision",
                Map.of("manuscript", id, "decision", decision.id())));
    }

    /** The manuscript is withdrawn: a decision that hasn't left never will. */
    public void drop(String id, Instant now) {
        decisions.held(id).ifPresent(held -> {
            decisions.change(held.recalled(now));
            events.recalled(held, new Actor.Process(), now);
        });
    }

    private Policy policy(Manuscript manuscript) {
        return policies.version(manuscript.journal(), manuscript.policyVersion())
                .policy();
    }
}
