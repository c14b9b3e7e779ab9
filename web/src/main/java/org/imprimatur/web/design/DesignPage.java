package org.imprimatur.web.design;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.web.HistoryLine;
import org.imprimatur.web.NavItem;
import org.imprimatur.web.Page;
import org.imprimatur.web.Step;
import org.imprimatur.web.errors.Trouble;
import org.imprimatur.web.forms.Form;
import org.imprimatur.web.words.Clocked;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The living page {@code /design}: every part in every state, made from the same fragments as all pages. */
@Controller
public class DesignPage {
    private static final Instant SINCE = Instant.parse("2024-03-08T09:00:00Z");
    private static final Instant UNTIL = Instant.parse("2024-03-29T09:00:00Z");

    /** The time on all these pages. */
    public static final Instant NOW = Instant.parse("2024-04-18T14:06:00Z");

    private static final Instant SOON = Instant.parse("2024-04-19T14:06:00Z");

    @GetMapping("/design")
    String design(Model model) {
        model.addAttribute("journalName", "Sample Review");
        model.addAttribute("navigation", navigation("/design"));
        model.addAttribute("now", NOW);
        model.addAttribute("since", Instant.parse("2024-04-10T09:00:00Z"));
        model.addAttribute("until", UNTIL);
        model.addAttribute("soon", SOON);
        model.addAttribute("late", Clocked.of(SINCE, UNTIL, NOW));
        model.addAttribute("running", Clocked.of(Instant.parse("2024-04-10T09:00:00Z"), SOON, NOW));
        model.addAttribute("fresh", Form.empty());
        model.addAttribute("refused", refused());
        model.addAttribute("sections", inOrder("international=International relations", "governance=Governance"));
        model.addAttribute("recommendations", inOrder("minor=Minor revision", "major=Major revision"));
        model.addAttribute("meanings", inOrder("minor=the editor can check it", "major=I would read it again"));
        model.addAttribute(
                "tones",
                inOrder(
                        "is-you=Decision due",
                        "is-late=Review late",
                        "is-wait=Invited",
                        "is-done=Accepted",
                        "is-draft=Draft",
                        "is-bad=Deposit refused",
                        "=Withdrawn"));
        model.addAttribute("steps", steps());
        model.addAttribute("history", history());
        model.addAttribute("facts", inOrder("Section=Governance", "Words=4 812", "Identities=Double anonymized"));
        model.addAttribute("trouble", Trouble.of(503, null));
        model.addAttribute("statuses", List.of(400, 403, 404, 409, 410, 413, 429, 500, 503));
        model.addAttribute("list", new Page(2, 10, 61, "/design?q=water"));
        return "web/design";
    }

    /** The way between what all services share and what each has for itself. */
    public static List<NavItem> navigation(String here) {
        return inOrder(
                        "/design=All pages",
                        "/author/design=Authors",
                        "/editor/design=Editors and reviewers",
                        "/account/design=Accounts")
                .entrySet()
                .stream()
                .map(one ->
                        new NavItem(one.getValue(), one.getKey(), one.getKey().equals(here)))
                .toList();
    }

    /** The page that comes with a status, as it comes. */
    @GetMapping("/design/errors/{status}")
    void error(@PathVariable int status) {
        throw status == 500
                ? new IllegalStateException("asked for by its address")
                : new ResponseStatusException(HttpStatusCode.valueOf(status));
    }

    private static Form refused() {
        return Form.empty()
                .with("title", "Sample Manuscript: Gas and Diplomacy")
                .with("orcid", "0000-0002-1825-0098")
                .with("letter", "Dear Dr Petrova,\nthank you.")
                .with("section", "governance")
                .with("recommendation", "major")
                .with("agreed", "yes")
                .error("orcid", "The last digit doesn’t fit the others. Look again, or leave it empty.")
                .error("section", "This section takes no manuscripts at present.");
    }

    private static List<Step> steps() {
        return List.of(
                Step.done("Submitted", "5 February"),
                Step.done("Screened", "8 February"),
                Step.now("In review", "1 of 2 reviews is in"),
                Step.later("Decision", "about 2 April"),
                Step.later("Proof", null),
                Step.later("Published", null));
    }

    private static List<HistoryLine> history() {
        return List.of(
                new HistoryLine(
                        UNTIL, "Sana Akhtar", "decided: minor revision", "held for 30 minutes, then the letter left"),
                new HistoryLine(SINCE, null, "withdrew the invitation of Aigerim Nurlan", "no answer for 14 days"));
    }

    private static Map<String, String> inOrder(String... entries) {
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(entries).map(entry -> entry.split("=", 2)).forEach(entry -> all.put(entry[0], entry[1]));
        return all;
    }
}
