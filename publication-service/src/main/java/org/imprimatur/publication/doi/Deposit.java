package org.imprimatur.publication.doi;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;

/**
 * One deposit of one DOI. It is intended, then sent, then confirmed or refused; each of the three is kept with its time.
 * Immutable; each step gives a new value.
 *
 * @param subject a manuscript's id for an article; the id for an issue; {@code journal/volume}; a journal's key
 * @param attempt from 1; a deposit made anew after a refusal that could be mended has the next one
 * @param fileName unique: by it the agency is asked
 * @param timestamp 17 digits, UTC, to the millisecond: larger than that of any earlier deposit of the DOI
 * @param xml SHA-256 of what is sent
 * @param content SHA-256 of the same with a fixed head: equal for two deposits that say the same
 * @param sandboxOnly it may go to an agency on this very machine alone
 * @param tries how often the present step was tried
 * @param note why it waits, for a person; empty when it doesn't
 */
public record Deposit(
        UUID id,
        Doi doi,
        DoiLevel level,
        String subject,
        int attempt,
        String fileName,
        long timestamp,
        String xml,
        String content,
        boolean sandboxOnly,
        Instant intendedAt,
        State state,
        int tries,
        boolean delayTold,
        Optional<String> note) {

    /** How far it is. */
    public sealed interface State {}

    public record Intended() implements State {}

    /** The agency took the file in; that says nothing about the record. */
    public record Sent(Instant at) implements State {}

    /**
     * The agency holds the record.
     *
     * @param diagnostic SHA-256 of the agency's answer as received
     * @param warning what the agency remarked
     */
    public record Confirmed(Instant sentAt, Instant at, String diagnostic, Optional<String> warning) implements State {}

    /** @param diagnostic SHA-256 of the agency's answer; empty when it never came that far */
    public record Refused(Instant at, String reason, Optional<String> diagnostic) implements State {}

    /** No answer came in the time that is allowed. */
    public record GivenUp(Instant at, String reason) implements State {}

    /** Whether the agency's answer is still to come. */
    public boolean isOpen() {
        return state instanceof Intended || state instanceof Sent;
    }

    Deposit tried() {
        return with(state, tries + 1, delayTold, note);
    }

    Deposit waiting(String why) {
        return with(state, tries, delayTold, Optional.of(why));
    }

    Deposit delayIsTold() {
        return with(state, tries, true, note);
    }

    Deposit with(State next) {
        return with(next, 0, delayTold, Optional.empty());
    }

    private Deposit with(State newState, int newTries, boolean newDelayTold, Optional<String> newNote) {
        return new Deposit(
                id,
                doi,
                level,
                subject,
                attempt,
                fileName,
                timestamp,
                xml,
                content,
                sandboxOnly,
                intendedAt,
                newState,
                newTries,
                newDelayTold,
                newNote);
    }
}
