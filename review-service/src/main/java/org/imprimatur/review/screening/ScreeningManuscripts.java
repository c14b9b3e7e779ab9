package org.imprimatur.review.screening;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.correspondence.Letters;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.correspondence.RoleHolders;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.screening.Screening.Verdict;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Completed;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;

/** Passes a manuscript on to a handling editor, gives it back to the author, or ends its way. */
public final class ScreeningManuscripts {

    private static final int LONGEST_LETTER = 100_000;

    private final Manuscripts manuscripts;
    private final Screenings screenings;
    private final ScreeningEvents events;
    private final Letters letters;
    private final RoleHolders roles;
    private final Mails mails;
    private final EditorialProcess process;
    private final Permissions permissions;

    public ScreeningManuscripts(
            Manuscripts manuscripts,
            Screenings screenings,
            ScreeningEvents events,
            Letters letters,
            RoleHolders roles,
            Mails mails,
            EditorialProcess process,
            Permissions permissions) {
        this.manuscripts = manuscripts;
        this.screenings = screenings;
        this.events = events;
        this.letters = letters;
        this.roles = roles;
        this.mails = mails;
        this.process = process;
        this.permissions = permissions;
    }

    /**
     * @param verdict a {@link Verdict}'s word
     * @param handlingEditor needed to pass it on
     * @param letter needed otherwise: the points for the author, or the reasons
     */
    public Outcome screen(Actor actor, String id, String verdict, String handlingEditor, String letter, Instant now) {
        Manuscript manuscript = manuscripts.lock(id).orElse(null);
        if (manuscript == null) {
            return Outcome.unknown();
        }
        if (possible(actor, manuscript, process.waiting(id)) instanceof Outcome.Refused refused) {
            return refused;
        }
        Optional<Verdict> found = Verdict.of(verdict);
        Map<String, String> errors = new LinkedHashMap<>();
        if (found.isEmpty()) {
            errors.put("verdict", "Choose what is to happen.");
        } else if (found.get() == Verdict.PASS) {
            if (!roles.of(manuscript.journal(), Role.HANDLING_EDITOR.key()).contains(handlingEditor)) {
                errors.put("handlingEditor", "Choose a handling editor of this journal.");
            } else if (manuscript.authors().contains(handlingEditor)) {
                errors.put("handlingEditor", "An author can’t be the handling editor of their own manuscript.");
            }
        } else if (letter.isBlank()) {
            errors.put("letter", "Say the author why.");
        } else if (letter.length() > LONGEST_LETTER) {
            errors.put("letter", "At most " + LONGEST_LETTER + " characters.");
        }
        if (!errors.isEmpty()) {
            return Outcome.invalid(errors);
        }
        screenings.keep(new Screening(
                id,
                manuscript.version(),
                found.get(),
                found.get() == Verdict.PASS ? "" : letter,
                actor.id(),
                now,
                Optional.empty()));
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("screening", found.get().word());
        if (found.get() == Verdict.PASS) {
            manuscripts.change(manuscript.givenTo(handlingEditor));
            events.passed(id, handlingEditor, actor, now);
            outcome.put("handlingEditor", handlingEditor);
        }
        return process.complete(id, PersonsStep.SCREEN, outcome) == Completed.DONE
                ? Outcome.done()
                : Outcome.conflict("This manuscript doesn’t wait for screening any more.");
    }

    /** Whether it can be screened now, by what waits for a person at it; the refusal where it can't. */
    public Outcome possible(Actor actor, Manuscript manuscript, List<PersonsStep> waiting) {
        if (!permissions.may(actor, Act.SEE, manuscript.matter())) {
            return Outcome.unknown();
        }
        if (!permissions.may(actor, Act.SCREEN, manuscript.matter())) {
            return Outcome.forbidden("Only a managing editor screens.");
        }
        return waiting.contains(PersonsStep.SCREEN)
                ? Outcome.done()
                : Outcome.conflict("This manuscript doesn’t wait for screening any more.");
    }

    /** The return or rejection leaves, together with its letter. It has left already: nothing happens. */
    public void takeEffect(String id, Instant now) {
        Manuscript manuscript = manuscripts.lock(id).orElseThrow();
        Screening screening = screenings.find(id, manuscript.version()).orElseThrow();
        if (screening.inEffect() || screening.verdict() == Verdict.PASS) {
            return;
        }
        String document = letters.keep(
                manuscript.number()
                        + (screening.verdict() == Verdict.RETURN ? ": please hand in again" : ": not accepted"),
                screening.letter());
        Screening ended = screening.inEffect(document);
        screenings.keep(ended);
        Actor by = new Actor.Person(screening.by(), java.util.Set.of());
        if (screening.verdict() == Verdict.RETURN) {
            events.returned(ended, by, now);
        } else {
            events.deskRejected(ended, by, now);
        }
        mails.order(new Mails.Order(
                "screening/" + id + "/" + manuscript.version(),
                id,
                "account/" + manuscript.correspondingAccount(),
                screening.verdict() == Verdict.RETURN ? "returned" : "desk-rejected",
                Map.of("manuscript", id, "version", Integer.toString(manuscript.version()))));
    }
}
