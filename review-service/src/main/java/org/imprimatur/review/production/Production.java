package org.imprimatur.review.production;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Completed;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.imprimatur.review.way.EditorialProcess.Word;

/** Brings an accepted manuscript on: steps of people, commands to publication-service, and what it answers. */
public final class Production {

    private static final String PAGES_MOVED = "pages-moved";
    private static final String NOT_WAITING = "This manuscript doesn’t wait for that any more.";
    private static final List<PersonsStep> STEPS = List.of(
            PersonsStep.START_PRODUCTION, PersonsStep.MEND_GALLEY, PersonsStep.MEND_SCHEDULE, PersonsStep.MEND_DEPOSIT);

    private static final List<Word.Kind> ANSWERS_TO_PROOFS =
            List.of(Word.Kind.PROOF_APPROVED, Word.Kind.PROOF_CORRECTIONS_REQUESTED);

    private final Manuscripts manuscripts;
    private final Commands commands;
    private final History history;
    private final ProofTimes wishes;
    private final EditorialProcess process;
    private final Permissions permissions;

    public Production(
            Manuscripts manuscripts,
            Commands commands,
            History history,
            ProofTimes wishes,
            EditorialProcess process,
            Permissions permissions) {
        this.manuscripts = manuscripts;
        this.commands = commands;
        this.history = history;
        this.wishes = wishes;
        this.process = process;
        this.permissions = permissions;
    }

    /** Says commands to publication-service. */
    public interface Commands {

        /** @param command its name between services */
        void say(String command, Manuscript manuscript, Version accepted);
    }

    /** Says a command with all it needs; the version is the accepted one. */
    public void command(String id, String command) {
        Manuscript manuscript = manuscripts.find(id).orElseThrow();
        Version accepted =
                manuscripts.version(manuscript, manuscript.acceptedVersion().orElse(manuscript.version()));
        commands.say(command, manuscript, accepted);
    }

    /**
     * Does one of the production editor's steps.
     *
     * @param deposit for {@link PersonsStep#MEND_DEPOSIT}: {@code again} or {@code give-up}
     */
    public Outcome complete(Actor actor, String id, PersonsStep step, String deposit, Instant now) {
        Manuscript manuscript = manuscripts.lock(id).orElse(null);
        if (manuscript == null || !STEPS.contains(step)) {
            return Outcome.unknown();
        }
        if (possible(actor, manuscript, step, process.waiting(id)) instanceof Outcome.Refused refused) {
            return refused;
        }
        Map<String, Object> outcome = Map.of();
        if (step == PersonsStep.MEND_DEPOSIT) {
            if (!List.of("again", "give-up").contains(deposit)) {
                return Outcome.invalid(Map.of("deposit", "Choose whether to deposit again."));
            }
            outcome = Map.of("deposit", deposit);
        }
        history.note(new History.Entry(
                id, now, actor.id(), step.id(), outcome.isEmpty() ? List.of() : List.of(deposit), true));
        return process.complete(id, step, outcome) == Completed.DONE ? Outcome.done() : Outcome.conflict(NOT_WAITING);
    }

    /** Whether one of the production editor's steps can be done now; the refusal where it can't. */
    public Outcome possible(Actor actor, Manuscript manuscript, PersonsStep step, List<PersonsStep> waiting) {
        if (!permissions.may(actor, Act.SEE, manuscript.matter())) {
            return Outcome.unknown();
        }
        if (!permissions.may(actor, Act.PRODUCE, manuscript.matter())) {
            return Outcome.forbidden("Only a production editor does this.");
        }
        return waiting.contains(step) ? Outcome.done() : Outcome.conflict(NOT_WAITING);
    }

    /**
     * What publication-service said. It stands in the history once the process has taken it. Pages that move later, while
     * the issue is open, change nothing in the process and stand there too.
     */
    public Told answered(Answer answer) {
        Told told = process.tell(answer.manuscript(), answer.word());
        if (told == Told.TAKEN) {
            note(answer, answer.what());
            if (ANSWERS_TO_PROOFS.contains(answer.word().kind())) {
                wishes.close(answer.manuscript(), answer.at());
            }
        } else if (told == Told.OVER && answer.word().kind() == Word.Kind.PAGES_ALLOCATED && areOthers(answer)) {
            note(answer, PAGES_MOVED);
        }
        return told;
    }

    private boolean areOthers(Answer pages) {
        return history.of(pages.manuscript()).stream()
                .filter(entry ->
                        entry.what().equals(pages.what()) || entry.what().equals(PAGES_MOVED))
                .reduce((earlier, later) -> later)
                .filter(entry -> !entry.words().equals(pages.words()))
                .isPresent();
    }

    private void note(Answer answer, String what) {
        history.note(new History.Entry(
                answer.manuscript(), answer.at(), "service/publication", what, answer.words(), false));
    }

    /**
     * @param what the key of its sentence in the history
     * @param words what the sentence speaks of
     */
    public record Answer(String manuscript, Word word, String what, List<String> words, Instant at) {

        public Answer {
            words = List.copyOf(words);
        }
    }
}
