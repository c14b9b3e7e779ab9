package org.imprimatur.publication.production;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A galley: ordered, then typeset or failed. While its author hasn't approved it, it is a proof. Immutable; each step
 * gives a new value.
 */
public record Galley(
        UUID id, GalleyOrder order, int journalVersion, Instant orderedAt, State state, Optional<Instant> answeredAt) {

    /** Where the galley stands. */
    public sealed interface State {}

    public record Ordered() implements State {}

    /** It couldn't be typeset. */
    public record Failed(String reason) implements State {}

    /** It is typeset, and the author hasn't answered. */
    public record Proof(Sheet sheet) implements State {}

    /** The author said that it may appear like this. */
    public record Approved(Sheet sheet) implements State {}

    /** The author asked for corrections, at least one. */
    public record ToCorrect(Sheet sheet, List<String> corrections) implements State {
        public ToCorrect {
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * What is typeset.
     *
     * @param pdf SHA-256 of the PDF
     * @param readers accounts of the contributors, who may see it
     */
    public record Sheet(String pdf, int pages, String title, String byLine, Set<String> readers) {
        public Sheet {
            readers = Set.copyOf(readers);
        }
    }

    public static Galley ordered(UUID id, GalleyOrder order, int journalVersion, Instant at) {
        return new Galley(id, order, journalVersion, at, new Ordered(), Optional.empty());
    }

    /** What is typeset; empty when nothing is. */
    public Optional<Sheet> sheet() {
        if (state instanceof Proof proof) {
            return Optional.of(proof.sheet());
        }
        if (state instanceof Approved approved) {
            return Optional.of(approved.sheet());
        }
        return state instanceof ToCorrect toCorrect ? Optional.of(toCorrect.sheet()) : Optional.empty();
    }

    public boolean waitsForTheAuthor() {
        return state instanceof Proof;
    }

    public Galley with(State next, Instant at) {
        return new Galley(id, order, journalVersion, orderedAt, next, Optional.of(at));
    }

    public Galley typeset(Sheet sheet) {
        return new Galley(id, order, journalVersion, orderedAt, new Proof(sheet), Optional.empty());
    }

    public Galley failed(String reason) {
        return new Galley(id, order, journalVersion, orderedAt, new Failed(reason), Optional.empty());
    }
}
