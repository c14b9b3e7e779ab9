package org.imprimatur.review.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.correspondence.Journals;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.desk.AssigningEditors;
import org.imprimatur.review.desk.KeepingViews;
import org.imprimatur.review.desk.Needed;
import org.imprimatur.review.desk.Queue;
import org.imprimatur.review.desk.Queue.Asked;
import org.imprimatur.review.desk.Queue.Count;
import org.imprimatur.review.desk.Queue.Move;
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

/** The dashboard: what needs whom. Whatever a list asks for stands in its address. */
@Controller
class DeskPages {

    private static final int PAGE = 25;
    private static final int TROUBLES = 5;
    private static final List<Needed> SYSTEMS = List.of(Needed.PAGES, Needed.ISSUE, Needed.DOI, Needed.LISTING);
    private static final List<String> STEPS = List.of(
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
            "publication",
            "published",
            "rejected",
            "withdrawn");

    private static final List<String> KEYS =
            List.of("j", "k", "enter", "x", "shift-x", "a", "r", "slash", "n", "m", "esc", "question");

    private final Queue queue;
    private final AssigningEditors assigning;
    private final KeepingViews views;
    private final TroublePages troubles;
    private final Journals journals;
    private final People people;
    private final Words words;
    private final Changes changes;
    private final DomainClock clock;

    DeskPages(
            Queue queue,
            AssigningEditors assigning,
            KeepingViews views,
            TroublePages troubles,
            Journals journals,
            People people,
            Words words,
            Changes changes,
            DomainClock clock) {
        this.queue = queue;
        this.assigning = assigning;
        this.views = views;
        this.troubles = troubles;
        this.journals = journals;
        this.people = people;
        this.words = words;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A row with its words.
     *
     * @param tone the lozenge's
     * @param state what tells whether it is the same as before
     */
    record Shown(
            Row row,
            String needed,
            String whose,
            String owed,
            String next,
            boolean late,
            String tone,
            Clocked clocked,
            String state) {}

    /** A queue on the left. */
    record Shelf(String label, String href, Integer count, String tone, Instant oldest, boolean current) {}

    /** Something to choose. */
    record Choice(String value, String label) {}

    @GetMapping(Asking.PATH)
    ModelAndView queue(
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            @AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = editor(person);
        Asked asked = Asking.of(parameters);
        Instant now = clock.instant();
        List<Row> found = queue.rows(actor, asked, now, PAGE + 1);
        List<Row> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<Count> counts = queue.counts(actor, now);
        Map<String, Object> model = new HashMap<>();
        model.put("rows", shown.stream().map(row -> shown(row, now)).toList());
        model.put("asked", asked);
        model.put("self", Asking.address(asked));
        model.put("query", Asking.query(asked.from(null)));
        model.put(
                "later",
                found.size() > PAGE
                        ? Asking.address(asked.from(shown.get(PAGE - 1).place()))
                        : null);
        model.put("firstPage", asked.after() == null ? null : Asking.address(asked.from(null)));
        model.put("csv", "/editor/list.csv?" + Asking.query(asked.from(null)));
        counted(model, counts, asked);
        filters(model, actor, asked);
        List<TroublePages.Shown> needing = troubles.of(actor);
        model.put(
                "needing", asked.after() == null ? needing.subList(0, Math.min(TROUBLES, needing.size())) : List.of());
        model.put("needingMore", needing.size() > TROUBLES);
        model.put("troubles", SeeingTroubles.mends(actor) ? needing.size() : 0);
        model.put("saved", saved(actor, asked));
        model.put("longestName", KeepingViews.LONGEST_NAME);
        model.put("keys", KEYS);
        model.put("asOf", words.time(now));
        return new ModelAndView(htmx == null ? "review/desk" : "review/desk :: live", model);
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

    /** @throws NotYours for those who are no editor anywhere */
    static Actor.Person editor(SignedIn person) {
        Actor.Person actor = Acts.actor(person);
        if (actor.roles().isEmpty()) {
            throw new NotYours("the editors' dashboard");
        }
        return actor;
    }

    private Shown shown(Row row, Instant now) {
        Needed needed = row.needed(now);
        boolean late = row.isLate(now) && !needed.isEnded();
        boolean failed = row.mailLost() || row.depositFailed();
        String tone = failed
                ? "is-bad"
                : needed.isEnded()
                        ? needed == Needed.PUBLISHED ? "is-done" : ""
                        : late ? "is-late" : row.mine() ? "is-you" : "is-wait";
        Needed label = row.depositFailed() ? Needed.DEPOSIT : row.mailLost() ? Needed.MAIL : needed;
        return new Shown(
                row,
                words.needed(label),
                row.mine() ? words.of("desk.you") : words.whose(row.whose(), row.account()),
                words.owed(needed == Needed.PROOF_TIME ? needed.need() : row.step()),
                row.nextWhat().map(words::planned).orElse(null),
                late,
                tone,
                Clocked.of(row.since(), row.until().orElse(null), now),
                Integer.toHexString(List.of(
                                label,
                                row.whose(),
                                row.account(),
                                row.since(),
                                row.until(),
                                row.round(),
                                row.title(),
                                late)
                        .hashCode()));
    }

    private void counted(Map<String, Object> model, List<Count> counts, Asked asked) {
        List<Count> underWay =
                counts.stream().filter(count -> !count.needed().isTrouble()).toList();
        Asked bare = Asking.of(Map.of());
        Asked all = with(bare, Optional.empty(), Move.ANY, false);
        Asked late = with(bare, Optional.empty(), Move.ANY, true);
        model.put("underWay", total(underWay, count -> true));
        model.put("myMoves", total(underWay, Count::mine));
        model.put(
                "whole",
                List.of(
                        shelf("desk.my-move-all", bare, asked, underWay, Count::mine),
                        shelf("desk.everything", all, asked, underWay, count -> true),
                        shelf("desk.late", late, asked, underWay, Count::late)));
        model.put("mine", shelves(Needed.underWay(), Move.MINE, underWay, asked, Count::mine));
        model.put(
                "others",
                shelves(
                        Needed.underWay().stream()
                                .filter(needed -> !SYSTEMS.contains(needed))
                                .toList(),
                        Move.OTHERS,
                        underWay,
                        asked,
                        count -> !count.mine()));
        model.put(
                "systems",
                Stream.concat(
                                shelves(SYSTEMS, Move.OTHERS, underWay, asked, count -> !count.mine()).stream(),
                                shelves(List.of(Needed.DEPOSIT, Needed.MAIL), Move.ANY, counts, asked, count -> true)
                                        .stream())
                        .toList());
        model.put(
                "ended",
                Stream.of(Needed.PUBLISHED, Needed.REJECTED, Needed.WITHDRAWN)
                        .map(needed -> {
                            Asked target = with(asking(needed), Optional.of(needed), Move.ANY, false);
                            return new Shelf(
                                    words.needed(needed), Asking.address(target), null, "", null, same(asked, target));
                        })
                        .toList());
    }

    private static Asked asking(Needed needed) {
        return Asking.of(Map.of("queue", needed.key()));
    }

    private List<Shelf> shelves(List<Needed> all, Move move, List<Count> counts, Asked asked, Predicate<Count> which) {
        List<Shelf> shelves = new ArrayList<>();
        for (Needed needed : all) {
            Predicate<Count> here = which.and(count -> count.needed() == needed);
            if (counts.stream().anyMatch(here)) {
                Asked target = with(asking(needed), Optional.of(needed), move, false);
                shelves.add(shelf(words.neededKey(needed), target, asked, counts, here));
            }
        }
        return shelves;
    }

    private Shelf shelf(String key, Asked target, Asked asked, List<Count> counts, Predicate<Count> which) {
        List<Count> here = counts.stream().filter(which).toList();
        boolean late = here.stream().anyMatch(Count::late);
        boolean mine = here.stream().anyMatch(Count::mine);
        return new Shelf(
                words.of(key),
                Asking.address(target),
                total(here, count -> true),
                late ? "is-late" : mine ? "is-you" : "",
                here.stream().map(Count::oldest).min(Instant::compareTo).orElse(null),
                same(asked, target));
    }

    // a queue is the one shown however it is sorted and whichever page of it
    private static boolean same(Asked asked, Asked target) {
        return with(asked, asked.needed(), asked.move(), asked.late())
                .equals(with(target, target.needed(), target.move(), target.late()));
    }

    private static Asked with(Asked asked, Optional<Needed> needed, Move move, boolean late) {
        return new Asked(
                needed,
                move,
                late,
                asked.journal(),
                asked.section(),
                asked.step(),
                asked.editor(),
                asked.words(),
                Order.OLDEST,
                null);
    }

    private static int total(List<Count> counts, Predicate<Count> which) {
        return counts.stream().filter(which).mapToInt(Count::manuscripts).sum();
    }

    private void filters(Map<String, Object> model, Actor.Person actor, Asked asked) {
        List<String> mine = actor.journals().stream()
                .filter(one -> !one.equals("*"))
                .sorted()
                .toList();
        model.put(
                "journals",
                mine.size() < 2
                        ? List.of()
                        : mine.stream()
                                .map(one -> new Choice(one, journals.title(one)))
                                .toList());
        Map<String, String> sections = new LinkedHashMap<>();
        queue.sections(actor).forEach(section -> sections.putIfAbsent(section.key(), section.title()));
        model.put("sections", choices(sections));
        model.put(
                "steps",
                STEPS.stream().map(step -> new Choice(step, words.step(step))).toList());
        Map<String, String> editors = new LinkedHashMap<>();
        assigning.candidates(actor).forEach(account -> editors.put(account, people.nameOf(account)));
        model.put("editors", choices(editors));
        model.put("assigns", assigning.assigns(actor));
        model.put(
                "filtered",
                Stream.of(asked.journal(), asked.section(), asked.step(), asked.editor())
                        .filter(Optional::isPresent)
                        .count());
        model.put("bare", Asking.address(with(Asking.of(Map.of()), asked.needed(), Move.ANY, false)));
        model.put(
                "everywhere",
                Asking.address(new Asked(
                        Optional.empty(),
                        Move.ANY,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        asked.words(),
                        Order.OLDEST,
                        null)));
        model.put(
                "chips",
                List.of(
                        chip("desk.chip.mine", asked, Move.MINE, asked.late(), asked.move() == Move.MINE),
                        chip("desk.chip.others", asked, Move.OTHERS, asked.late(), asked.move() == Move.OTHERS),
                        chip("desk.chip.all", asked, Move.ANY, asked.late(), asked.move() == Move.ANY)));
        model.put("lateChip", chip("desk.chip.late", asked, asked.move(), !asked.late(), asked.late()));
        model.put(
                "orders",
                Stream.of(Order.values())
                        .map(Asking::word)
                        .map(word -> new Choice(word, words.of("desk.sort." + word)))
                        .toList());
        model.put("order", Asking.word(asked.order()));
        model.put("move", Asking.word(asked.move()));
    }

    private static List<Choice> choices(Map<String, String> all) {
        return all.entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue()))
                .toList();
    }

    private Shelf chip(String key, Asked asked, Move move, boolean late, boolean chosen) {
        Asked target = new Asked(
                asked.needed(),
                move,
                late,
                asked.journal(),
                asked.section(),
                asked.step(),
                asked.editor(),
                asked.words(),
                asked.order(),
                null);
        return new Shelf(words.of(key), Asking.address(target), null, "", null, chosen);
    }

    private List<Shelf> saved(Actor.Person actor, Asked asked) {
        return views.of(actor).stream()
                .map(view -> {
                    Asked target = Asking.again(view.asked());
                    return new Shelf(
                            view.name(),
                            Asking.address(target),
                            null,
                            "",
                            null,
                            asked.from(null).equals(target));
                })
                .toList();
    }
}
