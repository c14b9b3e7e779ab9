package org.imprimatur.submission.manuscript.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.submission.manuscript.ArticleType;
import org.imprimatur.submission.manuscript.DraftingManuscripts;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.manuscript.Metadata.Contributor;
import org.imprimatur.submission.manuscript.Outcome;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.forms.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The steps on which a draft or a revision is written. What is typed is kept, right or not; right is asked at the end. */
@Controller
@RequestMapping("/author")
class DraftPages {

    private static final int LONGEST_RESPONSE = 5 * Metadata.MOST_TYPED;
    private static final String HTMX = "HX-Request";

    private final DraftingManuscripts drafting;
    private final JournalsKnown journals;
    private final Wizard wizard;
    private final TransactionTemplate transaction;

    DraftPages(DraftingManuscripts drafting, JournalsKnown journals, Wizard wizard, TransactionTemplate transaction) {
        this.drafting = drafting;
        this.journals = journals;
        this.wizard = wizard;
        this.transaction = transaction;
    }

    // journal, section, article type

    @GetMapping("/submit")
    ModelAndView choose() {
        return choosePage(Form.empty().with("type", ArticleType.RESEARCH_ARTICLE.jats()));
    }

    private ModelAndView choosePage(Form form) {
        Map<String, String> sections = new LinkedHashMap<>();
        journals.all()
                .forEach(journal -> journal.sections()
                        .forEach(section -> sections.put(
                                journal.key() + "/" + section.key(), journal.title() + ": " + section.title())));
        Map<String, String> types = new LinkedHashMap<>();
        for (ArticleType type : ArticleType.values()) {
            types.put(type.jats(), Wizard.articleType(type));
        }
        Form chosen = sections.size() == 1
                ? form.with("where", sections.keySet().iterator().next())
                : form;
        return new ModelAndView(
                "submission/choose",
                Map.of("navigation", Wizard.navigation(), "form", chosen, "sections", sections, "types", types));
    }

    @PostMapping("/submit")
    ModelAndView begin(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        Form form = Form.typed(request);
        String[] where = form.value("where").split("/", 2);
        Optional<ArticleType> type = ArticleType.of(form.value("type"));
        if (type.isEmpty()) {
            return Wizard.refused(choosePage(form.error("type", "Choose what kind of article it is.")));
        }
        return transaction.execute(status -> drafting.begin(
                        Wizard.actor(person),
                        where[0],
                        where.length > 1 ? where[1] : "",
                        type.get(),
                        UUID.randomUUID().toString(),
                        wizard.now())
                .map(draft -> to(draft.id(), "file"))
                .orElseGet(() -> Wizard.refused(choosePage(
                        form.error("where", "Choose the journal and section that the manuscript is for.")))));
    }

    private static ModelAndView to(String id, String step) {
        return new ModelAndView("redirect:/author/manuscripts/" + id + "/" + step);
    }

    // the file, and the response where reviewers asked

    @GetMapping("/manuscripts/{id}/file")
    ModelAndView file(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        return wizard.whileOpen(person, id, open -> filePage(open, Form.empty().with("response", open.response())));
    }

    private ModelAndView filePage(Manuscript manuscript, Form form) {
        Map<String, Object> model = wizard.step(manuscript, "file");
        model.put("form", form);
        manuscript.file().ifPresent(file -> model.put("report", wizard.report(file.intakeReport())));
        return new ModelAndView("submission/file", model);
    }

    @PostMapping("/manuscripts/{id}/file")
    ModelAndView upload(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Model model)
            throws IOException {
        Manuscript manuscript = wizard.own(person, id);
        if (manuscript.open() && (file == null || plainName(file).isEmpty())) {
            return Wizard.refused(filePage(
                    manuscript,
                    Form.empty()
                            .with("response", manuscript.response())
                            .error("file", "Choose the file first, then upload it.")));
        }
        String name = file == null ? "" : plainName(file);
        byte[] content = file == null ? new byte[0] : file.getBytes();
        return wizard.answer(
                        wizard.inTransaction(
                                () -> drafting.upload(Wizard.actor(person), id, name, content, wizard.now())),
                        model)
                .with(
                        done -> to(id, "file"),
                        wrong -> Wizard.refused(filePage(
                                wrong.manuscript(),
                                Wizard.errors(
                                        Form.empty()
                                                .with(
                                                        "response",
                                                        wrong.manuscript().response()),
                                        wrong.problems()))));
    }

    // a browser may send a whole path, and a name is only ever shown
    private static String plainName(MultipartFile file) {
        String sent = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }

    @PostMapping("/manuscripts/{id}/response")
    ModelAndView respond(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean inPlace,
            HttpServletRequest request,
            Model model) {
        Form form = Form.typed(request);
        Manuscript manuscript = wizard.own(person, id);
        if (form.asTyped("response").length() > LONGEST_RESPONSE && manuscript.open()) {
            String tooLong = "The response is longer than %,d characters: shorten it.".formatted(LONGEST_RESPONSE);
            return inPlace
                    ? Wizard.notSaved(tooLong)
                    : Wizard.refused(filePage(manuscript, form.error("response", tooLong)));
        }
        Outcome outcome = wizard.inTransaction(() -> drafting.answerReviewers(
                Wizard.actor(person),
                id,
                seen(form),
                form.asTyped("response").replace("\r\n", "\n").strip(),
                wizard.now()));
        if (inPlace) {
            return wizard.answer(outcome, model)
                    .with(done -> wizard.saved(done), wrong -> wizard.saved(wrong.manuscript()));
        }
        return wizard.answer(outcome, model)
                .changed(now -> meanwhile(filePage(now, form), Map.of("Response to the reviewers", now.response())))
                .with(
                        done -> to(id, "about"),
                        wrong -> Wizard.refused(filePage(wrong.manuscript(), Wizard.errors(form, wrong.problems()))));
    }

    // title, abstract, keywords

    @GetMapping("/manuscripts/{id}/about")
    ModelAndView about(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        return wizard.whileOpen(
                person,
                id,
                open -> aboutPage(
                        open,
                        Form.empty()
                                .with("title", open.metadata().title())
                                .with("abstract", open.metadata().abstractText())
                                .with("keywords", keywords(open))));
    }

    private ModelAndView aboutPage(Manuscript manuscript, Form form) {
        Map<String, Object> model = wizard.step(manuscript, "about");
        model.put("form", form);
        manuscript.file().ifPresent(file -> model.put("report", wizard.report(file.intakeReport())));
        return new ModelAndView("submission/about", model);
    }

    @PostMapping("/manuscripts/{id}/about")
    ModelAndView describe(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean inPlace,
            HttpServletRequest request,
            Model model) {
        Form form = Form.typed(request);
        Form judged = form;
        for (String field : List.of("title", "abstract", "keywords")) {
            if (form.asTyped(field).length() > Metadata.MOST_TYPED) {
                judged = judged.error(
                        field,
                        "This has %,d characters, more than can be kept; shorten it. The other fields are as you typed them."
                                .formatted(form.asTyped(field).length()));
            }
        }
        Manuscript manuscript = wizard.own(person, id);
        if (!judged.good() && manuscript.open()) {
            return inPlace
                    ? Wizard.notSaved(judged.errors().get(0).message())
                    : Wizard.refused(aboutPage(manuscript, judged));
        }
        Outcome outcome = wizard.inTransaction(() -> drafting.describe(
                Wizard.actor(person),
                id,
                seen(form),
                form.value("title"),
                form.value("abstract").replace("\r\n", "\n"),
                Arrays.stream(form.value("keywords").split("[;\\n]"))
                        .map(String::strip)
                        .filter(keyword -> !keyword.isEmpty())
                        .distinct()
                        .toList(),
                wizard.now()));
        if (inPlace) {
            return wizard.answer(outcome, model)
                    .with(done -> wizard.saved(done), wrong -> wizard.saved(wrong.manuscript()));
        }
        return wizard.answer(outcome, model)
                .changed(now -> meanwhile(
                        aboutPage(now, form),
                        differing(
                                form,
                                Map.of(
                                        "title",
                                        now.metadata().title(),
                                        "abstract",
                                        now.metadata().abstractText(),
                                        "keywords",
                                        keywords(now)))))
                .with(
                        done -> to(id, "contributors"),
                        wrong -> Wizard.refused(aboutPage(wrong.manuscript(), Wizard.errors(form, wrong.problems()))));
    }

    private static String keywords(Manuscript manuscript) {
        return String.join("; ", manuscript.metadata().keywords());
    }

    private static Map<String, String> differing(Form form, Map<String, String> stored) {
        Map<String, String> differing = new LinkedHashMap<>();
        Map.of("title", "Title", "abstract", "Abstract", "keywords", "Keywords").forEach((field, label) -> {
            if (!form.value(field).equals(stored.get(field))) {
                differing.put(label, stored.get(field));
            }
        });
        return differing;
    }

    // the page as typed, on the revision that stands now, with what the other window stored above it
    private static ModelAndView meanwhile(ModelAndView page, Map<String, String> stored) {
        return page.addObject("meanwhile", stored);
    }

    private static long seen(Form form) {
        return Numbers.typed(form.value("revision"), -1);
    }

    // contributors

    @GetMapping("/manuscripts/{id}/contributors")
    ModelAndView contributors(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        return wizard.whileOpen(person, id, open -> {
            List<Contributor> contributors = open.metadata().contributors();
            return contributorsPage(
                    open,
                    contributors.isEmpty() ? List.of(ContributorsForm.self(Wizard.actor(person))) : contributors,
                    Form.empty());
        });
    }

    private ModelAndView contributorsPage(Manuscript manuscript, List<Contributor> contributors, Form form) {
        Map<String, Object> model = wizard.step(manuscript, "contributors");
        model.put("form", ContributorsForm.filled(form, contributors));
        model.put("contributors", contributors);
        model.put("roles", CreditRoles.ALL);
        return new ModelAndView("submission/contributors", model);
    }

    @PostMapping("/manuscripts/{id}/contributors")
    ModelAndView nameContributors(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean inPlace,
            HttpServletRequest request,
            Model model) {
        Form form = Form.typed(request);
        Manuscript manuscript = wizard.own(person, id);
        if (ContributorsForm.tooLong(form) && manuscript.open()) {
            String tooLong = "One field has more than 1,000 characters: shorten it.";
            return inPlace
                    ? Wizard.notSaved(tooLong)
                    : Wizard.refused(contributorsPage(
                            manuscript,
                            ContributorsForm.typed(form),
                            Form.empty().error("contributors", tooLong)));
        }
        String act = form.value("act");
        List<Contributor> typed = ContributorsForm.arranged(ContributorsForm.typed(form), act);
        Outcome outcome = wizard.inTransaction(
                () -> drafting.nameContributors(Wizard.actor(person), id, seen(form), typed, wizard.now()));
        Wizard.Answer answer = wizard.answer(outcome, model);
        if (inPlace) {
            return answer.with(done -> wizard.saved(done), wrong -> wizard.saved(wrong.manuscript()));
        }
        answer.changed(now -> meanwhile(
                contributorsPage(now, typed, Form.empty()),
                Map.of(
                        "By-line",
                        String.join(
                                ", ",
                                now.metadata().contributors().stream()
                                        .map(Contributor::name)
                                        .toList()))));
        return act.isEmpty()
                ? answer.with(
                        done -> to(id, "look"),
                        wrong -> Wizard.refused(contributorsPage(
                                wrong.manuscript(), typed, Wizard.errors(Form.empty(), wrong.problems()))))
                : answer.with(
                        done -> contributorsPage(done, typed, Form.empty()),
                        wrong -> contributorsPage(wrong.manuscript(), typed, Form.empty()));
    }
}
