package org.imprimatur.submission.manuscript.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.submission.manuscript.Attachment;
import org.imprimatur.submission.manuscript.DraftingManuscripts;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.ManuscriptFile;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.manuscript.Outcome;
import org.imprimatur.submission.manuscript.Problem;
import org.imprimatur.submission.manuscript.Reading;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The manuscript's file with what was found in it, the files that go with it, and the response where reviewers asked. */
@Controller
@RequestMapping("/author/manuscripts/{id}")
class FilePages {

    private static final int LONGEST_RESPONSE = 5 * Metadata.MOST_TYPED;
    private static final int LONGEST_MEND = 500;

    private final DraftingManuscripts drafting;
    private final Wizard wizard;
    private final Words words;

    FilePages(DraftingManuscripts drafting, Wizard wizard, Words words) {
        this.drafting = drafting;
        this.wizard = wizard;
        this.words = words;
    }

    @GetMapping("/file")
    ModelAndView file(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        return wizard.whileOpen(person, id, open -> page(open, filled(open)));
    }

    private static Form filled(Manuscript open) {
        return Form.empty().with("response", open.response());
    }

    private ModelAndView page(Manuscript manuscript, Form form) {
        Map<String, Object> model = wizard.step(manuscript, "file");
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(Attachment.Kind.values())
                .forEach(kind -> kinds.put(kind.word(), words.say("kind." + kind.word())));
        model.put("form", form);
        model.put("kinds", kinds);
        manuscript.file().ifPresent(file -> model.put("report", wizard.report(file.intakeReport())));
        return new ModelAndView("submission/file", model);
    }

    private ModelAndView refused(Manuscript manuscript, List<Problem> problems) {
        return Wizard.refused(page(manuscript, words.errors(filled(manuscript), problems)));
    }

    @PostMapping("/file")
    ModelAndView upload(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Model model)
            throws IOException {
        Manuscript manuscript = wizard.own(person, id);
        String name = file == null ? "" : FileNames.plain(file.getOriginalFilename());
        if (manuscript.open() && name.isEmpty()) {
            return Wizard.refused(page(manuscript, filled(manuscript).error("file", words.say("problem.file.choose"))));
        }
        byte[] content = file == null ? new byte[0] : file.getBytes();
        return wizard.answer(
                        wizard.inTransaction(
                                () -> drafting.upload(Wizard.actor(person), id, name, content, wizard.now())),
                        model)
                .with(done -> DraftPages.to(id, "file"), wrong -> refused(wrong.manuscript(), wrong.problems()));
    }

    // files that go with it

    @PostMapping("/attachments")
    ModelAndView attach(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "attachment", required = false) List<MultipartFile> files,
            Model model)
            throws IOException {
        Manuscript manuscript = wizard.own(person, id);
        List<MultipartFile> chosen = files == null
                ? List.of()
                : files.stream()
                        .filter(file ->
                                !FileNames.plain(file.getOriginalFilename()).isEmpty())
                        .toList();
        Optional<Attachment.Kind> its = Attachment.Kind.of(kind);
        if (manuscript.open() && (its.isEmpty() || chosen.isEmpty())) {
            Form form = filled(manuscript).with("kind", kind);
            return Wizard.refused(page(
                    manuscript,
                    its.isEmpty()
                            ? form.error("kind", words.say("problem.attachment.kind"))
                            : form.error("attachment", words.say("problem.file.choose"))));
        }
        // each by itself: one that can't be taken keeps none of the others out
        Outcome outcome = new Outcome.Done(manuscript);
        for (MultipartFile file : chosen) {
            byte[] content = file.getBytes();
            Outcome one = wizard.inTransaction(() -> drafting.attach(
                    Wizard.actor(person),
                    id,
                    its.orElse(Attachment.Kind.SUPPLEMENTARY),
                    FileNames.plain(file.getOriginalFilename()),
                    content,
                    wizard.now()));
            outcome = outcome instanceof Outcome.Wrong ? outcome : one;
        }
        return wizard.answer(outcome, model)
                .with(done -> DraftPages.to(id, "file"), wrong -> refused(wizard.own(person, id), wrong.problems()));
    }

    @PostMapping("/attachments/{kind}/{sha256}/removal")
    ModelAndView detach(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable String sha256,
            Model model) {
        Attachment.Kind its = Attachment.Kind.of(kind).orElseThrow(() -> new NotYours("file"));
        return wizard.answer(
                        wizard.inTransaction(
                                () -> drafting.detach(Wizard.actor(person), id, its, sha256, wizard.now())),
                        model)
                .with(done -> DraftPages.to(id, "file"), wrong -> refused(wrong.manuscript(), wrong.problems()));
    }

    // mended here

    /** @param finding its number in the report of that very file, from 1 */
    @PostMapping("/mending")
    ModelAndView mend(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String words,
            Model model) {
        Manuscript manuscript = wizard.own(person, id);
        String field = "mend-" + Numbers.typed(finding, 0);
        Optional<ReportView.Finding> found = manuscript
                .file()
                .filter(one -> one.sha256().equals(sha256))
                .map(ManuscriptFile::intakeReport)
                .map(wizard::report)
                .map(ReportView::findings)
                .filter(all -> Numbers.typed(finding, 0) >= 1 && Numbers.typed(finding, 0) <= all.size())
                .map(all -> all.get(Numbers.typed(finding, 0) - 1))
                .filter(ReportView.Finding::inItsPlace);
        String typed = words.replaceAll("\\p{Cntrl}", " ").strip();
        if (manuscript.open() && found.isEmpty()) {
            return DraftPages.to(id, "file");
        }
        if (manuscript.open() && (typed.isEmpty() || typed.length() > LONGEST_MEND)) {
            return refused(manuscript, List.of(new Problem(field, "problem.mend.words", List.of(LONGEST_MEND))));
        }
        Reading.Mend mend = found.map(
                        one -> new Reading.Mend(one.before() + one.marked() + one.after(), one.marked(), typed))
                .orElse(new Reading.Mend("", "", ""));
        return wizard.answer(
                        wizard.inTransaction(
                                () -> drafting.mend(Wizard.actor(person), id, field, sha256, mend, wizard.now())),
                        model)
                .with(
                        done -> new ModelAndView("redirect:/author/manuscripts/" + id + "/file#intake"),
                        wrong -> refused(wrong.manuscript(), wrong.problems()));
    }

    // the response to the reviewers

    @PostMapping("/response")
    ModelAndView respond(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestHeader(name = DraftPages.HTMX, defaultValue = "false") boolean inPlace,
            HttpServletRequest request,
            Model model) {
        Form form = Form.typed(request);
        Manuscript manuscript = wizard.own(person, id);
        String why = form.asTyped("response").length() > LONGEST_RESPONSE
                ? words.say("problem.response.long", LONGEST_RESPONSE)
                : "";
        Map<String, String> whys = Map.of("response", why);
        if (!why.isEmpty() && manuscript.open()) {
            return inPlace
                    ? wizard.saved(manuscript, whys)
                    : Wizard.refused(page(manuscript, form.error("response", why)));
        }
        Outcome outcome = wizard.inTransaction(() -> drafting.answerReviewers(
                Wizard.actor(person),
                id,
                Wizard.seen(form),
                form.asTyped("response").replace("\r\n", "\n").strip(),
                wizard.now()));
        Wizard.Answer answer = wizard.answer(outcome, model);
        if (inPlace) {
            return answer.changed(now -> wizard.changedInPlace(now, stored(now), "file"))
                    .with(done -> wizard.saved(done, whys), wrong -> wizard.saved(wrong.manuscript(), whys));
        }
        return answer.changed(now -> page(now, form).addObject("meanwhile", stored(now)))
                .with(
                        done -> DraftPages.to(id, "about"),
                        wrong -> Wizard.refused(page(wrong.manuscript(), words.errors(form, wrong.problems()))));
    }

    private Map<String, String> stored(Manuscript now) {
        return Map.of(words.say("part.response"), now.response());
    }
}
