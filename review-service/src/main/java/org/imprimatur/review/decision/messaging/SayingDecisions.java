package org.imprimatur.review.decision.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.contracts.review.ManuscriptAccepted;
import org.imprimatur.contracts.review.ManuscriptRejected;
import org.imprimatur.contracts.review.RevisionRequested;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.decision.Decision;
import org.imprimatur.review.decision.DecisionEvents;
import org.imprimatur.review.manuscript.History;
import org.springframework.stereotype.Component;

@Component
class SayingDecisions implements DecisionEvents {

    private final Outbox outbox;
    private final History history;

    SayingDecisions(Outbox outbox, History history) {
        this.outbox = outbox;
        this.history = history;
    }

    @Override
    public void held(Decision decision, Actor by) {
        note(
                decision,
                by.id(),
                decision.at(),
                "decided",
                words(decision),
                decision.heldUntil().toString());
    }

    @Override
    public void recalled(Decision decision, Actor by, Instant at) {
        note(decision, by.id(), at, "decision-recalled", words(decision));
    }

    @Override
    public void inEffect(Decision decision, String letter, Optional<Instant> due, Instant at) {
        say(decision, letter, due, at);
        note(decision, new Actor.Process().id(), at, "decision-in-effect", words(decision), letter);
    }

    @Override
    public void again(Decision decision, Optional<Instant> due) {
        if (decision.state() instanceof Decision.InEffect left) {
            say(decision, left.document(), due, left.at());
        }
    }

    private void say(Decision decision, String letter, Optional<Instant> due, Instant at) {
        String manuscript = decision.manuscript();
        outbox.say(
                switch (decision.kind()) {
                    case ACCEPT -> new ManuscriptAccepted(manuscript, decision.version(), letter, at);
                    case REJECT -> new ManuscriptRejected(manuscript, false, letter, at);
                    case MINOR, MAJOR ->
                        new RevisionRequested(
                                manuscript,
                                decision.round(),
                                decision.kind().key(),
                                letter,
                                due.orElse(null),
                                decision.version(),
                                at);
                },
                decision.by());
    }

    private static String words(Decision decision) {
        return decision.kind().words().toLowerCase(Locale.ROOT);
    }

    private void note(Decision decision, String by, Instant at, String what, String... words) {
        history.note(new History.Entry(
                decision.manuscript(), at, by, what, List.of(words), !by.equals(new Actor.Process().id())));
    }
}
