package org.imprimatur.publication.bibliographic;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * What an issue is called and dated. One value, so one season, one month and one year for every rendering.
 *
 * @param volume number, at least 1
 * @param volumeLabel as it is printed, for example "IX"
 * @param issue number within the volume, at least 1
 * @param issueLabel as it is printed, for example "II"
 */
public record IssueDesignation(
        int volume,
        String volumeLabel,
        int issue,
        String issueLabel,
        Optional<Season> season,
        Optional<Month> month,
        int year) {
    private static final int LONGEST_LABEL = 32;

    public IssueDesignation {
        if (volume < 1 || issue < 1) {
            throw new IllegalArgumentException("Volumes and issues are numbered from 1");
        }
        if (year < 1600 || year > 9999) {
            throw new IllegalArgumentException("A year of publication has four digits, not " + year);
        }
        requireLabel(volumeLabel);
        requireLabel(issueLabel);
    }

    private static void requireLabel(String label) {
        if (label.isBlank() || label.length() > LONGEST_LABEL || !label.equals(label.strip())) {
            throw new IllegalArgumentException("A label has 1 to 32 characters, not \"" + label + "\"");
        }
    }

    /** "IX(II)". */
    public String shortForm() {
        return volumeLabel + "(" + issueLabel + ")";
    }

    /** "Volume IX, Issue II, Spring (June 2024)"; without a season "Volume IX, Issue II, June 2024". */
    public String display() {
        return "Volume " + volumeLabel + ", Issue " + issueLabel + ", " + date();
    }

    /** "Spring (June 2024)", "Spring 2024", "June 2024" or "2024". */
    public String date() {
        String when = month.map(m -> m.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " ")
                        .orElse("")
                + year;
        return season.map(s -> month.isPresent() ? s.display() + " (" + when + ")" : s.display() + " " + when)
                .orElse(when);
    }

    /** The month it is dated in; empty when it bears the year only. */
    public Optional<YearMonth> yearMonth() {
        return month.map(m -> YearMonth.of(year, m));
    }

    @Override
    public String toString() {
        return shortForm();
    }
}
