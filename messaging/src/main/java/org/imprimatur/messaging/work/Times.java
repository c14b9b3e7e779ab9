package org.imprimatur.messaging.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments on their way to and from PostgreSQL, whose driver takes no {@link Instant}. */
public final class Times {

    private Times() {}

    public static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** In PostgreSQL's words. */
    public static String interval(Duration duration) {
        return duration.toMillis() + " milliseconds";
    }

    /**
     * In SQL: the moment in that column has come, or lies further ahead than it was ever put, since the clock went back
     * meanwhile.
     */
    public static String reached(String column, Duration furthest) {
        return "(%1$s <= clock_timestamp() OR %1$s > clock_timestamp() + interval '%2$s')"
                .formatted(column, interval(furthest));
    }

    /** Never negative; a very long one for null. */
    public static Duration ofSeconds(Double seconds) {
        return seconds == null ? Duration.ofDays(1) : Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }
}
