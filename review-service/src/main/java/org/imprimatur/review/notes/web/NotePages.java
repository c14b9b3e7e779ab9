package org.imprimatur.review.notes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.notes.Note;
import org.imprimatur.review.notes.WritingNotes;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Writes notes among a manuscript's editors, writes them anew, and takes them back. */
@Controller
class NotePages {

    private static final String VIEW = "review/note";

    private final SeeingManuscripts seeing;
    private final WritingNotes writing;
    private final People people;
    private final Acts acts;
    private final DomainClock clock;

    NotePages(SeeingManuscripts seeing, WritingNotes writing, People people, Acts acts, DomainClock clock) {
        this.seeing = seeing;
        this.writing = writing;
        this.people = people;
        this.acts = acts;
        this.clock = clock;
    }

    @PostMapping("/editor/manuscripts/{number}/notes")
    ModelAndView write(
            @PathVariable String number,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            Model page) {
        Actor.Person actor = Acts.actor(person);
        Manuscript manuscript = find(actor, number);
        Form form = Form.typed(request);
        String id = UUID.randomUUID().toString();
        return answer(
                acts.act(() -> writing.write(
                        actor,
                        manuscript.id(),
                        form.asTyped("note"),
                        mentioned(actor, manuscript, form),
                        id,
                        clock.instant())),
                actor,
                manuscript,
                null,
                form,
                page);
    }

    @GetMapping("/editor/manuscripts/{number}/notes/{id}")
    ModelAndView form(@PathVariable String number, @PathVariable String id, @AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = Acts.actor(person);
        Manuscript manuscript = find(actor, number);
        Note note = own(actor, manuscript, id);
        Form form = Form.empty()
                .with("note", note.text())
                .with("mention", note.mentioned().toArray(String[]::new))
                .with("revision", Integer.toString(note.revision()));
        return new ModelAndView(VIEW, model(actor, manuscript, note, form));
    }

    @PostMapping("/editor/manuscripts/{number}/notes/{id}")
    ModelAndView rewrite(
            @PathVariable String number,
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            Model page) {
        Actor.Person actor = Acts.actor(person);
        Manuscript manuscript = find(actor, number);
        Note note = note(actor, manuscript, id);
        Form form = Form.typed(request);
        int revision = form.value("revision").matches("\\d{1,9}") ? Integer.parseInt(form.value("revision")) : 0;
        return answer(
                acts.act(() -> writing.rewrite(
                        actor,
                        id,
                        revision,
                        form.asTyped("note"),
                        mentioned(actor, manuscript, form),
                        clock.instant())),
                actor,
                manuscript,
                note,
                form,
                page);
    }

    @PostMapping("/editor/manuscripts/{number}/notes/{id}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number,
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn person,
            Model page) {
        Actor.Person actor = Acts.actor(person);
        Manuscript manuscript = find(actor, number);
        note(actor, manuscript, id);
        return Acts.refusal(acts.act(() -> writing.withdraw(actor, id, clock.instant())))
                .map(refused -> Acts.refused(page, refused))
                .orElseGet(() -> Acts.seeOther("/editor/manuscripts/" + number + "#notes"));
    }

    private ModelAndView answer(
            Outcome outcome, Actor.Person actor, Manuscript manuscript, Note note, Form form, Model page) {
        Optional<Outcome.Refused> refused = Acts.refusal(outcome);
        if (refused.isEmpty()) {
            return Acts.seeOther("/editor/manuscripts/" + manuscript.number() + "#notes");
        }
        if (!Acts.comesBack(refused.get())) {
            return Acts.refused(page, refused.get());
        }
        // who saves once more has seen what it says now
        Form again = note == null
                ? form
                : form.with(
                        "revision",
                        Integer.toString(note(actor, manuscript, note.id()).revision()));
        ModelAndView form422 = new ModelAndView(VIEW, model(actor, manuscript, note, Acts.with(again, refused.get())));
        form422.setStatus(Acts.status(refused.get().kind()));
        return form422;
    }

    private Manuscript find(Actor.Person actor, String number) {
        return seeing.see(actor, number, Act.NOTE).orElseThrow(() -> new NotYours("notes of " + number));
    }

    private Note note(Actor.Person actor, Manuscript manuscript, String id) {
        return writing.read(actor, manuscript).stream()
                .filter(note -> note.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotYours("note " + id));
    }

    private Note own(Actor.Person actor, Manuscript manuscript, String id) {
        return Optional.of(note(actor, manuscript, id))
                .filter(note -> note.by().equals(actor.account()) && !note.isWithdrawn())
                .orElseThrow(() -> new NotYours("note " + id));
    }

    /** Those who are ticked, and those whose whole name stands in the text after an @. */
    private List<String> mentioned(Actor.Person actor, Manuscript manuscript, Form form) {
        Set<String> mentioned = new LinkedHashSet<>(form.values("mention"));
        editors(actor, manuscript).forEach((account, name) -> {
            if (form.asTyped("note").contains("@" + name)) {
                mentioned.add(account);
            }
        });
        return List.copyOf(mentioned);
    }

    private Map<String, String> editors(Actor.Person actor, Manuscript manuscript) {
        Map<String, String> editors = new LinkedHashMap<>();
        writing.mentionable(actor, manuscript).forEach(account -> editors.put(account, people.nameOf(account)));
        return editors;
    }

    private Map<String, Object> model(Actor.Person actor, Manuscript manuscript, Note note, Form form) {
        Map<String, Object> model = new HashMap<>();
        model.put("manuscript", manuscript);
        model.put("note", note);
        model.put("editors", editors(actor, manuscript));
        model.put("form", form);
        return model;
    }
}
