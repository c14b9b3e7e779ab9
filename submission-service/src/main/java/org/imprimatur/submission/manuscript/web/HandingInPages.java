package org.imprimatur.submission.manuscript.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.submission.manuscript.Attachment;
import org.imprimatur.submission.manuscript.AuthenticatedIds;
import org.imprimatur.submission.manuscript.DraftingManuscripts;
import org.imprimatur.submission.manuscript.HandingIn;
import org.imprimatur.submission.manuscript.HandingInRules;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.ManuscriptFile;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.manuscript.Papers;
import org.imprimatur.submission.manuscript.Problem;
import org.imprimatur.submission.manuscript.SeeingManuscripts;
import org.imprimatur.submission.manuscript.Version;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last look, handing in, taking back, throwing away, and the author's own files. */
@Controller
@RequestMapping("/author/manuscripts/{id}")
class HandingInPages {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final DraftingManuscripts drafting;
    private final SeeingManuscripts seeing;
    private final HandingIn handingIn;
    private final Papers papers;
    private final Wizard wizard;
    private final Words words;
    private final AuthenticatedIds ids;

    HandingInPages(
            DraftingManuscripts drafting,
            SeeingManuscripts seeing,
            HandingIn handingIn,
            Papers papers,
            Wizard wizard,
            Words words,
            AuthenticatedIds ids) {
        this.drafting = drafting;
        this.seeing = seeing;
        this.handingIn = handingIn;
        this.papers = papers;
        this.wizard = wizard;
        this.words = words;
        this.ids = ids;
    }

    @GetMapping("/look")
    ModelAndView look(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        return wizard.whileOpen(person, id, this::lookPage);
    }

    private ModelAndView lookPage(Manuscript manuscript) {
        Map<String, Object> model = wizard.step(manuscript, "look");
        model.put(
                "problems",
                HandingInRules.problems(manuscript).stream()
                        .map(problem -> new Missing(words.say(problem), page(manuscript, problem)))
                        .toList());
        List<Metadata.Contributor> contributors = manuscript.metadata().contributors();
        List<Metadata.Affiliation> places = contributors.stream()
                .flatMap(one -> one.affiliations().stream())
                .filter(place -> !place.name().isBlank())
                .distinct()
                .toList();
        model.put("affiliations", places);
        model.put("proven", contributors.stream().map(ids::proves).toList());
        model.put(
                "byLine",
                contributors.stream()
                        .map(one -> new Named(
                                one.name(),
                                one.affiliations().stream()
                                        .filter(places::contains)
                                        .map(place -> String.valueOf(places.indexOf(place) + 1))
                                        .collect(Collectors.joining(","))))
                        .toList());
        model.put("next", manuscript.versions().size() + 1);
        manuscript.file().ifPresent(file -> model.put("report", wizard.report(file.intakeReport())));
        return new ModelAndView("submission/look", model);
    }

    /** A name in the by-line with the numbers of its affiliations. */
    public record Named(String name, String marks) {}

    /** What is missing, and on which page it is mended. */
    public record Missing(String message, String page) {}

    // names and addresses stand on two pages: which one, the rules know
    private static String page(Manuscript manuscript, Problem problem) {
        if (HandingInRules.problemsAbout(manuscript).contains(problem)) {
            return "about";
        }
        if (HandingInRules.problemsOfFile(manuscript).contains(problem)) {
            return "file";
        }
        return HandingInRules.problemsOfReviewers(manuscript).contains(problem) ? "reviewers" : "contributors";
    }

    @PostMapping("/submission")
    ModelAndView submit(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            HttpServletRequest request,
            Model model) {
        Form form = Form.typed(request);
        return wizard.answer(
                        wizard.inTransaction(() -> handingIn.handIn(
                                Wizard.actor(person),
                                id,
                                Numbers.typed(form.value("version"), 0),
                                Numbers.typed(form.value("revision"), -1),
                                wizard.now())),
                        model)
                .changed(now -> lookPage(now).addObject("meanwhile", Map.of()))
                .with(done -> toManuscript(id), wrong -> Wizard.refused(lookPage(wrong.manuscript())));
    }

    private static ModelAndView toManuscript(String id) {
        return new ModelAndView("redirect:/author/manuscripts/" + id);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            HttpServletRequest request,
            Model model) {
        String reason = Form.typed(request).value("reason");
        String kept = reason.length() > Metadata.MOST_TYPED ? reason.substring(0, Metadata.MOST_TYPED) : reason;
        return wizard.answer(
                        wizard.inTransaction(() -> handingIn.withdraw(Wizard.actor(person), id, kept, wizard.now())),
                        model)
                .with(done -> toManuscript(id), wrong -> Wizard.refused(lookPage(wrong.manuscript())));
    }

    @PostMapping("/discard")
    ModelAndView discard(@AuthenticationPrincipal SignedIn person, @PathVariable String id, Model model) {
        return wizard.answer(wizard.inTransaction(() -> drafting.discard(Wizard.actor(person), id)), model)
                .with(
                        done -> new ModelAndView("redirect:/author"),
                        wrong -> Wizard.refused(lookPage(wrong.manuscript())));
    }

    /** @param mediaType what its content is */
    private record Served(String name, String sha256, MediaType mediaType) {}

    /** A file of the manuscript, as uploaded and under its own name. A contributor gets what was handed in. */
    @GetMapping("/files/{sha256}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn person, @PathVariable String id, @PathVariable String sha256) {
        Manuscript manuscript = seeing.see(Wizard.actor(person), id).orElseThrow(() -> new NotYours("manuscript"));
        boolean own = manuscript.owner().equals(person.account());
        Served file = Stream.of(
                        manuscript.file().filter(one -> own).stream().map(HandingInPages::served),
                        manuscript.attachments().stream().filter(one -> own).map(HandingInPages::served),
                        manuscript.versions().stream().map(Version::file).map(HandingInPages::served),
                        manuscript.versions().stream()
                                .flatMap(version -> version.attachments().stream())
                                .filter(one -> own || one.kind() != Attachment.Kind.COVER_LETTER)
                                .map(HandingInPages::served))
                .flatMap(Function.identity())
                .filter(one -> one.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> new NotYours("file"));
        wizard.inTransaction(() -> seeing.fetch(Wizard.actor(person), id, sha256, wizard.now()));
        return ResponseEntity.ok()
                .contentType(file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(papers.read(file.sha256()).orElseThrow());
    }

    private static Served served(ManuscriptFile file) {
        return new Served(file.name(), file.sha256(), WORD);
    }

    private static Served served(Attachment file) {
        return new Served(file.name(), file.sha256(), MediaType.parseMediaType(file.mediaType()));
    }

    /** The intake report of one of the author's own files, in its fixed form. */
    @GetMapping("/reports/{sha256}")
    ResponseEntity<byte[]> ownReport(
            @AuthenticationPrincipal SignedIn person, @PathVariable String id, @PathVariable String sha256) {
        Manuscript manuscript = wizard.own(person, id);
        boolean its = Stream.concat(
                        manuscript.file().stream(),
                        manuscript.versions().stream().map(Version::file))
                .anyMatch(file -> file.intakeReport().equals(sha256));
        if (!its) {
            throw new NotYours("intake report");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(papers.read(sha256).orElseThrow());
    }
}
