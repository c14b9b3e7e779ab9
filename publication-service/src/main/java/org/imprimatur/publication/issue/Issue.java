package org.imprimatur.publication.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.PageRange;
import org.imprimatur.publication.pagination.Pagination;

/**
 * An issue: open → closed → registered → published. While it is open its order and pages move; closing freezes both.
 * Pages are never stored apart from their cause: they follow from the first page, the order and the page counts.
 * Immutable; each step gives a new value.
 *
 * @param lastNumber the highest article number ever given in this issue
 * @param slots in the order of the contents
 * @param journalVersion the version of the journal under which it was closed; empty while it is open
 * @param version one more with each change
 */
public record Issue(
        UUID id,
        String journal,
        IssueDesignation designation,
        State state,
        int firstPage,
        int lastNumber,
        List<Slot> slots,
        Optional<Integer> journalVersion,
        long version,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<Instant> publishedAt) {
    public Issue {
        slots = List.copyOf(slots);
        if (firstPage < 1) {
            throw new IllegalArgumentException("An issue begins on page 1 or later");
        }
    }

    /** How far it is. */
    public enum State {
        OPEN,
        CLOSED,
        REGISTERED,
        PUBLISHED
    }

    static Issue opened(UUID id, String journal, IssueDesignation designation, int firstPage, Instant at) {
        return new Issue(
                id,
                journal,
                designation,
                State.OPEN,
                firstPage,
                0,
                List.of(),
                Optional.empty(),
                0,
                at,
                Optional.empty(),
                Optional.empty());
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether readers find it in lists. */
    public boolean isListed() {
        return state == State.PUBLISHED;
    }

    public Optional<Slot> slot(String manuscript) {
        return slots.stream()
                .filter(slot -> slot.manuscript().equals(manuscript))
                .findFirst();
    }

    /** The manuscript's position, from 1. */
    public int position(String manuscript) {
        return IntStream.range(0, slots.size())
                        .filter(i -> slots.get(i).manuscript().equals(manuscript))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    /** The pages of every article that was given some, by manuscript, in the order of the contents. */
    public Map<String, PageRange> pages() {
        List<Slot> paged = slots.stream().filter(Slot::paged).toList();
        Iterator<PageRange> ranges = Pagination.ranges(
                        firstPage, paged.stream().map(Slot::pageCount).toList())
                .iterator();
        Map<String, PageRange> pages = new LinkedHashMap<>();
        paged.forEach(slot -> pages.put(slot.manuscript(), ranges.next()));
        return pages;
    }

    public Optional<PageRange> pages(String manuscript) {
        return Optional.ofNullable(pages().get(manuscript));
    }

    /** The page after its last one; its first page while no article has pages. */
    public int nextPage() {
        return firstPage
                + slots.stream().filter(Slot::paged).mapToInt(Slot::pageCount).sum();
    }

    Issue scheduled(String manuscript, int pageCount) {
        List<Slot> more = new ArrayList<>(slots);
        more.add(Slot.fresh(manuscript, new ArticleNumber(lastNumber + 1), pageCount));
        return changed(state, more, lastNumber + 1, journalVersion, closedAt, publishedAt);
    }

    Issue without(String manuscript) {
        return withSlots(slots.stream()
                .filter(slot -> !slot.manuscript().equals(manuscript))
                .toList());
    }

    /** The article stands at this position (from 1), the others keep their order. */
    Issue moved(String manuscript, int position) {
        List<Slot> others = new ArrayList<>(slots);
        Slot moving = slot(manuscript).orElseThrow();
        others.remove(moving);
        others.add(Math.max(0, Math.min(position - 1, others.size())), moving);
        return others.equals(slots) ? this : withSlots(others);
    }

    Issue with(String manuscript, UnaryOperator<Slot> change) {
        List<Slot> changed = slots.stream()
                .map(slot -> slot.manuscript().equals(manuscript) ? change.apply(slot) : slot)
                .toList();
        return changed.equals(slots) ? this : withSlots(changed);
    }

    Issue closed(Map<String, Slot.Fixed> fixed, int underJournalVersion, Instant at) {
        List<Slot> settled = slots.stream()
                .map(slot -> slot.fixed(fixed.get(slot.manuscript())))
                .toList();
        return changed(
                State.CLOSED, settled, lastNumber, Optional.of(underJournalVersion), Optional.of(at), publishedAt);
    }

    Issue registered() {
        return changed(State.REGISTERED, slots, lastNumber, journalVersion, closedAt, publishedAt);
    }

    Issue published(Instant at) {
        return changed(State.PUBLISHED, slots, lastNumber, journalVersion, closedAt, Optional.of(at));
    }

    private Issue withSlots(List<Slot> changed) {
        return changed(state, changed, lastNumber, journalVersion, closedAt, publishedAt);
    }

    private Issue changed(
            State newState,
            List<Slot> newSlots,
            int newLastNumber,
            Optional<Integer> newJournalVersion,
            Optional<Instant> newClosedAt,
            Optional<Instant> newPublishedAt) {
        return new Issue(
                id,
                journal,
                designation,
                newState,
                firstPage,
                newLastNumber,
                newSlots,
                newJournalVersion,
                version + 1,
                openedAt,
                newClosedAt,
                newPublishedAt);
    }
}
