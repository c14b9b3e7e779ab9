package org.imprimatur.review.steps;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.decision.DecidingManuscripts;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.Moving;
import org.imprimatur.review.manuscript.RemindingOfSteps;
import org.imprimatur.review.production.Production;
import org.imprimatur.review.round.HoldingRounds;
import org.imprimatur.review.screening.ScreeningManuscripts;
import org.imprimatur.review.way.ProcessSteps;
import org.springframework.stereotype.Component;

/** Each step of the process goes to the feature that does it. */
@Component
class JoinedSteps implements ProcessSteps {

    private final Manuscripts manuscripts;
    private final HoldingRounds rounds;
    private final DecidingManuscripts decisions;
    private final ScreeningManuscripts screening;
    private final RemindingOfSteps reminding;
    private final Production production;
    private final Moving moving;
    private final Clock clock;

    JoinedSteps(
            Manuscripts manuscripts,
            HoldingRounds rounds,
            DecidingManuscripts decisions,
            ScreeningManuscripts screening,
            RemindingOfSteps reminding,
            Production production,
            Moving moving,
            DomainClock clock) {
        this.manuscripts = manuscripts;
        this.rounds = rounds;
        this.decisions = decisions;
        this.screening = screening;
        this.reminding = reminding;
        this.production = production;
        this.moving = moving;
        this.clock = clock;
    }

    @Override
    public void hold(String manuscript) {
        manuscripts.lock(manuscript);
    }

    @Override
    public void openRound(String manuscript, int round) {
        rounds.open(manuscript, round, clock.instant());
    }

    @Override
    public int seats(String manuscript, int round) {
        return rounds.seats(manuscript, round);
    }

    @Override
    public Optional<String> inviteNext(String manuscript, int round, int seat, Instant answerBy) {
        return rounds.inviteNext(
                manuscript, round, seat, answerBy, UUID.randomUUID().toString(), clock.instant());
    }

    @Override
    public void remindToAnswer(String invitation, int ordinal) {
        rounds.remindToAnswer(invitation, ordinal, clock.instant());
    }

    @Override
    public void expire(String invitation) {
        rounds.expire(invitation, clock.instant());
    }

    @Override
    public void remindToReview(String invitation, int ordinal) {
        rounds.remindToReview(invitation, ordinal, clock.instant());
    }

    @Override
    public int reviewsIn(String manuscript, int round) {
        return rounds.reviewsIn(manuscript, round);
    }

    @Override
    public void closeRound(String manuscript, int round) {
        rounds.close(manuscript, round, clock.instant());
    }

    @Override
    public void decisionTakesEffect(String manuscript) {
        decisions.takeEffect(manuscript, clock.instant());
    }

    @Override
    public void screeningTakesEffect(String manuscript) {
        screening.takeEffect(manuscript, clock.instant());
    }

    @Override
    public void remindOfStep(String manuscript, String step, int ordinal) {
        reminding.remind(manuscript, step, ordinal, clock.instant());
    }

    @Override
    public void command(String manuscript, String command) {
        production.command(manuscript, command);
    }

    @Override
    public void withdrawn(String manuscript) {
        rounds.closeAll(manuscript, clock.instant());
        decisions.drop(manuscript, clock.instant());
        reminding.tellOfWithdrawal(manuscript);
    }

    @Override
    public void moved(
            String manuscript,
            String step,
            String whose,
            Instant since,
            Instant until,
            String nextWhat,
            Instant nextAt) {
        moving.moved(
                manuscript,
                step,
                whose,
                since,
                Optional.ofNullable(until),
                Optional.ofNullable(nextWhat),
                Optional.ofNullable(nextAt));
    }
}
