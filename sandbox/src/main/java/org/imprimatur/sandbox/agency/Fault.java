package org.imprimatur.sandbox.agency;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something the agency is told to do wrong.
 *
 * @param kind what
 * @param times how often it will happen yet
 * @param on of which request, for the kinds that ask
 * @param howLong for {@link Kind#LATE}, {@link Kind#SLOW} and {@link Kind#DOWN}
 * @param doi whose record is refused
 * @param message what the refusal says
 */
public record Fault(Kind kind, int times, On on, Duration howLong, String doi, String message) {

    /** What can go wrong. */
    public enum Kind {
        /** Answers 503 and keeps nothing. */
        UNAVAILABLE,
        /** Answers with bytes that mean nothing; a deposit is not kept. */
        GARBAGE,
        /** Closes the connection without an answer; a deposit is not kept. */
        CUT,
        /** Keeps the deposit and closes the connection without an answer. */
        ANSWER_LOST,
        /** Does what is asked, and answers only that much later. */
        LATE,
        /** Takes that much longer to process a submission. */
        SLOW,
        /** Refuses connections for a while. */
        DOWN,
        /** Refuses the record of a DOI. */
        REFUSE,
        /** Answers a second question for the result under another submission id. */
        ANSWER_TWICE,
        /** Accepts a submission and leaves it queued for ever. */
        NEVER_ANSWER;

        /** As JSON has it: small letters and hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /** The two requests of the protocol. */
    public enum On {
        /** {@code /servlet/deposit}. */
        DEPOSIT,
        /** {@code /servlet/submissionDownload}. */
        RESULT
    }

    Fault once() {
        return new Fault(kind, times - 1, on, howLong, doi, message);
    }
}
