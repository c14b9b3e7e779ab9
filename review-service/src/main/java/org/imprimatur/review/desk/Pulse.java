package org.imprimatur.review.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How a journal does, in figures: counted from what happened, never kept beside it. */
public interface Pulse {

    /** The figures of one journal, without the manuscripts of whoever asks. */
    Figures figures(Asked asked, Instant now);

    /**
     * @param section a section's key; empty for all
     * @param from the first day that counts, in UTC
     * @param to the day after the last, in UTC
     * @param account who asks
     */
    record Asked(String journal, Optional<String> section, LocalDate from, LocalDate to, String account) {}

    /**
     * @param submissions by month, every month of the period, oldest first
     * @param accepted decided so in the period
     * @param rejected decided so in the period, with or without review
     * @param late what is late now, by step; the period does not count
     */
    record Figures(
            List<Month> submissions,
            int accepted,
            int rejected,
            Span firstDecision,
            Span review,
            Span publication,
            Answers answers,
            List<Late> late) {

        public int submitted() {
            return submissions.stream().mapToInt(Month::manuscripts).sum();
        }

        /** In hundredths; empty where nothing was decided. */
        public Optional<Integer> acceptance() {
            int decided = accepted + rejected;
            return decided == 0 ? Optional.empty() : Optional.of(Math.round(accepted * 100f / decided));
        }
    }

    /** @param month its first day */
    record Month(LocalDate month, int manuscripts) {}

    /**
     * How long something took, of what was ended in the period: in whole days.
     *
     * @param of of how many
     * @param median empty where there was none
     * @param ninetieth what nine of ten did not exceed; empty where there was none
     */
    record Span(int of, Optional<Integer> median, Optional<Integer> ninetieth) {}

    /** What became of the invitations that were sent in the period. */
    record Answers(int accepted, int declined, int unanswered, int open) {

        public int asked() {
            return accepted + declined + unanswered + open;
        }

        /** Of those that are settled, in hundredths; empty where none is. */
        public Optional<Integer> willing() {
            int settled = accepted + declined + unanswered;
            return settled == 0 ? Optional.empty() : Optional.of(Math.round(accepted * 100f / settled));
        }
    }

    /** @param underWay how many stand at this step now; {@code late} of them are late */
    record Late(String step, int underWay, int late) {}
}
