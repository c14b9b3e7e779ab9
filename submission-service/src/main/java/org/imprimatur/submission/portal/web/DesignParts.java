package org.imprimatur.submission.portal.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.web.Step;
import org.imprimatur.web.design.DesignPage;
import org.imprimatur.web.forms.Form;
import org.imprimatur.web.words.Clocked;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What {@code /design} shows of this service: the parts of authors' pages in every state. */
@Controller
@ConditionalOnProperty("imprimatur.design-page")
class DesignParts {

    @GetMapping("/author/design")
    String parts(Model model) {
        Instant now = DesignPage.NOW;
        model.addAttribute("navigation", DesignPage.navigation("/author/design"));
        model.addAttribute("tasks", tasks(now));
        model.addAttribute(
                "manuscript",
                Map.of(
                        "id",
                        "sample",
                        "revision",
                        3,
                        "reopening",
                        Optional.empty(),
                        "number",
                        Optional.empty(),
                        "file",
                        Optional.of(Map.of(
                                "sha256", "0", "name", "manuscript.docx", "bytes", 184_000L, "uploadedAt", now))));
        model.addAttribute("journalName", "Sample Review");
        model.addAttribute("sectionTitle", "Articles");
        model.addAttribute("articleType", "Research article");
        model.addAttribute("page", "about");
        model.addAttribute(
                "steps",
                List.of(
                        Step.done("File", null),
                        Step.now("Title, abstract, keywords", null),
                        Step.later("Contributors", null),
                        Step.later("Reviewers", null),
                        Step.later("Last look", null)));
        model.addAttribute("meanwhile", Map.of("Title", "Gas, Trade and Diplomacy", "Keywords", ""));
        model.addAttribute("over", 4);
        model.addAttribute("form", Form.empty());
        model.addAttribute("report", report());
        model.addAttribute("at", now);
        model.addAttribute("whys", Map.of());
        return "submission/design";
    }

    private static List<ManuscriptView.Task> tasks(Instant now) {
        Instant until = now.plus(Duration.ofDays(4));
        return List.of(
                new ManuscriptView.Task(
                        "Check the proof",
                        "is-you",
                        "Sample Manuscript: Water, Treaty and Distrust",
                        "Ten pages, as they will be printed.",
                        until,
                        null,
                        Clocked.of(now.minus(Duration.ofDays(3)), until, now),
                        "#tasks",
                        "Check it",
                        null),
                new ManuscriptView.Task(
                        "Revision late",
                        "is-late",
                        "Sample Manuscript: Sanctions and the Rouble Trade",
                        "The editor waits for your revision.",
                        now.minus(Duration.ofDays(9)),
                        null,
                        Clocked.of(now.minus(Duration.ofDays(69)), now.minus(Duration.ofDays(9)), now),
                        "#tasks",
                        "Upload the revised file",
                        null),
                new ManuscriptView.Task(
                        "Draft",
                        "is-draft",
                        "Sample Manuscript: Rivers without Borders",
                        "Not handed in yet.",
                        null,
                        now.minus(Duration.ofHours(5)),
                        null,
                        "#tasks",
                        "Go on",
                        "/author/manuscripts/sample/discard"));
    }

    /** What the template asks of an intake report, whose own type belongs to the pages of a manuscript. */
    public record Report(
            int citations, int references, long errors, long warnings, long hints, List<Finding> findings) {}

    /** One of its findings. */
    public record Finding(
            String severity,
            String section,
            String before,
            String marked,
            String after,
            String message,
            String suggestion,
            boolean inItsPlace) {}

    private static Report report() {
        return new Report(
                36,
                41,
                1,
                1,
                1,
                List.of(
                        new Finding(
                                "error",
                                "Introduction",
                                "The treaty held through three wars ",
                                "(Carry, 2022)",
                                ", as others have shown.",
                                "No reference answers to it.",
                                "Clary, 2022",
                                true),
                        new Finding(
                                "warning",
                                "Introduction",
                                "Trade grew ",
                                "(Khan, 2021)",
                                " in those years.",
                                "Two references answer to it.",
                                null,
                                true),
                        new Finding(
                                "hint",
                                "References",
                                "",
                                "Yaqoob, M. (2019). Dams and their discontents.",
                                "",
                                "It is never cited.",
                                null,
                                false)));
    }
}
