package org.imprimatur.review.way;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What features ask of the process. Every method joins the caller's transaction, so that an act of a person and the
 * process's step commit together or not at all.
 */
public interface EditorialProcess {

    /** Starts the way of a manuscript. Has begun already: nothing happens. */
    void begin(Beginning beginning);

    /** Tells the process what happened. */
    Told tell(String manuscript, Word word);

    /** Completes a person's step. */
    Completed complete(String manuscript, PersonsStep step, Map<String, Object> outcome);

    /**
     * Waits so many days longer for what this word says: counted from when it was due, or from now where that is over. Its
     * reminders move along, and one that had its last is reminded anew.
     *
     * @return when it is due now; empty where the process doesn't wait for it
     */
    Optional<Instant> extend(String manuscript, Word.Kind awaited, int days);

    /** The steps that wait for a person at this manuscript. */
    List<PersonsStep> waiting(String manuscript);

    /** What the process will do by itself, soonest first. */
    List<PlannedAct> planned(String manuscript);

    /** Where the manuscript stands and how it came there, by the ids of the model's elements. */
    Way way(String manuscript);

    /**
     * @param policy the journal's settings as this manuscript begins with them, by the names of {@code Policy}; strings,
     *     numbers and booleans only
     */
    record Beginning(
            String manuscript,
            String journal,
            String articleType,
            int version,
            int intakeErrors,
            int intakeWarnings,
            Map<String, Object> policy) {}

    /** What the process can be told. {@code about} names the one of several like waits, for example an invitation. */
    record Word(Kind kind, String about, Map<String, Object> values) {

        public Word(Kind kind) {
            this(kind, null, Map.of());
        }

        public Word(Kind kind, String about) {
            this(kind, about, Map.of());
        }

        public enum Kind {
            INVITATION_ACCEPTED,
            INVITATION_DECLINED,
            INVITATION_REVOKED,
            REVIEW_SUBMITTED,
            REVIEWER_WITHDREW,
            DECISION_RECALLED,
            MANUSCRIPT_REVISED,
            MANUSCRIPT_WITHDRAWN,
            PROOF_READY,
            GALLEY_FAILED,
            PROOF_APPROVED,
            PROOF_CORRECTIONS_REQUESTED,
            ARTICLE_SCHEDULED,
            ARTICLE_NOT_SCHEDULED,
            PAGES_ALLOCATED,
            PAGES_NOT_ALLOCATED,
            PAGES_FIXED,
            DOI_REGISTERED,
            DOI_REFUSED,
            DOI_REGISTRATION_GIVEN_UP,
            ARTICLE_PUBLISHED,
            ARTICLE_NOT_PUBLISHED,
            ARTICLE_UNSCHEDULED,
            PAGES_RELEASED
        }
    }

    /** What became of a word. */
    enum Told {
        TAKEN,
        /** The process isn't there yet, but may come there: try again when it has moved. */
        NOT_YET,
        /** The way has ended, or has passed the point: nothing to do. */
        OVER
    }

    /** What became of completing a step. */
    enum Completed {
        DONE,
        /** The manuscript doesn't wait for this step (any more). */
        NOT_WAITING
    }

    /** The steps that people do, in the model's own ids. */
    enum PersonsStep {
        /** Outcome: {@code screening} = pass | return | desk-reject; {@code handlingEditor} with pass. */
        SCREEN("screen"),
        /** Outcome: none; the seats' candidates stand in the round. */
        CHOOSE_REVIEWERS("choose-reviewers"),
        /** Outcome: {@code decision} = accept | minor | major | reject. */
        DECIDE("decide"),
        /** A revision is overdue. Outcome: {@code overdue} = extend | close. */
        JUDGE_OVERDUE_REVISION("judge-overdue-revision"),
        /** The handling editor looks at a minor revision alone. Outcome: {@code check} = accept | again | review. */
        CHECK_REVISION("check-revision"),
        START_PRODUCTION("start-production"),
        /** Typesetting failed or the author wants corrections. Outcome: none: the galley is made again. */
        MEND_GALLEY("mend-galley"),
        /** No issue could take it, pages failed, or it wasn't listed. Outcome: none: tried again. */
        MEND_SCHEDULE("mend-schedule"),
        /** The agency refused, or gave no answer. Outcome: {@code deposit} = again | give-up. */
        MEND_DEPOSIT("mend-deposit");

        private final String id;

        PersonsStep(String id) {
            this.id = id;
        }

        /** The user task's id in the model. */
        public String id() {
            return id;
        }
    }

    /**
     * A timer that runs.
     *
     * @param what {@code reminder}, {@code expiry} (an invitation ends), {@code deadline} (a late review or revision is
     *     dealt with as late), {@code letter} (a held decision takes effect) or {@code ask-again} (another service hasn't
     *     answered)
     * @param about an invitation, or null
     */
    record PlannedAct(String what, Instant at, String about) {}

    /** Element ids of a model that the manuscript has passed, with sequence flows, and those where it is now. */
    record Way(String model, List<String> passed, List<String> now) {}
}
