package org.imprimatur.review.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.reviewers.Reviewers.Listed;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Completed;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;

/** Chooses whom to ask in a round, and who comes next when one of them doesn't. */
public final class ChoosingReviewers {

    private static final String NOT_WAITING = "This manuscript doesn’t wait for reviewers to be chosen.";
    /** The form's field for why somebody is asked who is away. */
    public static final String WHY_AWAY = "why-away";

    private static final int LONGEST_REASON = 500;

    private final Manuscripts manuscripts;
    private final Rounds rounds;
    private final Reviewers reviewers;
    private final RoundEvents events;
    private final EditorialProcess process;
    private final Permissions permissions;
    private final ZoneId zone;

    /** @param zone whose days count for who is away */
    public ChoosingReviewers(
            Manuscripts manuscripts,
            Rounds rounds,
            Reviewers reviewers,
            RoundEvents events,
            EditorialProcess process,
            Permissions permissions,
            ZoneId zone) {
        this.manuscripts = manuscripts;
        this.rounds = rounds;
        this.reviewers = reviewers;
        this.events = events;
        this.process = process;
        this.permissions = permissions;
        this.zone = zone;
    }

    /**
     * Whoever says that they are away is asked only with a reason, which stays in the manuscript's history.
     *
     * @param chosen as many as are to be asked side by side; {@code alternates} follow in order
     * @param whyAway why those are asked who are away, or blank
     */
    public Outcome choose(
            Actor actor, String id, List<String> chosen, List<String> alternates, String whyAway, Instant now) {
        Manuscript manuscript = manuscripts.lock(id).orElse(null);
        if (manuscript == null) {
            return Outcome.unknown();
        }
        if (possible(actor, manuscript, process.waiting(id)) instanceof Outcome.Refused refused) {
            return refused;
        }
        ReviewRound round = rounds.latest(id).orElse(null);
        if (round == null) {
            return Outcome.conflict(NOT_WAITING);
        }
        Set<String> all = new LinkedHashSet<>(chosen);
        all.addAll(alternates);
        List<Listed> listed = reviewers.listed(all);
        if (listed.size() != all.size()) {
            return Outcome.invalid(Map.of("chosen", "Somebody in the list isn’t among the reviewers any more."));
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<String> away = listed.stream()
                .filter(one -> one.says().awayOn(today).isPresent())
                .map(one -> one.reviewer().id())
                .toList();
        if (!away.isEmpty() && whyAway.isBlank()) {
            return Outcome.invalid(Map.of(
                    WHY_AWAY,
                    listed.stream()
                                    .filter(one -> away.contains(one.reviewer().id()))
                                    .map(one -> one.reviewer().name() + " is away until "
                                            + one.says().away().orElseThrow().until())
                                    .collect(Collectors.joining(", "))
                            + ". Say why they should be asked all the same, or take them off the lists."));
        }
        if (whyAway.length() > LONGEST_REASON) {
            return Outcome.invalid(Map.of(WHY_AWAY, "At most " + LONGEST_REASON + " characters."));
        }
        ReviewRound.Choice choice = round.choose(new ArrayList<>(chosen), new ArrayList<>(alternates));
        if (choice instanceof ReviewRound.NotChosen not) {
            return Outcome.invalid(not.errors());
        }
        ReviewRound after = ((ReviewRound.Chosen) choice).round();
        rounds.keep(after);
        events.chosen(after, actor, now);
        away.forEach(reviewer -> events.chosenThoughAway(after, reviewer, whyAway.strip(), actor, now));
        return process.complete(id, PersonsStep.CHOOSE_REVIEWERS, Map.of()) == Completed.DONE
                ? Outcome.done()
                : Outcome.conflict(NOT_WAITING);
    }

    /** Whether reviewers can be chosen now, by what waits for a person at it; the refusal where they can't. */
    public Outcome possible(Actor actor, Manuscript manuscript, List<PersonsStep> waiting) {
        if (!permissions.may(actor, Act.SEE, manuscript.matter())) {
            return Outcome.unknown();
        }
        if (!permissions.may(actor, Act.CHOOSE_REVIEWERS, manuscript.matter())) {
            return Outcome.forbidden("Only this manuscript’s editors choose its reviewers.");
        }
        return waiting.contains(PersonsStep.CHOOSE_REVIEWERS) ? Outcome.done() : Outcome.conflict(NOT_WAITING);
    }
}
