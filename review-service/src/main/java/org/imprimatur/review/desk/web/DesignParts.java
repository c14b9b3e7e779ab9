package org.imprimatur.review.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.desk.Difference;
import org.imprimatur.review.desk.Needed;
import org.imprimatur.review.desk.Pulse;
import org.imprimatur.review.desk.Queue.Row;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.notes.Note;
import org.imprimatur.web.HistoryLine;
import org.imprimatur.web.design.DesignPage;
import org.imprimatur.web.forms.Form;
import org.imprimatur.web.words.Clocked;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What {@code /design} shows of this service: the parts of editors' and reviewers' pages in every state. */
@Controller
@ConditionalOnProperty("imprimatur.design-page")
class DesignParts {

    private static final String NUMBER = "SAM-2024-017";

    private final PulsePages pulse;

    DesignParts(PulsePages pulse) {
        this.pulse = pulse;
    }

    @GetMapping("/editor/design")
    ModelAndView parts() {
        Instant now = DesignPage.NOW;
        return new ModelAndView("review/design")
                .addObject("navigation", DesignPage.navigation("/editor/design"))
                .addObject("now", now)
                .addObject(
                        "shelves",
                        List.of(
                                new DeskPages.Shelf("To screen", "#rows", 5, "is-you", now.minus(days(6)), true),
                                new DeskPages.Shelf("Review late", "#rows", 2, "is-late", now.minus(days(41)), false),
                                new DeskPages.Shelf("Published", "#rows", null, "", null, false)))
                .addObject("rows", rows(now))
                .addObject("query", "")
                .addObject("assigns", true)
                .addObject("editors", List.of(new DeskPages.Choice("sana", "Sana Akhtar")))
                .addObject("troubles", troubles(now))
                .addObject("manuscript", Map.of("number", NUMBER))
                .addObject("reviewsToo", true)
                .addObject("notesToo", true)
                .addObject("mayRevoke", true)
                .addObject("must", must(now))
                .addObject(
                        "planned",
                        List.of(new ManuscriptPages.Planned(now.plus(days(2)), "A reminder goes to Daniel Osei")))
                .addObject("rounds", rounds(now))
                .addObject("handed", handed(now))
                .addObject("lines", lines(now))
                .addObject("filters", Map.of("kind", "", "how", "", "person", "", "q", ""))
                .addObject("people", Map.of("sana", "Sana Akhtar"))
                .addObject(
                        "changed",
                        List.of(new HistoryLine(
                                now.minus(Duration.ofMinutes(4)), "Sana Akhtar", "wrote a note", "Wait with that")))
                .addObject("fresh", true)
                .addObject("notes", notes(now))
                .addObject("mentionable", Map.of("sana", "Sana Akhtar", "farah", "Farah Siddiqui"))
                .addObject("form", Form.empty())
                .addAllObjects(pulse.charts(figures()))
                .addObject("shown", Map.of("due", due(now)));
    }

    private static Duration days(int number) {
        return Duration.ofDays(number);
    }

    private static List<DeskPages.Shown> rows(Instant now) {
        return List.of(
                row(
                        1,
                        "Water, Treaty and Distrust",
                        now,
                        now.minus(days(20)),
                        false,
                        "Daniel Osei",
                        "is-late",
                        "Review late"),
                row(
                        2,
                        "Sanctions and the Rouble Trade",
                        now,
                        now.plus(days(1)),
                        true,
                        "You",
                        "is-you",
                        "Needs an editor"),
                row(3, "Rivers without Borders", now, now.plus(days(9)), false, "The author", "is-wait", "In revision"),
                row(4, "A Pipeline and its Critics", now, null, false, "The system", "is-bad", "Deposit refused"),
                row(5, "What the Glacier Remembers", now, null, false, "Nobody", "is-done", "Published"));
    }

    private static DeskPages.Shown row(
            int n, String title, Instant now, Instant until, boolean mine, String whose, String tone, String needed) {
        Instant since = now.minus(days(40 / n));
        String holder = until != null ? "reviewers" : tone.equals("is-bad") ? "system" : "nobody";
        Row row = new Row(
                "sample-" + n,
                "SAM-2024-00" + n,
                "Sample Manuscript: " + title,
                "Ghulam Mustafa, Noor Fatima",
                "sam",
                n % 2 == 0 ? null : "Governance",
                n % 3,
                "peer-review",
                Needed.LISTING.key(),
                holder,
                Optional.of("somebody").filter(one -> mine || n == 1),
                Optional.empty(),
                since,
                since,
                Optional.ofNullable(until),
                Optional.of("reminder").filter(one -> n == 3),
                Optional.of(now.plus(days(2))).filter(one -> n == 3),
                mine,
                false,
                tone.equals("is-bad"),
                null);
        return new DeskPages.Shown(
                row,
                needed,
                whose,
                mine ? "choose an editor" : "the second of two reviews",
                n == 3 ? "reminder" : null,
                tone.equals("is-late"),
                tone,
                Clocked.of(since, until, now),
                "same");
    }

    private static List<TroublePages.Shown> troubles(Instant now) {
        return List.of(
                new TroublePages.Shown(
                        "mail",
                        "0",
                        NUMBER,
                        "A mail to Daniel Osei came back: invitation to review",
                        "550 no such user",
                        now.minus(days(1)),
                        "Send it again",
                        ""),
                new TroublePages.Shown(
                        "deposit",
                        "0",
                        "SAM-2024-004",
                        "The DOI agency refused a deposit",
                        "the timestamp is not later than the last one",
                        now.minus(days(2)),
                        "",
                        "#troubles"));
    }

    private static List<ManuscriptPages.Must> must(Instant now) {
        return List.of(
                new ManuscriptPages.Must("Daniel Osei", "to review it", now.minus(days(20)), true),
                new ManuscriptPages.Must("Elena Petrova", "to answer", now.plus(days(3)), false));
    }

    private static List<SideBySide.Round> rounds(Instant now) {
        return List.of(
                new SideBySide.Round(
                        2,
                        List.of(
                                column("Aigerim Nurlan", "Minor revision", "well", now),
                                column("Daniel Osei", "Reject", "poorly", now)),
                        List.of(
                                asked("Elena Petrova", "is-wait", "Invited", "answer by 3 May", true, now),
                                asked("Ruth Adeyemi", "is-late", "Review late", "was due 1 April", true, now),
                                asked("Li Wei", "", "Declined", "no time before June", false, now)),
                        List.of("Recommendation", "The evidence carries the argument"),
                        List.of("Hans Brandt")),
                new SideBySide.Round(
                        1,
                        List.of(column("Aigerim Nurlan", "Major revision", "fairly", now)),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static SideBySide.Asked asked(
            String name, String tone, String state, String more, boolean open, Instant now) {
        return new SideBySide.Asked(
                "sample", name, tone, state, more, open, open ? now.plus(days(3)) : null, "to answer");
    }

    private static SideBySide.Column column(String name, String recommendation, String score, Instant now) {
        boolean differs = !score.equals("fairly");
        return new SideBySide.Column(
                asked(name, "is-done", "Reviewed", "in on 3 April", false, now),
                recommendation,
                differs,
                List.of(
                        new SideBySide.Answer("The question is clear and new", "well", false),
                        new SideBySide.Answer("The evidence carries the argument", score, differs)),
                "The argument is careful, and its sources are named. The second section needs its sources.",
                differs ? "" : "Between us: it is nearly there.");
    }

    private static List<ManuscriptPages.Handed> handed(Instant now) {
        return List.of(
                new ManuscriptPages.Handed(
                        new Version(2, "m", "f", Optional.of("r"), "i", 0, 2, now.minus(days(3))),
                        "Ghulam Mustafa",
                        List.of(
                                new ManuscriptPages.Filed(
                                        "manuscript", "manuscript-revised.docx", "Word", 184_000, "#files"),
                                new ManuscriptPages.Filed("figure", "map.png", "PNG", -1, "#files"))),
                new ManuscriptPages.Handed(
                        new Version(1, "m", "f", Optional.empty(), "i", 5, 1, now.minus(days(60))),
                        "Ghulam Mustafa",
                        List.of(new ManuscriptPages.Filed("manuscript", "manuscript.docx", "Word", 912, "#files"))));
    }

    private static List<Timelines.Shown> lines(Instant now) {
        return List.of(
                new Timelines.Shown(
                        new HistoryLine(
                                now,
                                "Sana Akhtar",
                                "decided: minor revision",
                                "held for 30 minutes",
                                "0af7651916cd43dd"),
                        "events",
                        true,
                        List.of()),
                new Timelines.Shown(
                        new HistoryLine(now.minus(days(1)), "Ghulam Mustafa", "handed in version 2", null),
                        "changes",
                        true,
                        List.of(new Timelines.Changed(
                                "Title", Difference.between("Gas and Diplomacy", "Gas, Trade and Diplomacy")))),
                new Timelines.Shown(
                        new HistoryLine(
                                now.minus(days(20)),
                                null,
                                "withdrew the invitation of Li Wei",
                                "no answer for 14 days"),
                        "events",
                        false,
                        List.of()));
    }

    private static List<ManuscriptPages.Read> notes(Instant now) {
        Note first = Note.written(
                "n1",
                NUMBER,
                "sana",
                "The second review is harsh. @Farah Siddiqui?",
                List.of("farah"),
                now.minus(days(2)));
        Note second = Note.written("n2", NUMBER, "farah", "I would wait for the third.", List.of(), now.minus(days(1)))
                .rewritten("I would not wait for the third.", List.of(), now);
        Note third = Note.written("n3", NUMBER, "farah", "Never mind.", List.of(), now)
                .withdrawn(now);
        return List.of(
                new ManuscriptPages.Read(first, "Sana Akhtar", false, List.of("Farah Siddiqui")),
                new ManuscriptPages.Read(second, "Farah Siddiqui", true, List.of()),
                new ManuscriptPages.Read(third, "Farah Siddiqui", true, List.of()));
    }

    private static Pulse.Figures figures() {
        List<Pulse.Month> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(new Pulse.Month(LocalDate.of(2024, month, 1), 3 + month * 7 % 11));
        }
        return new Pulse.Figures(
                months,
                17,
                24,
                new Pulse.Span(41, Optional.of(52), Optional.of(97)),
                new Pulse.Span(88, Optional.of(21), Optional.of(40)),
                new Pulse.Span(0, Optional.empty(), Optional.empty()),
                new Pulse.Answers(41, 30, 12, 5),
                List.of());
    }

    private static List<Map<String, Object>> due(Instant now) {
        return List.of(
                due("answer", "Water, Treaty and Distrust", now.plus(days(3)), "Invited", false),
                due("begun", "Sanctions and the Rouble Trade", now.minus(days(2)), "Accepted", true));
    }

    private static Map<String, Object> due(String id, String title, Instant at, String state, boolean begun) {
        return Map.of(
                "journalTitle", "Sample Review",
                "number", NUMBER,
                "title", title,
                "dueAt", at,
                "state", state,
                "begun", begun,
                "invitation", Map.of("id", id, "round", 1));
    }
}
