package org.imprimatur.review.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.correspondence.Journals;
import org.imprimatur.review.desk.FeelingPulse;
import org.imprimatur.review.desk.Pulse;
import org.imprimatur.review.desk.Pulse.Figures;
import org.imprimatur.review.desk.Pulse.Month;
import org.imprimatur.review.desk.Pulse.Span;
import org.imprimatur.review.desk.Queue;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** How a journal does, as charts and as the numbers they are drawn from. */
@Controller
class PulsePages {

    private static final List<Integer> PERIODS = List.of(3, 12, 36);
    private static final int HEIGHT = 72;
    private static final int WIDTH = 300;

    private final FeelingPulse pulse;
    private final Queue queue;
    private final Journals journals;
    private final Words words;
    private final DomainClock clock;

    PulsePages(FeelingPulse pulse, Queue queue, Journals journals, Words words, DomainClock clock) {
        this.pulse = pulse;
        this.queue = queue;
        this.journals = journals;
        this.words = words;
        this.clock = clock;
    }

    /** A bar of a chart, in the units of its drawing. */
    record Bar(String label, int value, int x, int y, int width, int height, String tone) {}

    /** How long something takes: a bar up to the median, a longer one up to the ninetieth of a hundred. */
    record Lasting(String label, Span span, int median, int ninetieth, int y) {}

    /** A step with its words. */
    record Stage(String label, Pulse.Late late) {}

    @GetMapping("/editor/{journal}/pulse")
    ModelAndView show(
            @PathVariable String journal,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(defaultValue = "") String section,
            @AuthenticationPrincipal SignedIn person) {
        if (!PERIODS.contains(months)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Actor.Person actor = Acts.actor(person);
        Instant now = clock.instant();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate from = today.withDayOfMonth(1).minusMonths(months - 1L);
        Figures figures = pulse.of(
                        actor,
                        new Pulse.Asked(
                                journal,
                                Optional.of(section).filter(one -> !one.isEmpty()),
                                from,
                                today.plusDays(1),
                                actor.account()),
                        now)
                .orElseThrow(() -> new NotYours("the pulse of " + journal));
        return new ModelAndView("review/pulse")
                .addObject("journalTitle", journals.title(journal))
                .addObject("path", "/editor/" + journal + "/pulse")
                .addObject("months", months)
                .addObject("periods", PERIODS)
                .addObject("section", section)
                .addObject(
                        "sections",
                        queue.sections(actor).stream()
                                .filter(one -> one.journal().equals(journal))
                                .toList())
                .addAllObjects(charts(figures))
                .addObject(
                        "late",
                        figures.late().stream()
                                .map(one -> new Stage(words.step(one.step()), one))
                                .toList());
    }

    /** What the fragment of the charts draws. */
    Map<String, Object> charts(Figures figures) {
        return Map.of(
                "figures", figures,
                "submissions", submissions(figures.submissions()),
                "lasting", lasting(figures),
                "answers", answers(figures.answers()));
    }

    private List<Bar> submissions(List<Month> months) {
        int most = months.stream().mapToInt(Month::manuscripts).max().orElse(0);
        int step = WIDTH / Math.max(1, months.size());
        List<Bar> bars = new ArrayList<>();
        for (int n = 0; n < months.size(); n++) {
            Month month = months.get(n);
            int height = scaled(month.manuscripts(), most, HEIGHT);
            bars.add(new Bar(
                    words.month(month.month()),
                    month.manuscripts(),
                    n * step,
                    HEIGHT - height,
                    Math.max(1, step - 3),
                    height,
                    n == months.size() - 1 ? "b1" : "b2"));
        }
        return bars;
    }

    private List<Lasting> lasting(Figures figures) {
        List<Span> spans = List.of(figures.firstDecision(), figures.review(), figures.publication());
        List<String> labels = List.of("pulse.first-decision", "pulse.review", "pulse.publication");
        int most = spans.stream()
                .flatMap(span -> span.ninetieth().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        List<Lasting> all = new ArrayList<>();
        for (int n = 0; n < spans.size(); n++) {
            Span span = spans.get(n);
            all.add(new Lasting(
                    words.of(labels.get(n)),
                    span,
                    scaled(span.median().orElse(0), most, WIDTH),
                    scaled(span.ninetieth().orElse(0), most, WIDTH),
                    16 + n * 32));
        }
        return all;
    }

    private List<Bar> answers(Pulse.Answers answers) {
        int[] values = {answers.accepted(), answers.declined(), answers.unanswered(), answers.open()};
        List<String> labels = List.of("pulse.accepted", "pulse.declined", "pulse.unanswered", "pulse.open");
        List<String> tones = List.of("b1", "b2", "b3", "b4");
        int most = Stream.of(values[0], values[1], values[2], values[3])
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int n = 0; n < values.length; n++) {
            // room for the words behind the bar
            int width = scaled(values[n], most, WIDTH - 120);
            bars.add(new Bar(words.of(labels.get(n)), values[n], 0, n * 24, width, 18, tones.get(n)));
        }
        return bars;
    }

    private static int scaled(int value, int most, int room) {
        return most == 0 ? 0 : value * room / most;
    }
}
