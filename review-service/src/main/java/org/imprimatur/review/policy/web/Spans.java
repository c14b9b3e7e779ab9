package org.imprimatur.review.policy.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans as people write them, "14 days" or "30 minutes", and as a policy keeps them, ISO 8601. */
final class Spans {

    private static final Pattern TYPED = Pattern.compile("(\\d{1,5})\\s*(day|hour|minute)s?");
    private static final Map<String, String> KEPT = Map.of("day", "P%sD", "hour", "PT%sH", "minute", "PT%sM");

    private Spans() {}

    /** As it is kept; what isn't a span stays as it was typed, for the policy to refuse. */
    static String kept(String typed) {
        Matcher span = TYPED.matcher(typed.strip().toLowerCase(Locale.ROOT));
        return span.matches() ? KEPT.get(span.group(2)).formatted(span.group(1)) : typed;
    }

    /** As people read it: in the largest unit that leaves no rest. */
    static String words(String kept) {
        Duration span;
        try {
            span = Duration.parse(kept);
        } catch (DateTimeException inMonths) {
            return kept;
        }
        if (span.toSeconds() % 60 != 0) {
            // no unit of ours is that small, and nothing may be lost in showing it
            return kept;
        }
        if (span.toMinutes() % 60 != 0 || span.isZero()) {
            return counted(span.toMinutes(), "minute");
        }
        return span.toHours() % 24 == 0 ? counted(span.toDays(), "day") : counted(span.toHours(), "hour");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
