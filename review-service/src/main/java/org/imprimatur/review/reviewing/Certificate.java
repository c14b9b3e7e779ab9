package org.imprimatur.review.reviewing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * That somebody reviewed for journals: never which manuscripts, and months instead of days, so that no author can tell
 * from it who judged theirs.
 *
 * @param account whose it is
 * @param name as the journals call them
 * @param year the calendar year it counts, or empty for a single review
 */
public record Certificate(
        String id, String account, String name, Optional<Integer> year, List<Line> lines, Instant issuedAt) {

    public Certificate {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a certificate of nothing");
        }
    }

    /** Reviews for one journal. */
    public record Line(String journal, int reviews, YearMonth first, YearMonth last) {}

    public int reviews() {
        return lines.stream().mapToInt(Line::reviews).sum();
    }
}
