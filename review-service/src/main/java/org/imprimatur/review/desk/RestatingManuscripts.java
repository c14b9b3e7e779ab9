package org.imprimatur.review.desk;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.decision.DecisionEvents;
import org.imprimatur.review.decision.Decisions;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.Moving;
import org.imprimatur.review.screening.Screening;
import org.imprimatur.review.screening.ScreeningEvents;
import org.imprimatur.review.screening.Screenings;

/**
 * Says again who handles the manuscript, what the journal wrote to the author and where the manuscript stands, in the order in which it came so, for
 * one who rebuilds what they know. Each names the version it is about, so that nobody takes an old one for the present.
 */
public final class RestatingManuscripts {

    private final Manuscripts manuscripts;
    private final Moving moving;
    private final Decisions decisions;
    private final DecisionEvents decisionEvents;
    private final Screenings screenings;
    private final ScreeningEvents screeningEvents;
    private final Assignments assignments;

    public RestatingManuscripts(
            Manuscripts manuscripts,
            Moving moving,
            Decisions decisions,
            DecisionEvents decisionEvents,
            Screenings screenings,
            ScreeningEvents screeningEvents,
            Assignments assignments) {
        this.manuscripts = manuscripts;
        this.moving = moving;
        this.decisions = decisions;
        this.decisionEvents = decisionEvents;
        this.screenings = screenings;
        this.screeningEvents = screeningEvents;
        this.assignments = assignments;
    }

    /** Of what stands nowhere, nothing is said. */
    public void restate(String id) {
        manuscripts.standing(id).ifPresent(standing -> {
            manuscripts
                    .find(id)
                    .flatMap(Manuscript::handlingEditor)
                    .ifPresent(editor -> assignments.assigned(id, editor, new Actor.Process()));
            screenings.of(id).stream().filter(Screening::inEffect).forEach(screeningEvents::again);
            // the day that a revision is due is that of the present one
            Optional<Instant> due = standing.step().equals("revision") ? standing.until() : Optional.empty();
            decisions.of(id).forEach(decision -> decisionEvents.again(decision, due));
            moving.restate(id);
        });
    }
}
