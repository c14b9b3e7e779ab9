package org.imprimatur.publication.issue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.article.Addresses;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.Season;
import org.imprimatur.publication.issue.ClosingIssues;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.IssueSketch;
import org.imprimatur.publication.issue.Issues;
import org.imprimatur.publication.issue.MovingArticles;
import org.imprimatur.publication.issue.OpeningIssues;
import org.imprimatur.publication.issue.Registrations;
import org.imprimatur.publication.issue.SchedulingArticles;
import org.imprimatur.publication.issue.Verdicts;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.pages.Answers;
import org.imprimatur.publication.pages.Places;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.Galleys;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/production")
class IssuePages {
    private final Issues issues;
    private final Journals journals;
    private final Galleys galleys;
    private final OpeningIssues opening;
    private final MovingArticles moving;
    private final SchedulingArticles scheduling;
    private final ClosingIssues closing;
    private final Registrations registrations;
    private final Verdicts verdicts;
    private final Answers answers;
    private final DomainClock clock;

    IssuePages(
            Issues issues,
            Journals journals,
            Galleys galleys,
            OpeningIssues opening,
            MovingArticles moving,
            SchedulingArticles scheduling,
            ClosingIssues closing,
            Registrations registrations,
            Verdicts verdicts,
            Answers answers,
            DomainClock clock) {
        this.issues = issues;
        this.journals = journals;
        this.galleys = galleys;
        this.opening = opening;
        this.moving = moving;
        this.scheduling = scheduling;
        this.closing = closing;
        this.registrations = registrations;
        this.verdicts = verdicts;
        this.answers = answers;
        this.clock = clock;
    }

    @ModelAttribute
    void place(Model model) {
        Places.ISSUES.mark(model);
    }

    /** A journal with its issues, newest first. */
    record Shelf(Journal journal, List<Issue> issues) {}

    @GetMapping
    String start() {
        return "redirect:/production/issues";
    }

    @GetMapping("/issues")
    String list(Actor actor, Model model) {
        model.addAttribute(
                "shelves",
                journals.all().stream()
                        .filter(journal -> OpeningIssues.may(actor, journal.key()))
                        .map(journal -> new Shelf(journal, issues.of(journal.key())))
                        .toList());
        return "publication/issues";
    }

    @GetMapping("/journals/{key}/issues/new")
    String sketch(@PathVariable String key, Actor actor, Model model) {
        Journal journal = theirs(key, actor);
        IssueDesignation next =
                opening.next(journal, clock.instant().atZone(clock.getZone()).getYear());
        return sketch(
                journal,
                Form.empty()
                        .with("volume", Integer.toString(next.volume()))
                        .with("number", Integer.toString(next.issue()))
                        .with("year", Integer.toString(next.year())),
                model);
    }

    private String sketch(Journal journal, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("journal", journal);
        Map<String, String> seasons = new LinkedHashMap<>();
        Arrays.stream(Season.values()).forEach(season -> seasons.put(season.name(), season.display()));
        model.addAttribute("seasons", seasons);
        Map<String, String> months = new LinkedHashMap<>();
        Arrays.stream(Month.values())
                .forEach(month -> months.put(
                        Integer.toString(month.getValue()),
                        month.getDisplayName(TextStyle.FULL_STANDALONE, LocaleContextHolder.getLocale())));
        model.addAttribute("months", months);
        return "publication/issue-new";
    }

    @PostMapping("/journals/{key}/issues")
    Object open(@PathVariable String key, HttpServletRequest request, Actor actor, Model model) {
        Journal journal = theirs(key, actor);
        Form form = Form.typed(request);
        IssueSketch.Result result = new IssueSketch(
                        form.value("volume"),
                        form.value("number"),
                        form.value("season"),
                        form.value("month"),
                        form.value("year"),
                        form.value("firstPage"))
                .check(journal);
        if (result instanceof IssueSketch.Wrong wrong) {
            Form again = form;
            for (Map.Entry<String, String> error : wrong.errors().entrySet()) {
                again = again.error(error.getKey(), error.getValue());
            }
            return refused(again, journal, model);
        }
        IssueSketch.Good good = (IssueSketch.Good) result;
        return answers.inTransaction(() -> opening.open(
                        UUID.randomUUID(), key, good.designation(), good.firstPage(), actor, clock.instant()))
                .<Object>fold(
                        issue -> "redirect:/production/issues/" + issue.id(),
                        refusal -> refused(form.error("number", refusal.reason()), journal, model));
    }

    private Object refused(Form form, Journal journal, Model model) {
        String view = sketch(journal, form, model);
        return form.refused(view, model.asMap());
    }

    @GetMapping("/issues/{id}")
    String board(@PathVariable UUID id, @RequestParam Optional<String> moved, Actor actor, Model model) {
        show(theirs(id, actor), moved, model);
        return "publication/issue-board";
    }

    private void show(Issue issue, Optional<String> moved, Model model) {
        Journal journal = issue.journalVersion()
                .flatMap(version -> journals.find(issue.journal(), version))
                .or(() -> journals.find(issue.journal()))
                .orElseThrow();
        Map<String, Galley> galleysOf = new HashMap<>();
        galleys.newestOf(issue.journal())
                .forEach(galley -> galleysOf.put(galley.order().manuscript(), galley));
        List<Board.Row> rows = Board.rows(issue, galleysOf, moved);
        model.addAttribute("issue", issue);
        model.addAttribute("journal", journal);
        model.addAttribute("journalName", journal.identity().title());
        model.addAttribute("rows", rows);
        model.addAttribute(
                "pageTotal", rows.stream().mapToInt(Board.Row::pageCount).sum());
        model.addAttribute(
                "ready",
                Board.ready(
                        issue,
                        galleysOf.values(),
                        manuscript -> issues.holding(manuscript).isPresent()));
        model.addAttribute("obstacles", issue.isOpen() ? closing.obstacles(issue) : List.of());
        model.addAttribute("map", Board.map(issue));
        model.addAttribute(
                "volumeDoi",
                journal.volumeDoi(issue.designation())
                        .found()
                        .map(Object::toString)
                        .orElse(""));
        model.addAttribute(
                "issueDoi",
                journal.issueDoi(issue.designation())
                        .found()
                        .map(Object::toString)
                        .orElse(""));
        model.addAttribute(
                "deposits",
                issue.isOpen()
                        ? List.of()
                        : registrations.progress(issue).stream()
                                .map(Board::deposit)
                                .toList());
        model.addAttribute(
                "readings",
                verdicts.of(issue).stream()
                        .map(verdict -> Board.reading(issue, verdict))
                        .toList());
        model.addAttribute("publicPath", Addresses.issuePath(issue.journal(), issue.designation()));
        model.addAttribute(
                "moved", moved.filter(one -> issue.slot(one).isPresent()).orElse(null));
    }

    @PostMapping("/issues/{id}/moves")
    Object move(
            @PathVariable UUID id, @RequestParam String manuscript, @RequestParam int by, Actor actor, Model model) {
        theirs(id, actor);
        return answers.inTransaction(() -> moving.move(id, manuscript, by, actor))
                .<Object>fold(
                        issue -> "redirect:/production/issues/" + id + "?moved="
                                + URLEncoder.encode(manuscript, StandardCharsets.UTF_8),
                        refused -> answers.refused(refused, model));
    }

    @PostMapping("/issues/{id}/articles")
    Object choose(@PathVariable UUID id, @RequestParam String manuscript, Actor actor, Model model) {
        theirs(id, actor);
        return answers.inTransaction(() -> scheduling.choose(id, manuscript, actor))
                .<Object>fold(issue -> "redirect:/production/issues/" + id, refused -> answers.refused(refused, model));
    }

    @GetMapping("/issues/{id}/closing")
    String lastLook(@PathVariable UUID id, Actor actor, Model model) {
        show(theirs(id, actor), Optional.empty(), model);
        return "publication/issue-closing";
    }

    @PostMapping("/issues/{id}/closing")
    Object close(@PathVariable UUID id, Actor actor, Model model) {
        Issue issue = theirs(id, actor);
        if (!issue.isOpen()) {
            return "redirect:/production/issues/" + id;
        }
        Outcome<Issue> closed = closing.prepare(id, actor)
                .then(prepared -> answers.inTransaction(() -> closing.close(prepared, actor, clock.instant())));
        return closed.<Object>fold(
                it -> "redirect:/production/issues/" + id, refused -> answers.refused(refused, model));
    }

    private Issue theirs(UUID id, Actor actor) {
        return issues.find(id)
                .filter(issue -> OpeningIssues.may(actor, issue.journal()))
                .orElseThrow(() -> new NotYours("issue " + id));
    }

    private Journal theirs(String key, Actor actor) {
        return journals.find(key)
                .filter(journal -> OpeningIssues.may(actor, journal.key()))
                .orElseThrow(() -> new NotYours("journal " + key));
    }
}
