package org.imprimatur.publication.production.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.article.Files;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.pages.Answers;
import org.imprimatur.publication.pages.Places;
import org.imprimatur.publication.production.AnsweringProofs;
import org.imprimatur.publication.production.AskingForMoreTime;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.MoreTime;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/production/proofs/{id}")
class ProofPages {
    private static final int EMPTY_LINES = 3;
    private final AnsweringProofs answering;
    private final AskingForMoreTime asking;
    private final Journals journals;
    private final Files files;
    private final Answers answers;
    private final DomainClock clock;

    ProofPages(
            AnsweringProofs answering,
            AskingForMoreTime asking,
            Journals journals,
            Files files,
            Answers answers,
            DomainClock clock) {
        this.answering = answering;
        this.asking = asking;
        this.journals = journals;
        this.files = files;
        this.answers = answers;
        this.clock = clock;
    }

    @ModelAttribute
    void place(Model model) {
        Places.PROOF.mark(model);
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Model model) {
        return page(theirs(id, actor), Form.empty(), actor, model);
    }

    private String page(Galley galley, Form form, Actor actor, Model model) {
        model.addAttribute("galley", galley);
        model.addAttribute("sheet", galley.sheet().orElseThrow());
        model.addAttribute("asked", answering.isAsked(galley, actor));
        model.addAttribute("production", answering.isProduction(galley, actor));
        model.addAttribute("approved", galley.state() instanceof Galley.Approved);
        model.addAttribute(
                "corrections", galley.state() instanceof Galley.ToCorrect toCorrect ? toCorrect.corrections() : null);
        model.addAttribute("wishes", asking.of(galley));
        model.addAttribute("mayAsk", asking.mayAsk(galley, actor));
        model.addAttribute(
                "toAnswer",
                asking.mayAnswer(galley, actor) ? asking.open(galley).orElseThrow() : null);
        model.addAttribute("form", form);
        model.addAttribute(
                "lines", Math.max(EMPTY_LINES, form.values("correction").size() + 1));
        journals.find(galley.order().journal(), galley.journalVersion())
                .ifPresent(journal ->
                        model.addAttribute("journalName", journal.identity().title()));
        return "publication/proof";
    }

    @GetMapping("/proof.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Actor actor) {
        Galley galley = theirs(id, answers.inTransaction(() -> answering.fetch(id, actor, clock.instant())));
        byte[] pdf = files.read(galley.sheet().orElseThrow().pdf()).orElseThrow();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(galley.order().number() + "-proof.pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    @PostMapping("/approval")
    Object approve(@PathVariable UUID id, Actor actor, Model model) {
        return answers.inTransaction(() -> answering.approve(id, actor, clock.instant()))
                .<Object>fold(
                        galley -> "redirect:/production/proofs/" + id, refused -> answers.refused(refused, model));
    }

    @PostMapping("/corrections")
    Object correct(@PathVariable UUID id, HttpServletRequest request, Actor actor, Model model) {
        Form form = Form.typed(request);
        return answers.inTransaction(
                        () -> answering.requestCorrections(id, form.values("correction"), actor, clock.instant()))
                .<Object>fold(galley -> "redirect:/production/proofs/" + id, refused -> {
                    if (refused.cause() != Outcome.Cause.INVALID) {
                        return answers.refused(refused, model);
                    }
                    Form wrong = form.error("correction", refused.reason());
                    String view = page(theirs(id, actor), wrong, actor, model);
                    return wrong.refused(view, model.asMap());
                });
    }

    @PostMapping("/time")
    Object askForTime(@PathVariable UUID id, HttpServletRequest request, Actor actor, Model model) {
        Form form = Form.typed(request);
        int days = days(form.value("days"));
        String reason = form.value("reason");
        return answers.inTransaction(() -> asking.ask(id, days, reason, UUID.randomUUID(), actor, clock.instant()))
                .<Object>fold(
                        asked -> "redirect:/production/proofs/" + id + "#time",
                        refused -> wrong(
                                refused,
                                id,
                                with(
                                        with(form, "days", MoreTime.problemWithDays(days)),
                                        "reason",
                                        MoreTime.problemWithReason(reason)),
                                actor,
                                model));
    }

    @PostMapping("/time/{wish}")
    Object answerForTime(
            @PathVariable UUID id, @PathVariable UUID wish, HttpServletRequest request, Actor actor, Model model) {
        Form form = Form.typed(request);
        boolean given = form.has("answer", "grant");
        int days = days(form.value("given"));
        String word = form.value("word");
        return answers.inTransaction(() -> given
                        ? asking.grant(id, wish, days, word, actor, clock.instant())
                        : asking.refuse(id, wish, word, actor, clock.instant()))
                .<Object>fold(
                        answered -> "redirect:/production/proofs/" + id + "#time",
                        refused -> wrong(
                                refused,
                                id,
                                given
                                        ? with(
                                                with(form, "given", MoreTime.problemWithDays(days)),
                                                "word",
                                                MoreTime.problemWithWord(word))
                                        : with(form, "word", MoreTime.problemWithReason(word)),
                                actor,
                                model));
    }

    private Object wrong(Outcome.Refused<MoreTime> refused, UUID id, Form form, Actor actor, Model model) {
        return refused.cause() == Outcome.Cause.INVALID
                ? form.refused(page(theirs(id, actor), form, actor, model), model.asMap())
                : answers.refused(refused, model);
    }

    private static Form with(Form form, String field, Optional<String> problem) {
        return problem.map(what -> form.error(field, what)).orElse(form);
    }

    /** What is no number is no number of days. */
    private static int days(String typed) {
        return typed.strip().matches("\\d{1,4}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private Galley theirs(UUID id, Actor actor) {
        return theirs(id, answering.show(id, actor));
    }

    private static Galley theirs(UUID id, Outcome<Galley> found) {
        return found.fold(galley -> galley, refused -> {
            throw new NotYours("proof " + id);
        });
    }
}
