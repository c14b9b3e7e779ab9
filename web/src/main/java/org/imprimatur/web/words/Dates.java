package org.imprimatur.web.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Dates and spans as words in the reader's language. It holds no clock: what is "now" is always handed in. Days are
 * calendar days of the zone it was made for.
 */
public final class Dates {
    private final ZoneId zone;
    private final MessageSource words;

    public Dates(ZoneId zone, MessageSource words) {
        this.zone = zone;
        this.words = words;
    }

    /** {@code 5 February 2024}. */
    public String day(LocalDate day) {
        return format("dates.pattern.day").format(day);
    }

    /** {@code 5 February 2024}. */
    public String day(Instant at) {
        return format("dates.pattern.day").format(zoned(at));
    }

    /** {@code Monday 5 February 2024}. */
    public String weekday(Instant at) {
        return format("dates.pattern.weekday").format(zoned(at));
    }

    /** {@code 5 Feb}. */
    public String shortDay(Instant at) {
        return format("dates.pattern.short-day").format(zoned(at));
    }

    /** {@code February 2024}. */
    public String month(YearMonth month) {
        return format("dates.pattern.month").format(month);
    }

    /** {@code 14:12}. */
    public String time(Instant at) {
        return format("dates.pattern.time").format(zoned(at));
    }

    /** {@code 5 February 2024, 14:12}. */
    public String moment(Instant at) {
        return format("dates.pattern.moment").format(zoned(at));
    }

    /** For the {@code datetime} attribute: ISO 8601 in UTC, to the second. */
    public String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** When a thing is due: {@code in 3 days}, {@code tomorrow}, {@code today}, {@code 8 days late}. */
    public String due(Instant until, Instant now) {
        if (until.isBefore(now)) {
            return late(until, now);
        }
        long days = days(now, until);
        return days == 0 ? say("dates.today") : days == 1 ? say("dates.tomorrow") : say("dates.in-days", days);
    }

    /** How long a thing has lasted: {@code 2 hours}, {@code 1 day}, {@code 8 days}. */
    public String since(Instant from, Instant now) {
        Duration span = Duration.between(from, now);
        if (span.toMinutes() < 1) {
            return say("dates.just-now");
        }
        if (span.toHours() < 1) {
            return say("dates.minutes", span.toMinutes());
        }
        return span.toHours() < 24 ? say("dates.hours", span.toHours()) : say("dates.days", days(from, now));
    }

    /** Whether what is due at {@code until} is late. */
    public boolean isLate(Instant until, Instant now) {
        return until != null && until.isBefore(now);
    }

    private String late(Instant until, Instant now) {
        long days = days(until, now);
        return days == 0 ? say("dates.late-today") : say("dates.days-late", days);
    }

    private long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(zoned(from).toLocalDate(), zoned(to).toLocalDate());
    }

    private ZonedDateTime zoned(Instant at) {
        return at.atZone(zone);
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, locale());
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(say(pattern), locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
