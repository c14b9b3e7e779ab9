package org.imprimatur.review.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.desk.Queue;
import org.imprimatur.review.desk.Queue.After;
import org.imprimatur.review.desk.Queue.Asked;
import org.imprimatur.review.desk.Queue.Count;
import org.imprimatur.review.desk.Queue.Order;
import org.imprimatur.review.desk.Queue.Row;
import org.imprimatur.review.desk.SeeingTroubles;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.live.Changes;
import org.imprimatur.web.words.Clocked;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.util.UriComponentsBuilder;

/** The queue: what needs whom. */
@Controller
class DeskPages {

    private static final int PAGE = 25;
    private static final int TROUBLES = 5;
    private static final List<String> UNDER_WAY = List.of(
            "screening",
            "returned",
            "choosing-reviewers",
            "peer-review",
            "decision",
            "revision",
            "production",
            "proof",
            "issue-assignment",
            "page-allocation",
            "issue-closing",
            "doi-registration",
            "publication");
    private static final List<String> ENDED = List.of("published", "rejected", "withdrawn");

    private final Queue queue;
    private final TroublePages troubles;
    private final Words words;
    private final Changes changes;
    private final DomainClock clock;

    DeskPages(Queue queue, TroublePages troubles, Words words, Changes changes, DomainClock clock) {
        this.queue = queue;
        this.troubles = troubles;
        this.words = words;
        this.changes = changes;
        this.clock = clock;
    }

    /** A row with its words; {@code tone} is the lozenge's. */
    record Shown(
            Row row, String step, String whose, String owed, String next, boolean late, String tone, Clocked clocked) {}

    /** A queue on the left. */
    record Shelf(String label, String href, int count, String tone, Instant oldest, boolean current) {}

    @GetMapping("/editor")
    ModelAndView queue(
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "MOVE") Order sort,
            @RequestParam(required = false) Integer afterRank,
            @RequestParam(required = false) String afterKey,
            @RequestParam(required = false) String afterId,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            @AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = Acts.actor(person);
        if (actor.roles().isEmpty()) {
            throw new NotYours("the editors' dashboard");
        }
        Instant now = clock.instant();
        After after = afterRank == null || afterKey == null || afterId == null
                ? null
                : new After(afterRank, afterKey, afterId);
        Asked asked = new Asked(
                Optional.of(step).filter(one -> !one.isEmpty()),
                mine,
                late,
                q.length() > 200 ? q.substring(0, 200) : q,
                sort,
                after);
        List<Row> found = queue.rows(actor, asked, now, PAGE + 1);
        List<Row> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<Count> counts = queue.counts(actor, now);
        Map<String, Object> model = new HashMap<>();
        model.put("rows", shown.stream().map(row -> shown(row, person, now)).toList());
        model.put("step", step);
        model.put("mine", mine);
        model.put("late", late);
        model.put("q", q);
        model.put("sort", sort.name());
        model.put("first", after == null);
        model.put("underWay", total(counts, count -> UNDER_WAY.contains(count.step())));
        model.put("myMove", shelves(counts, true, step, mine));
        model.put("othersMove", shelves(counts, false, step, mine));
        model.put("ended", ended(counts, step));
        model.put("lateCount", total(counts, Count::late));
        List<TroublePages.Shown> needing = troubles.of(actor);
        model.put("needing", needing.subList(0, Math.min(TROUBLES, needing.size())));
        model.put("needingMore", needing.size() > TROUBLES);
        model.put("troubles", SeeingTroubles.mends(actor) ? needing.size() : 0);
        model.put("self", address(asked, false));
        if (found.size() > PAGE) {
            After last = shown.get(PAGE - 1).place();
            model.put("later", address(new Asked(asked.step(), mine, late, q, sort, last), true));
        }
        return new ModelAndView(htmx == null ? "review/desk" : "review/desk :: list", model);
    }

    /** Says that something changed; the page then fetches its list, where the right to see it is checked. */
    @GetMapping(path = "/editor/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter changes(
            @AuthenticationPrincipal SignedIn person,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId) {
        String[] topics = Acts.actor(person).journals().stream()
                .map(journal -> "desk/" + journal)
                .toArray(String[]::new);
        return changes.resume(lastEventId, topics);
    }

    private Shown shown(Row row, SignedIn person, Instant now) {
        boolean over = row.until().filter(now::isAfter).isPresent();
        boolean ended = ENDED.contains(row.step());
        String tone = ended
                ? row.step().equals("published") ? "is-done" : ""
                : over ? "is-late" : row.mine() ? "is-you" : "is-wait";
        return new Shown(
                row,
                words.step(row.step()),
                row.mine() ? "You" : words.whose(row.whose(), row.account()),
                words.owed(row.step()),
                row.nextWhat().map(words::planned).orElse(null),
                over,
                tone,
                Clocked.of(row.since(), row.until().orElse(null), now));
    }

    private List<Shelf> shelves(List<Count> counts, boolean mine, String step, boolean chosenMine) {
        List<Shelf> shelves = new ArrayList<>();
        for (String one : UNDER_WAY) {
            Predicate<Count> here = count -> count.step().equals(one) && count.mine() == mine;
            int total = total(counts, here);
            if (total > 0) {
                boolean late = counts.stream().anyMatch(here.and(Count::late));
                shelves.add(new Shelf(
                        words.step(one),
                        "/editor?step=" + one + (mine ? "&mine=true" : ""),
                        total,
                        late ? "is-late" : mine ? "is-you" : "",
                        oldest(counts, here),
                        step.equals(one) && chosenMine == mine));
            }
        }
        return shelves;
    }

    private List<Shelf> ended(List<Count> counts, String step) {
        return ENDED.stream()
                .filter(one -> total(counts, count -> count.step().equals(one)) > 0)
                .map(one -> new Shelf(
                        words.step(one),
                        "/editor?step=" + one,
                        total(counts, count -> count.step().equals(one)),
                        "",
                        null,
                        step.equals(one)))
                .toList();
    }

    private static int total(List<Count> counts, Predicate<Count> which) {
        return counts.stream().filter(which).mapToInt(Count::manuscripts).sum();
    }

    private static Instant oldest(List<Count> counts, Predicate<Count> which) {
        return counts.stream()
                .filter(which)
                .map(Count::oldest)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static String address(Asked asked, boolean paged) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/editor")
                .queryParam("step", "{step}")
                .queryParam("mine", asked.mine())
                .queryParam("late", asked.late())
                .queryParam("q", "{q}")
                .queryParam("sort", asked.order());
        Map<String, Object> values = new HashMap<>();
        values.put("step", asked.step().orElse(""));
        values.put("q", asked.words());
        if (paged) {
            address.queryParam("afterRank", asked.after().rank())
                    .queryParam("afterKey", "{key}")
                    .queryParam("afterId", "{id}");
            values.put("key", asked.after().key());
            values.put("id", asked.after().id());
        }
        return address.encode().buildAndExpand(values).toUriString();
    }
}
