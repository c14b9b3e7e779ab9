package org.imprimatur.submission.manuscript.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.ArticleType;
import org.imprimatur.submission.manuscript.DraftingManuscripts;
import org.imprimatur.submission.manuscript.HandingIn;
import org.imprimatur.submission.manuscript.HandingInRules;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.manuscript.Metadata.Contributor;
import org.imprimatur.submission.manuscript.Outcome;
import org.imprimatur.submission.manuscript.Problem;
import org.imprimatur.web.NavItem;
import org.imprimatur.web.Step;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.errors.Refusals;
import org.imprimatur.web.forms.Form;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Controller
@RequestMapping("/author")
class ManuscriptPages {

    private static final Map<String, String> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put(ArticleType.RESEARCH_ARTICLE.jats(), "Research article");
        TYPES.put(ArticleType.REVIEW_ARTICLE.jats(), "Review article");
        TYPES.put(ArticleType.BOOK_REVIEW.jats(), "Book review");
    }

    private final DraftingManuscripts drafting;
    private final HandingIn handingIn;
    private final JournalsKnown journals;
    private final Documents documents;
    private final DomainClock clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    ManuscriptPages(
            DraftingManuscripts drafting,
            HandingIn handingIn,
            JournalsKnown journals,
            Documents documents,
            DomainClock clock,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.drafting = drafting;
        this.handingIn = handingIn;
        this.journals = journals;
        this.documents = documents;
        this.clock = clock;
        this.transaction = transaction;
        this.json = json;
    }

    @ModelAttribute
    void navigation(Model model) {
        model.addAttribute(
                "navigation",
                List.of(
                        new NavItem("My work", "/author", false),
                        new NavItem("Submit a manuscript", "/author/submit", true)));
    }

    // journal and section

    @GetMapping("/submit")
    ModelAndView choose() {
        return chooseJournal(Form.empty());
    }

    private ModelAndView chooseJournal(Form form) {
        Map<String, String> sections = new LinkedHashMap<>();
        journals.all()
                .forEach(journal -> journal.sections()
                        .forEach(section -> sections.put(
                                journal.key() + "/" + section.key(), journal.title() + ": " + section.title())));
        Form chosen = sections.size() == 1 && form.value("where").isEmpty()
                ? form.with("where", sections.keySet().iterator().next())
                : form;
        if (chosen.value("type").isEmpty()) {
            chosen = chosen.with("type", ArticleType.RESEARCH_ARTICLE.jats());
        }
        return new ModelAndView("submission/choose", Map.of("form", chosen, "sections", sections, "types", TYPES));
    }

    @PostMapping("/submit")
    ModelAndView begin(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        Form form = Form.typed(request);
        String[] where = form.value("where").split("/", 2);
        Optional<ArticleType> type = ArticleType.of(form.value("type"));
        if (type.isEmpty()) {
            return wrong(chooseJournal(form.error("type", "Choose what kind of article it is.")));
        }
        return transaction.execute(status -> drafting.begin(
                        actor(person),
                        where[0],
                        where.length > 1 ? where[1] : "",
                        type.get(),
                        UUID.randomUUID().toString(),
                        clock.instant())
                .map(draft -> new ModelAndView("redirect:/author/manuscripts/" + draft.id() + "/file"))
                .orElseGet(() -> wrong(chooseJournal(
                        form.error("where", "Choose the journal and section that the manuscript is for.")))));
    }

    // the file

    @GetMapping("/manuscripts/{id}/file")
    ModelAndView file(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        return filePage(open(person, id), Form.empty());
    }

    private ModelAndView filePage(Manuscript manuscript, Form form) {
        Map<String, Object> model = step(manuscript, "file");
        model.put("form", form.with("response", manuscript.response()));
        manuscript.file().ifPresent(file -> model.put("report", report(file.intakeReport())));
        return new ModelAndView("submission/file", model);
    }

    @PostMapping("/manuscripts/{id}/file")
    ModelAndView upload(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Model model)
            throws IOException {
        Manuscript manuscript = open(person, id);
        if (file == null
                || file.isEmpty()
                        && (file.getOriginalFilename() == null
                                || file.getOriginalFilename().isEmpty())) {
            return wrong(filePage(manuscript, Form.empty().error("file", "Choose the file first, then upload it.")));
        }
        String name = file.getOriginalFilename() == null ? "manuscript.docx" : plainName(file.getOriginalFilename());
        byte[] content = file.getBytes();
        Outcome outcome = inTransaction(() -> drafting.upload(actor(person), id, name, content, clock.instant()));
        return answer(
                outcome,
                model,
                done -> new ModelAndView("redirect:/author/manuscripts/" + id + "/file"),
                wrong -> filePage(wrong.manuscript(), errors(Form.empty(), wrong.problems())));
    }

    @PostMapping("/manuscripts/{id}/response")
    ModelAndView respond(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            HttpServletRequest request,
            Model model) {
        Form form = Form.typed(request);
        if (form.asTyped("response").length() > Metadata.MOST_TYPED * 5) {
            Manuscript manuscript = open(person, id);
            return wrong(
                    filePage(manuscript, form.error("response", "The response is longer than 100,000 characters.")));
        }
        return answer(
                inTransaction(() -> drafting.answerReviewers(
                        actor(person), id, form.asTyped("response").strip(), clock.instant())),
                model,
                done -> new ModelAndView("redirect:/author/manuscripts/" + id + "/about"),
                wrong -> filePage(wrong.manuscript(), errors(form, wrong.problems())));
    }

    /** The author's own file, as uploaded. */
    @GetMapping("/manuscripts/{id}/files/{sha256}")
    ResponseEntity<byte[]> ownFile(
            @AuthenticationPrincipal SignedIn person, @PathVariable String id, @PathVariable String sha256) {
        Manuscript manuscript = drafting.own(actor(person), id).orElseThrow(() -> new NotYours("manuscript"));
        boolean its =
                manuscript.file().filter(file -> file.sha256().equals(sha256)).isPresent()
                        || manuscript.versions().stream()
                                .anyMatch(version -> version.file().sha256().equals(sha256));
        if (!its) {
            throw new NotYours("file");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .header("Content-Disposition", "attachment; filename=\"manuscript.docx\"")
                .cacheControl(CacheControl.noStore())
                .body(documents.read(sha256).orElseThrow());
    }

    // title, abstract, keywords

    @GetMapping("/manuscripts/{id}/about")
    ModelAndView about(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        Manuscript manuscript = open(person, id);
        Metadata metadata = manuscript.metadata();
        return aboutPage(
                manuscript,
                Form.empty()
                        .with("title", metadata.title())
                        .with("abstract", metadata.abstractText())
                        .with("keywords", String.join("; ", metadata.keywords())));
    }

    private ModelAndView aboutPage(Manuscript manuscript, Form form) {
        Map<String, Object> model = step(manuscript, "about");
        model.put("form", form);
        return new ModelAndView("submission/about", model);
    }

    @PostMapping("/manuscripts/{id}/about")
    ModelAndView describe(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
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
        if (!judged.good()) {
            return wrong(aboutPage(open(person, id), judged));
        }
        return answer(
                inTransaction(() -> drafting.describe(
                        actor(person),
                        id,
                        form.value("title"),
                        form.value("abstract"),
                        Arrays.stream(form.value("keywords").split("[;\\n]"))
                                .map(String::strip)
                                .filter(keyword -> !keyword.isEmpty())
                                .distinct()
                                .toList(),
                        clock.instant())),
                model,
                done -> new ModelAndView("redirect:/author/manuscripts/" + id + "/contributors"),
                wrong -> aboutPage(wrong.manuscript(), errors(form, wrong.problems())));
    }

    // contributors

    @GetMapping("/manuscripts/{id}/contributors")
    ModelAndView contributors(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        Manuscript manuscript = open(person, id);
        List<Contributor> contributors = manuscript.metadata().contributors();
        return contributorsPage(
                manuscript, contributors.isEmpty() ? List.of(self(person)) : contributors, Form.empty());
    }

    private ModelAndView contributorsPage(Manuscript manuscript, List<Contributor> contributors, Form form) {
        Map<String, Object> model = step(manuscript, "contributors");
        Form filled = form;
        for (int at = 0; at < contributors.size(); at++) {
            Contributor contributor = contributors.get(at);
            filled = filled.with("given-" + at, contributor.given())
                    .with("family-" + at, contributor.family())
                    .with("email-" + at, contributor.email())
                    .with("account-" + at, contributor.account())
                    .with("orcid-" + at, contributor.orcid())
                    .with("position-" + at, contributor.position())
                    .with("affiliation-" + at, contributor.affiliation())
                    .with("roles-" + at, contributor.roles().toArray(String[]::new));
            if (contributor.corresponding()) {
                filled = filled.with("corresponding", String.valueOf(at));
            }
        }
        model.put("form", filled);
        model.put("count", contributors.size());
        model.put("roles", CreditRoles.ALL);
        return new ModelAndView("submission/contributors", model);
    }

    @PostMapping("/manuscripts/{id}/contributors")
    ModelAndView nameContributors(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            HttpServletRequest request,
            Model model) {
        Form form = Form.typed(request);
        Manuscript manuscript = open(person, id);
        if (form.values().values().stream().flatMap(List::stream).anyMatch(value -> value.length() > 1_000)) {
            return wrong(contributorsPage(
                    manuscript,
                    typedContributors(form),
                    Form.empty().error("contributors", "One field has more than 1,000 characters: shorten it.")));
        }
        List<Contributor> typed = arranged(typedContributors(form), form.value("act"), person);
        Outcome outcome = inTransaction(() -> drafting.nameContributors(actor(person), id, typed, clock.instant()));
        boolean goesOn = form.value("act").isEmpty();
        return answer(
                outcome,
                model,
                done -> goesOn
                        ? new ModelAndView("redirect:/author/manuscripts/" + id + "/look")
                        : contributorsPage(done.manuscript(), typed, Form.empty()),
                wrong -> contributorsPage(
                        wrong.manuscript(), typed, goesOn ? errors(Form.empty(), wrong.problems()) : Form.empty()),
                goesOn);
    }

    private static List<Contributor> typedContributors(Form form) {
        int count = Math.min(200, number(form.value("count"), 0));
        List<Contributor> typed = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            typed.add(new Contributor(
                    form.value("given-" + at),
                    form.value("family-" + at),
                    form.value("email-" + at),
                    form.value("account-" + at),
                    form.value("orcid-" + at),
                    form.value("position-" + at),
                    form.value("affiliation-" + at),
                    form.values("roles-" + at).stream()
                            .filter(CreditRoles.ALL::contains)
                            .toList(),
                    form.value("corresponding").equals(String.valueOf(at))));
        }
        return typed;
    }

    private static List<Contributor> arranged(List<Contributor> typed, String act, SignedIn person) {
        List<Contributor> arranged = new ArrayList<>(typed);
        String[] words = act.split("-");
        int at = words.length > 1 ? number(words[1], -1) : -1;
        switch (words[0]) {
            case "add" -> arranged.add(new Contributor("", "", "", "", "", "", "", List.of(), arranged.isEmpty()));
            case "remove" -> {
                if (at >= 0 && at < arranged.size()) {
                    arranged.remove(at);
                }
            }
            case "up" -> {
                if (at > 0 && at < arranged.size()) {
                    arranged.add(at - 1, arranged.remove(at));
                }
            }
            case "down" -> {
                if (at >= 0 && at < arranged.size() - 1) {
                    arranged.add(at + 1, arranged.remove(at));
                }
            }
            default -> {
                // only the fields were changed
            }
        }
        return arranged;
    }

    private static Contributor self(SignedIn person) {
        int space = person.name().lastIndexOf(' ');
        return new Contributor(
                space < 0 ? "" : person.name().substring(0, space),
                person.name().substring(space + 1),
                "",
                person.account(),
                "",
                "",
                "",
                List.of(),
                true);
    }

    // last look

    @GetMapping("/manuscripts/{id}/look")
    ModelAndView look(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        Manuscript manuscript = drafting.own(actor(person), id).orElseThrow(() -> new NotYours("manuscript"));
        return manuscript.open()
                ? lookPage(manuscript, HandingInRules.problems(manuscript))
                : new ModelAndView("redirect:/author/manuscripts/" + id);
    }

    private ModelAndView lookPage(Manuscript manuscript, List<Problem> problems) {
        Map<String, Object> model = step(manuscript, "look");
        model.put(
                "problems",
                problems.stream()
                        .map(problem -> new Missing(problem.message(), page(problem)))
                        .toList());
        model.put("next", manuscript.versions().size() + 1);
        manuscript.file().ifPresent(file -> model.put("report", report(file.intakeReport())));
        return new ModelAndView("submission/look", model);
    }

    /** What is missing, and on which page it is mended. */
    public record Missing(String message, String page) {}

    private static String page(Problem problem) {
        return switch (problem.field()) {
            case "title", "abstract", "keywords" -> "about";
            case "file", "response" -> "file";
            default -> "contributors";
        };
    }

    @PostMapping("/manuscripts/{id}/submission")
    ModelAndView submit(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            HttpServletRequest request,
            Model model) {
        int meant = number(Form.typed(request).value("version"), 0);
        return answer(
                inTransaction(() -> handingIn.handIn(actor(person), id, meant, clock.instant())),
                model,
                done -> new ModelAndView("redirect:/author/manuscripts/" + id),
                wrong -> lookPage(wrong.manuscript(), wrong.problems()));
    }

    @PostMapping("/manuscripts/{id}/withdrawal")
    ModelAndView withdraw(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            HttpServletRequest request,
            Model model) {
        String reason = Form.typed(request).value("reason");
        String kept = reason.length() > Metadata.MOST_TYPED ? reason.substring(0, Metadata.MOST_TYPED) : reason;
        return answer(
                inTransaction(() -> handingIn.withdraw(actor(person), id, kept, clock.instant())),
                model,
                done -> new ModelAndView("redirect:/author/manuscripts/" + id),
                wrong -> lookPage(wrong.manuscript(), wrong.problems()));
    }

    @PostMapping("/manuscripts/{id}/discard")
    ModelAndView discard(@AuthenticationPrincipal SignedIn person, @PathVariable String id, Model model) {
        return answer(
                inTransaction(() -> drafting.discard(actor(person), id)),
                model,
                done -> new ModelAndView("redirect:/author"),
                wrong -> lookPage(wrong.manuscript(), wrong.problems()));
    }

    // what all steps share

    private interface Shows<T> {
        ModelAndView of(T outcome);
    }

    private ModelAndView answer(Outcome outcome, Model model, Shows<Outcome.Done> done, Shows<Outcome.Wrong> wrong) {
        return answer(outcome, model, done, wrong, true);
    }

    private ModelAndView answer(
            Outcome outcome, Model model, Shows<Outcome.Done> done, Shows<Outcome.Wrong> wrong, boolean wrongRefuses) {
        if (outcome instanceof Outcome.Done it) {
            return done.of(it);
        }
        if (outcome instanceof Outcome.Already already) {
            return done.of(new Outcome.Done(already.manuscript()));
        }
        if (outcome instanceof Outcome.Wrong it) {
            return wrongRefuses ? wrong(wrong.of(it)) : wrong.of(it);
        }
        if (outcome instanceof Outcome.NotNow notNow) {
            return Refusals.respond(model, HttpStatus.CONFLICT, notNow.reason());
        }
        if (outcome instanceof Outcome.ChangedMeanwhile) {
            return Refusals.respond(
                    model,
                    HttpStatus.CONFLICT,
                    "It was changed in another window at the same moment. Go back, reload the page and do it again.");
        }
        throw new NotYours("manuscript");
    }

    private static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private Outcome inTransaction(Supplier<Outcome> act) {
        return transaction.execute(status -> act.get());
    }

    private Manuscript open(SignedIn person, String id) {
        return drafting.own(actor(person), id)
                .filter(Manuscript::open)
                .orElseThrow(() -> new NotYours("open manuscript"));
    }

    private Map<String, Object> step(Manuscript manuscript, String now) {
        Map<String, Object> model = new HashMap<>();
        model.put("manuscript", manuscript);
        journals.find(manuscript.journal()).ifPresent(journal -> {
            model.put("journalName", journal.title());
            model.put("sectionTitle", journal.sectionTitle(manuscript.section()));
        });
        String base = "/author/manuscripts/" + manuscript.id() + "/";
        boolean revision = manuscript.reopening().isPresent();
        boolean described = HandingInRules.problemsAbout(manuscript).isEmpty();
        boolean named = HandingInRules.problemsOfContributors(manuscript).isEmpty();
        model.put(
                "steps",
                List.of(
                        wizard(
                                revision ? "Revised file and response" : "File",
                                base + "file",
                                now.equals("file"),
                                manuscript.file().isPresent()),
                        wizard("Title, abstract, keywords", base + "about", now.equals("about"), described),
                        wizard("Contributors", base + "contributors", now.equals("contributors"), named),
                        wizard("Last look", base + "look", now.equals("look"), false)));
        return model;
    }

    private static Step wizard(String label, String href, boolean now, boolean done) {
        return new Step(
                label,
                now ? "you are here" : done ? "complete" : "still open",
                now ? "is-now" : done ? "is-done" : null,
                now ? null : href);
    }

    private JsonNode report(String document) {
        return json.readTree(documents.read(document).orElseThrow());
    }

    private static Form errors(Form form, List<Problem> problems) {
        Form judged = form;
        for (Problem problem : problems) {
            judged = judged.error(problem.field(), problem.message());
        }
        return judged;
    }

    private static Actor.Person actor(SignedIn person) {
        return new Actor.Person(person.account(), person.name());
    }

    // a browser may send a whole path, and a name is only ever shown
    private static String plainName(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }

    private static int number(String typed, int otherwise) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : otherwise;
    }
}
