package org.imprimatur.review.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.History.Entry;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.RemindingOfSteps;
import org.imprimatur.review.manuscript.Standing;
import org.imprimatur.review.round.HoldingRounds;

/**
 * Reminds those whose move it is, beside what the process does by itself: once in a day, however many editors press and
 * however often.
 */
public final class RemindingByHand {

    private static final String NOTE = "reminded-by-hand";
    private static final Duration PAUSE = Duration.ofDays(1);
    private static final List<String> ENDED = List.of("published", "rejected", "withdrawn");

    private final Manuscripts manuscripts;
    private final RemindingOfSteps steps;
    private final HoldingRounds rounds;
    private final History history;
    private final Permissions permissions;

    public RemindingByHand(
            Manuscripts manuscripts,
            RemindingOfSteps steps,
            HoldingRounds rounds,
            History history,
            Permissions permissions) {
        this.manuscripts = manuscripts;
        this.steps = steps;
        this.rounds = rounds;
        this.history = history;
        this.permissions = permissions;
    }

    public Outcome remind(Actor actor, String number, Instant now) {
        Manuscript manuscript = manuscripts
                .byNumber(number)
                .flatMap(found -> manuscripts.lock(found.id()))
                .orElse(null);
        if (manuscript == null || !permissions.may(actor, Act.SEE, manuscript.matter())) {
            return Outcome.unknown();
        }
        Standing standing = manuscripts.standing(manuscript.id()).orElse(null);
        if (standing == null || isOver(standing)) {
            return Outcome.conflict("desk.refused.over");
        }
        if (!permissions.may(actor, act(standing), manuscript.matter())) {
            return Outcome.forbidden("desk.refused.remind");
        }
        boolean lately = history.of(manuscript.id()).stream()
                .anyMatch(entry -> entry.what().equals(NOTE)
                        && entry.words().equals(List.of(standing.step(), standing.whose()))
                        && entry.at().plus(PAUSE).isAfter(now));
        if (lately) {
            return Outcome.conflict("desk.refused.reminded");
        }
        int mails = standing.whose().equals("reviewers")
                ? rounds.remindByHand(manuscript.id(), actor, now)
                : steps.remindByHand(manuscript, standing, actor.id(), now);
        if (mails == 0) {
            return Outcome.conflict("desk.refused.nobody");
        }
        history.note(
                new Entry(manuscript.id(), now, actor.id(), NOTE, List.of(standing.step(), standing.whose()), true));
        return Outcome.done();
    }

    static boolean isOver(Standing standing) {
        return ENDED.contains(standing.step());
    }

    // who sees no reviews asks no reviewers
    private static Act act(Standing standing) {
        return List.of("production", "proof").contains(standing.step()) ? Act.PRODUCE : Act.CHOOSE_REVIEWERS;
    }
}
