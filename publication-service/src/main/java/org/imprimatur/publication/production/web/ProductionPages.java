package org.imprimatur.publication.production.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.pages.Answers;
import org.imprimatur.publication.pages.Places;
import org.imprimatur.publication.production.CorrectingManuscripts;
import org.imprimatur.publication.production.CorrectingManuscripts.InProduction;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** An article in production, as its journal's production sees it: its galleys, and the files they are set from. */
@Controller
@RequestMapping("/production/articles/{manuscript}")
class ProductionPages {
    private static final int LONGEST_NAME = 200;
    private final CorrectingManuscripts correcting;
    private final Journals journals;
    private final Answers answers;
    private final DomainClock clock;

    ProductionPages(CorrectingManuscripts correcting, Journals journals, Answers answers, DomainClock clock) {
        this.correcting = correcting;
        this.journals = journals;
        this.answers = answers;
        this.clock = clock;
    }

    @ModelAttribute
    void place(Model model) {
        Places.ISSUES.mark(model);
    }

    /**
     * A galley in the list.
     *
     * @param proof its id, or "" while there is nothing to see
     * @param note why it failed
     */
    record Row(
            Instant orderedAt,
            String tone,
            String state,
            String source,
            String proof,
            int pages,
            String note,
            List<String> corrections) {}

    @GetMapping
    String show(@PathVariable String manuscript, Actor actor, Model model) {
        return page(theirs(manuscript, actor), Form.empty(), model);
    }

    private InProduction theirs(String manuscript, Actor actor) {
        return correcting.show(manuscript, actor).fold(article -> article, refused -> {
            throw new NotYours("article " + manuscript);
        });
    }

    private String page(InProduction article, Form form, Model model) {
        Galley newest = article.newest();
        model.addAttribute("order", newest.order());
        model.addAttribute(
                "heading",
                article.galleys().stream()
                        .flatMap(galley -> galley.sheet().stream())
                        .findFirst()
                        .map(Galley.Sheet::title)
                        .orElse(newest.order().number()));
        model.addAttribute(
                "rows",
                article.galleys().stream().map(galley -> row(article, galley)).toList());
        model.addAttribute("corrected", article.corrected());
        model.addAttribute("takes", article.takesCorrections());
        model.addAttribute("form", form);
        journals.find(newest.order().journal())
                .ifPresent(journal ->
                        model.addAttribute("journalName", journal.identity().title()));
        return "publication/article-production";
    }

    private static Row row(InProduction article, Galley galley) {
        String source = article.source(galley)
                .map(corrected -> "Production's version " + corrected.version())
                .orElse("The author's file");
        String proof = galley.sheet().isPresent() ? galley.id().toString() : "";
        int pages = galley.sheet().map(Galley.Sheet::pages).orElse(0);
        List<String> corrections = galley.state() instanceof Galley.ToCorrect asked ? asked.corrections() : List.of();
        String note = galley.state() instanceof Galley.Failed failed ? failed.reason() : "";
        State state = State.of(galley.state());
        return new Row(galley.orderedAt(), state.tone(), state.words(), source, proof, pages, note, corrections);
    }

    private record State(String tone, String words) {
        static State of(Galley.State state) {
            if (state instanceof Galley.Approved) {
                return new State("is-done", "Approved");
            }
            if (state instanceof Galley.ToCorrect) {
                return new State("is-you", "To be corrected");
            }
            if (state instanceof Galley.Proof) {
                return new State("is-wait", "With the author");
            }
            return state instanceof Galley.Failed
                    ? new State("is-bad", "Galley failed")
                    : new State("is-wait", "Being typeset");
        }
    }

    @PostMapping("/file")
    Object correct(
            @PathVariable String manuscript,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Actor actor,
            Model model)
            throws IOException {
        InProduction article = theirs(manuscript, actor);
        if (file == null || name(file).isEmpty()) {
            return refused(article, "Choose the file first, then upload it.", model);
        }
        byte[] content = file.getBytes();
        return answers.inTransaction(() -> correcting.correct(manuscript, name(file), content, actor, clock.instant()))
                .<Object>fold(
                        kept -> "redirect:/production/articles/" + manuscript,
                        refusal -> refusal.cause() == Outcome.Cause.INVALID
                                ? refused(article, refusal.reason(), model)
                                : answers.refused(refusal, model));
    }

    private Object refused(InProduction article, String reason, Model model) {
        Form wrong = Form.empty().error("file", reason);
        String view = page(article, wrong, model);
        return wrong.refused(view, model.asMap());
    }

    // a browser may send a whole path, and a name is only ever shown
    private static String name(MultipartFile file) {
        String sent = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
