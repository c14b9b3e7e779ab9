package org.imprimatur.publication.production;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An author's wish for more days to check a proof, and what production answered. Immutable.
 *
 * @param askedBy the account of the author who asked; they get the answer
 */
public record MoreTime(
        UUID id, UUID proof, String askedBy, int days, String reason, Instant askedAt, Optional<Answer> answer) {
    public static final int MOST_DAYS = 60;
    private static final int LONGEST = 2000;

    /** What production answered. */
    public sealed interface Answer {
        /** What it wrote to the author; "" where nothing. */
        String word();

        String by();

        Instant at();
    }

    /** The answer is due so many days later; may be others than were asked for. */
    public record Granted(int days, String word, String by, Instant at) implements Answer {}

    public record Refused(String word, String by, Instant at) implements Answer {}

    public MoreTime {
        problemWithDays(days).or(() -> problemWithReason(reason)).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Why so many days can't be asked for or given; empty when they can. */
    public static Optional<String> problemWithDays(int days) {
        return days < 1 || days > MOST_DAYS ? Optional.of("Choose between 1 and 60 days.") : Optional.empty();
    }

    /** Why a text can't be the reason; empty when it can. */
    public static Optional<String> problemWithReason(String reason) {
        return reason.isBlank() ? Optional.of("Write down why.") : problemWithWord(reason);
    }

    /** Why a text can't go with an answer; empty when it can. */
    public static Optional<String> problemWithWord(String word) {
        return word.length() > LONGEST
                ? Optional.of("This has at most 2,000 characters. Please shorten it.")
                : Optional.empty();
    }

    public boolean isOpen() {
        return answer.isEmpty();
    }

    MoreTime answered(Answer with) {
        return new MoreTime(id, proof, askedBy, days, reason, askedAt, Optional.of(with));
    }
}
