package org.imprimatur.review.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Completed;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;

/** Chooses whom to ask in a round, and who comes next when one of them doesn't. */
public final class ChoosingReviewers {

    private static final String NOT_WAITING = "This manuscript doesn’t wait for reviewers to be chosen.";

    private final Manuscripts manuscripts;
    private final Rounds rounds;
    private final Reviewers reviewers;
    private final RoundEvents events;
    private final EditorialProcess process;
    private final Permissions permissions;

    public ChoosingReviewers(
            Manuscripts manuscripts,
            Rounds rounds,
            Reviewers reviewers,
            RoundEvents events,
            EditorialProcess process,
            Permissions permissions) {
        this.manuscripts = manuscripts;
        this.rounds = rounds;
        this.reviewers = reviewers;
        this.events = events;
        this.process = process;
        this.permissions = permissions;
    }

    /** @param chosen as many as are to be asked side by side; {@code alternates} follow in order */
    public Outcome choose(Actor actor, String id, List<String> chosen, List<String> alternates, Instant now) {
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
        if (reviewers.all(all).size() != all.size()) {
            return Outcome.invalid(Map.of("chosen", "Somebody in the list isn’t among the reviewers any more."));
        }
        ReviewRound.Choice choice = round.choose(new ArrayList<>(chosen), new ArrayList<>(alternates));
        if (choice instanceof ReviewRound.NotChosen not) {
            return Outcome.invalid(not.errors());
        }
        ReviewRound after = ((ReviewRound.Chosen) choice).round();
        rounds.keep(after);
        events.chosen(after, actor, now);
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
