package org.imprimatur.gateway.notices;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * When digests come: at the beginning of an hour of the person's own day, weekly ones on a day of their week.
 *
 * @param hour 0 to 23
 */
public record Rhythm(ZoneId zone, int hour, DayOfWeek day) {
    public static final int STANDARD_HOUR = 7;

    public Rhythm {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("no day has an hour " + hour);
        }
    }

    public static Rhythm standard(ZoneId zone) {
        return new Rhythm(zone, STANDARD_HOUR, DayOfWeek.MONDAY);
    }

    /** The first moment for that digest after another one. An hour that the clocks leave out comes an hour later. */
    public Instant next(Delivery cadence, Instant after) {
        ZonedDateTime now = after.atZone(zone);
        ZonedDateTime slot = at(now);
        if (cadence == Delivery.WEEKLY) {
            slot = at(slot.with(TemporalAdjusters.nextOrSame(day)));
        }
        int step = cadence == Delivery.WEEKLY ? 7 : 1;
        return slot.toInstant().isAfter(after)
                ? slot.toInstant()
                : at(slot.plusDays(step)).toInstant();
    }

    private ZonedDateTime at(ZonedDateTime day) {
        return day.truncatedTo(ChronoUnit.DAYS).withHour(hour);
    }
}
