package org.imprimatur.publication.issue.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.imprimatur.publication.article.Disagreement;
import org.imprimatur.publication.bibliographic.PageRange;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Registrations;
import org.imprimatur.publication.issue.Slot;
import org.imprimatur.publication.issue.Verdict;
import org.imprimatur.publication.production.Galley;

/** The board of an issue in the shape in which the page shows it. */
final class Board {
    private static final int MAP_WIDTH = 700;
    private static final int MAP_GAP = 3;

    private Board() {}

    /**
     * @param pages "27–36", or "" while it has none
     * @param tone of its state
     */
    record Row(
            String manuscript,
            String number,
            String pages,
            int pageCount,
            String title,
            String byLine,
            String tone,
            String state,
            String proof,
            String doi,
            boolean first,
            boolean last,
            boolean moved) {}

    /** An article in production that has no place yet. */
    record Ready(String manuscript, String title, String byLine, String tone, String state, boolean chosenOnly) {}

    /** A bar of the page map. */
    record Bar(int x, int width, int page, boolean emphasised) {}

    record Deposit(String what, String doi, String link, String tone, String state, String note) {}

    /**
     * What reading an article's renderings back has found.
     *
     * @param notes which rendering says what, or why it isn't read yet
     */
    record Reading(String number, String tone, String state, List<String> notes) {}

    static Reading reading(Issue issue, Verdict verdict) {
        String number = issue.slot(verdict.manuscript()).orElseThrow().number().toString();
        if (verdict.state() instanceof Verdict.Differing differing) {
            return new Reading(
                    number,
                    "is-bad",
                    "Differs",
                    differing.disagreements().stream()
                            .map(Disagreement::sentence)
                            .toList());
        }
        return verdict.state() instanceof Verdict.Waiting waiting
                ? new Reading(number, "is-wait", "Being read", List.of(waiting.reason()))
                : new Reading(number, "is-done", "Agrees", List.of());
    }

    static List<Row> rows(Issue issue, Map<String, Galley> galleys, Optional<String> moved) {
        Map<String, PageRange> pages = issue.pages();
        int last = issue.slots().size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> {
                    Slot slot = issue.slots().get(i);
                    Galley galley = galleys.get(slot.manuscript());
                    State state = state(issue, slot.withdrawn(), galley);
                    return new Row(
                            slot.manuscript(),
                            slot.number().toString(),
                            Optional.ofNullable(pages.get(slot.manuscript()))
                                    .map(PageRange::display)
                                    .orElse(""),
                            slot.pageCount(),
                            title(galley),
                            byLine(galley),
                            state.tone(),
                            state.words(),
                            galley.id().toString(),
                            slot.fixed().map(fixed -> fixed.doi().value()).orElse(""),
                            i == 0,
                            i == last,
                            moved.filter(slot.manuscript()::equals).isPresent());
                })
                .toList();
    }

    static List<Ready> ready(Issue issue, Collection<Galley> galleys, Predicate<String> placed) {
        return issue.isOpen()
                ? galleys.stream()
                        .filter(galley -> !placed.test(galley.order().manuscript()))
                        .map(galley -> new Ready(
                                galley.order().manuscript(),
                                title(galley),
                                byLine(galley),
                                state(galley).tone(),
                                state(galley).words(),
                                !(galley.state() instanceof Galley.Approved)))
                        .toList()
                : List.of();
    }

    static List<Bar> map(Issue issue) {
        List<PageRange> ranges = List.copyOf(issue.pages().values());
        int total = ranges.stream().mapToInt(PageRange::count).sum();
        return IntStream.range(0, ranges.size())
                .mapToObj(i -> {
                    PageRange range = ranges.get(i);
                    int from = (range.first() - issue.firstPage()) * MAP_WIDTH / total;
                    int to = (range.last() + 1 - issue.firstPage()) * MAP_WIDTH / total;
                    return new Bar(from, Math.max(1, to - from - MAP_GAP), range.first(), i % 2 == 1);
                })
                .toList();
    }

    static Deposit deposit(Registrations.Progress progress) {
        State state = switch (progress.standing()) {
            case ASSIGNED -> new State("is-draft", "Not deposited yet");
            case INTENDED -> new State("is-wait", "To be sent");
            case SENT -> new State("is-wait", "Sent, no answer yet");
            case CONFIRMED -> new State("is-done", "Registered");
            case REFUSED -> new State("is-bad", "Refused");
            case GIVEN_UP -> new State("is-bad", "Given up");
            case DIFFERS -> new State("is-bad", "Differs at the agency");
        };
        String what = progress.level().name().charAt(0)
                + progress.level().name().substring(1).toLowerCase(Locale.ROOT);
        return new Deposit(
                what,
                progress.doi().value(),
                progress.doi().link().toString(),
                state.tone(),
                state.words(),
                progress.note());
    }

    private record State(String tone, String words) {}

    private static State state(Issue issue, boolean withdrawn, Galley galley) {
        if (withdrawn) {
            return new State("is-bad", "Withdrawn");
        }
        return issue.state() == Issue.State.PUBLISHED ? new State("is-done", "Published") : state(galley);
    }

    private static State state(Galley galley) {
        if (galley.state() instanceof Galley.Approved) {
            return new State("is-done", "Proof approved");
        }
        if (galley.state() instanceof Galley.Proof) {
            return new State("is-wait", "With the author");
        }
        if (galley.state() instanceof Galley.ToCorrect) {
            return new State("is-you", "To be corrected");
        }
        return galley.state() instanceof Galley.Failed
                ? new State("is-bad", "Galley failed")
                : new State("is-wait", "Being typeset");
    }

    private static String title(Galley galley) {
        return galley.sheet()
                .map(Galley.Sheet::title)
                .orElseGet(() -> galley.order().number());
    }

    private static String byLine(Galley galley) {
        return galley.sheet().map(Galley.Sheet::byLine).orElse("");
    }
}
