package org.imprimatur.publication.production;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;

/** Lets authors see their proofs, approve them or ask for corrections. */
public final class AnsweringProofs {
    private static final int LONGEST_CORRECTION = 2000;
    private static final int MOST_CORRECTIONS = 200;
    private final Galleys galleys;
    private final ProofFacts facts;

    public AnsweringProofs(Galleys galleys, ProofFacts facts) {
        this.galleys = galleys;
        this.facts = facts;
    }

    /** The galley, for its authors and the journal's production. Nobody else learns that there is one. */
    public Outcome<Galley> show(UUID id, Actor actor) {
        return galleys.find(id)
                .filter(galley -> galley.sheet().isPresent())
                .filter(galley -> isAuthor(galley, actor) || isProduction(galley, actor))
                .<Outcome<Galley>>map(Outcome::done)
                .orElseGet(() -> Outcome.unknown("There is no such proof."));
    }

    /** The same, to fetch its PDF: that stands in the manuscript's history before the bytes leave. */
    public Outcome<Galley> fetch(UUID id, Actor actor, Instant at) {
        return show(id, actor).map(galley -> {
            facts.seen(galley, actor, at);
            return galley;
        });
    }

    /** Whether the actor is asked for an answer to this proof. */
    public boolean isAsked(Galley galley, Actor actor) {
        return galley.waitsForTheAuthor() && isAuthor(galley, actor);
    }

    /** Whether the actor has a part in the journal's production. */
    public boolean isProduction(Galley galley, Actor actor) {
        return CorrectingManuscripts.isProduction(galley, actor);
    }

    /** Approving what is approved already is fine. */
    public Outcome<Galley> approve(UUID id, Actor actor, Instant at) {
        return toAnswer(id, actor).then(galley -> {
            if (galley.state() instanceof Galley.Approved) {
                return Outcome.done(galley);
            }
            if (!(galley.state() instanceof Galley.Proof proof)) {
                return Outcome.conflict("Corrections to this proof were asked for already.");
            }
            if (superseded(galley)) {
                return Outcome.conflict("There is a newer proof of this article. Please look at that one.");
            }
            Galley approved = galley.with(new Galley.Approved(proof.sheet()), at);
            galleys.save(approved);
            facts.approved(approved, actor);
            return Outcome.done(approved);
        });
    }

    /** @param typed the corrections; empty ones are left out */
    public Outcome<Galley> requestCorrections(UUID id, List<String> typed, Actor actor, Instant at) {
        List<String> corrections =
                typed.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        return toAnswer(id, actor).then(galley -> {
            if (galley.state() instanceof Galley.ToCorrect asked
                    && asked.corrections().equals(corrections)) {
                return Outcome.done(galley);
            }
            if (!(galley.state() instanceof Galley.Proof proof)) {
                return Outcome.conflict("This proof was answered already.");
            }
            if (superseded(galley)) {
                return Outcome.conflict("There is a newer proof of this article. Please look at that one.");
            }
            Optional<String> problem = problem(corrections);
            if (problem.isPresent()) {
                return Outcome.invalid(problem.get());
            }
            Galley answered = galley.with(new Galley.ToCorrect(proof.sheet(), corrections), at);
            galleys.save(answered);
            facts.correctionsRequested(answered, actor);
            return Outcome.done(answered);
        });
    }

    private static Optional<String> problem(List<String> corrections) {
        if (corrections.isEmpty()) {
            return Optional.of("Write down at least one correction, or approve the proof.");
        }
        if (corrections.size() > MOST_CORRECTIONS) {
            return Optional.of("These are more than 200 corrections. Please put some together.");
        }
        return corrections.stream().anyMatch(one -> one.length() > LONGEST_CORRECTION)
                ? Optional.of("A correction has at most 2,000 characters. Please split the long one.")
                : Optional.empty();
    }

    private boolean superseded(Galley galley) {
        return galleys.newest(galley.order().manuscript())
                .filter(newest -> !newest.id().equals(galley.id()))
                .isPresent();
    }

    private Outcome<Galley> toAnswer(UUID id, Actor actor) {
        Optional<Galley> galley = galleys.lock(id).filter(one -> one.sheet().isPresent());
        if (galley.filter(one -> isAuthor(one, actor)).isPresent()) {
            return Outcome.done(galley.get());
        }
        return galley.filter(one -> isProduction(one, actor)).isPresent()
                ? Outcome.forbidden("Only the article's authors can answer its proof.")
                : Outcome.unknown("There is no such proof.");
    }

    static boolean isAuthor(Galley galley, Actor actor) {
        return actor instanceof Actor.Person person
                && galley.sheet().orElseThrow().readers().contains(person.account());
    }
}
