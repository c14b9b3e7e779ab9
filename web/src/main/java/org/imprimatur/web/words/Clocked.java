package org.imprimatur.web.words;

import java.time.Duration;
import java.time.Instant;

/**
 * The bar beside a row: how much of the time from {@code since} to {@code until} has gone, in hundredths of the bar. When
 * a thing is late the bar goes on to now, and what lies beyond the mark is {@code over}.
 */
public record Clocked(int gone, int over, int due) {
    private static final int WIDTH = 100;

    /** Without {@code until} there is no mark and nothing runs. */
    public static Clocked of(Instant since, Instant until, Instant now) {
        if (until == null || !until.isAfter(since)) {
            return new Clocked(WIDTH, 0, WIDTH - 2);
        }
        long whole = Duration.between(since, until).toMillis();
        long past = Math.max(0, Duration.between(since, now).toMillis());
        if (past <= whole) {
            return new Clocked((int) (past * WIDTH / whole), 0, WIDTH - 2);
        }
        int mark = (int) (whole * WIDTH / past);
        return new Clocked(mark, WIDTH - mark, mark);
    }
}
