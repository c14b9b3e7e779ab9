package org.imprimatur.review.way;

import java.time.Instant;
import java.util.Optional;

/**
 * What the process asks of the features. Runs in the engine's transaction; may be asked again after a fault, so each
 * method bears having been done already.
 */
public interface ProcessSteps {

    /**
     * Lets nobody else act on this manuscript until the transaction ends: takes the same lock as a person's act does
     * (first of all locks, so that nobody waits for another in a ring). Nothing if there is no such manuscript.
     */
    void hold(String manuscript);

    /**
     * Opens round {@code round}: the handling editor can choose reviewers from now on. In later rounds the earlier
     * reviewers are proposed.
     */
    void openRound(String manuscript, int round);

    /** How many seats the round has: how many reviewers the handling editor wants invited side by side. */
    int seats(String manuscript, int round);

    /**
     * Invites the next candidate of the round's list into a seat: first those whom the editor chose, then the
     * alternates, in order.
     *
     * @return the invitation's id, or empty when no candidate is left
     */
    Optional<String> inviteNext(String manuscript, int round, int seat, Instant answerBy);

    /** Reminds a reviewer who hasn't answered; {@code ordinal} counts from 1. Answered or closed meanwhile: nothing. */
    void remindToAnswer(String invitation, int ordinal);

    /** Ends an unanswered invitation. */
    void expire(String invitation);

    /** Reminds a reviewer whose review isn't in; {@code ordinal} counts from 1. */
    void remindToReview(String invitation, int ordinal);

    /** Reviews that are in, in this round. */
    int reviewsIn(String manuscript, int round);

    /** Ends the round: invitations that are still open are revoked, with a mail. */
    void closeRound(String manuscript, int round);

    /** The decision that the handling editor made takes effect: facts and letter leave together. */
    void decisionTakesEffect(String manuscript);

    /** The rejection or return that the managing editor made at screening takes effect. */
    void screeningTakesEffect(String manuscript);

    /** Reminds the one who owes this step; {@code step} is a model id, {@code ordinal} counts from 1. */
    void remindOfStep(String manuscript, String step, int ordinal);

    /** Says a command to publication-service; {@code command} is its contract's simple name. */
    void command(String manuscript, String command);

    /** The way has ended by withdrawal: everything still open at this manuscript is closed, with mails. */
    void withdrawn(String manuscript);

    /**
     * The manuscript stands somewhere else now: says {@code ManuscriptMoved} and keeps it for the dashboard.
     *
     * @param whose a {@code Mover} kind
     * @param until when what is owed is due, or null
     * @param nextWhat what the process does next by itself, or null with {@code nextAt} null
     */
    void moved(
            String manuscript,
            String step,
            String whose,
            Instant since,
            Instant until,
            String nextWhat,
            Instant nextAt);
}
