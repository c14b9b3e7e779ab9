package org.imprimatur.review.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a journal does peer review. Complete and within its limits, or not built: counts are at least one, spans are
 * ISO 8601 durations ({@code P14D}, {@code PT30M}) longer than nothing; only the span for which a letter is held may
 * be {@code PT0S}.
 */
public final class Policy {

    /** The names of all settings, as the process's variables bear them, in the order of the page. */
    public static final List<String> NAMES = List.of(
            "reviewsNeeded",
            "invitedSideBySide",
            "answerWithin",
            "answerReminderAfter",
            "reviewWithin",
            "reviewReminderAfter",
            "reviewLateReminderEvery",
            "revisionWithin",
            "revisionReminderAfter",
            "screenWithin",
            "decideWithin",
            "letterHeldFor",
            "minorRevisionCheck",
            "roundsAllowed",
            "proofReminderAfter",
            "answerCommandWithin");

    private static final List<String> COUNTS = List.of("reviewsNeeded", "invitedSideBySide", "roundsAllowed");
    private static final int MOST = 20;
    private static final Duration LONGEST = Duration.ofDays(730);

    /** What a journal has that never said otherwise. */
    public static final Policy DEFAULT = new Policy(defaults());

    private final Map<String, Object> settings;

    private Policy(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    private static Map<String, Object> defaults() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("reviewsNeeded", 2);
        all.put("invitedSideBySide", 2);
        all.put("answerWithin", "P14D");
        all.put("answerReminderAfter", "P7D");
        all.put("reviewWithin", "P28D");
        all.put("reviewReminderAfter", "P21D");
        all.put("reviewLateReminderEvery", "P7D");
        all.put("revisionWithin", "P60D");
        all.put("revisionReminderAfter", "P45D");
        all.put("screenWithin", "P7D");
        all.put("decideWithin", "P7D");
        all.put("letterHeldFor", "PT30M");
        all.put("minorRevisionCheck", "editor");
        all.put("roundsAllowed", 4);
        all.put("proofReminderAfter", "P5D");
        all.put("answerCommandWithin", "P2D");
        return all;
    }

    /** What became of typed settings. */
    public sealed interface Read {}

    public record Good(Policy policy) implements Read {}

    /** @param errors by setting, in words for a person */
    public record Bad(Map<String, String> errors) implements Read {}

    /** Reads settings as a person typed them or a table kept them. */
    public static Read read(Map<String, String> typed) {
        Map<String, Object> settings = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = typed.getOrDefault(name, "").strip();
            if (COUNTS.contains(name)) {
                count(value)
                        .ifPresentOrElse(
                                n -> settings.put(name, n), () -> errors.put(name, "A number from 1 to " + MOST + "."));
            } else if (name.equals("minorRevisionCheck")) {
                if (value.equals("editor") || value.equals("round")) {
                    settings.put(name, value);
                } else {
                    errors.put(name, "Choose who looks at a minor revision.");
                }
            } else if (isSpan(value, name.equals("letterHeldFor"))) {
                settings.put(name, value);
            } else {
                errors.put(name, "A number of days, hours or minutes, for example “14 days” or “30 minutes”.");
            }
        }
        if (errors.isEmpty()) {
            ordered(
                    settings,
                    errors,
                    "answerReminderAfter",
                    "answerWithin",
                    "The reminder must come before the time to answer is over.");
            ordered(
                    settings,
                    errors,
                    "reviewReminderAfter",
                    "reviewWithin",
                    "The reminder must come before the review is due.");
            ordered(
                    settings,
                    errors,
                    "revisionReminderAfter",
                    "revisionWithin",
                    "The reminder must come before the revision is due.");
        }
        return errors.isEmpty() ? new Good(new Policy(settings)) : new Bad(errors);
    }

    private static java.util.Optional<Integer> count(String value) {
        return value.matches("\\d{1,2}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= MOST
                ? java.util.Optional.of(Integer.parseInt(value))
                : java.util.Optional.empty();
    }

    private static boolean isSpan(String value, boolean mayBeNothing) {
        try {
            Duration span = roughly(value);
            return (span.isZero() ? mayBeNothing : !span.isNegative()) && span.compareTo(LONGEST) <= 0;
        } catch (DateTimeException | ArithmeticException notASpan) {
            return false;
        }
    }

    private static void ordered(
            Map<String, Object> settings, Map<String, String> errors, String first, String then, String otherwise) {
        if (roughly((String) settings.get(first)).compareTo(roughly((String) settings.get(then))) >= 0) {
            errors.put(first, otherwise);
        }
    }

    private static Duration roughly(String span) {
        TemporalAmount amount = amount(span);
        return amount instanceof Period period
                ? Duration.ofDays(period.toTotalMonths() * 30 + period.getDays())
                : (Duration) amount;
    }

    private static TemporalAmount amount(String span) {
        return span.contains("T") ? Duration.parse(span) : Period.parse(span);
    }

    /** A count by its name. */
    public int count(Count name) {
        return (Integer) settings.get(name.setting);
    }

    /** A span by its name, in days and hours of 24: policies speak of no calendar. */
    public Duration span(Span name) {
        return roughly((String) settings.get(name.setting));
    }

    /** All settings by their names: strings and numbers. */
    public Map<String, Object> settings() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        NAMES.forEach(name -> ordered.put(name, settings.get(name)));
        return ordered;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Policy policy && settings.equals(policy.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String toString() {
        return "Policy" + settings();
    }

    /** The counts that features ask for. */
    public enum Count {
        REVIEWS_NEEDED("reviewsNeeded"),
        INVITED_SIDE_BY_SIDE("invitedSideBySide"),
        ROUNDS_ALLOWED("roundsAllowed");

        private final String setting;

        Count(String setting) {
            this.setting = setting;
        }
    }

    /** The spans that features ask for. */
    public enum Span {
        ANSWER_WITHIN("answerWithin"),
        ANSWER_REMINDER_AFTER("answerReminderAfter"),
        REVIEW_WITHIN("reviewWithin"),
        REVISION_WITHIN("revisionWithin"),
        LETTER_HELD_FOR("letterHeldFor");

        private final String setting;

        Span(String setting) {
            this.setting = setting;
        }
    }
}
