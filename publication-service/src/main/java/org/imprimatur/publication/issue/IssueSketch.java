package org.imprimatur.publication.issue;

import java.time.Month;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.Season;
import org.imprimatur.publication.journal.Journal;

/** An issue as a person types it; labels come from the journal's numbering. */
public record IssueSketch(String volume, String number, String season, String month, String year, String firstPage) {

    /** What came of checking. */
    public sealed interface Result {}

    /** @param firstPage empty for the journal's rule */
    public record Good(IssueDesignation designation, Optional<Integer> firstPage) implements Result {}

    /** @param errors a sentence by field name, in the order of the form */
    public record Wrong(Map<String, String> errors) implements Result {
        public Wrong {
            errors = new LinkedHashMap<>(errors);
        }
    }

    public Result check(Journal journal) {
        Map<String, String> errors = new LinkedHashMap<>();
        int volumeNumber = number(errors, "volume", volume, 1, 3999);
        int issueNumber = number(errors, "number", number, 1, 3999);
        int yearNumber = number(errors, "year", year, 1600, 9999);
        Optional<Season> its = Arrays.stream(Season.values())
                .filter(one -> one.name().equals(season))
                .findFirst();
        if (!season.isEmpty() && its.isEmpty()) {
            errors.put("season", "Choose a season, or none.");
        }
        int monthNumber = month.isEmpty() ? 0 : number(errors, "month", month, 1, 12);
        int first = firstPage.isEmpty() ? 0 : number(errors, "firstPage", firstPage, 1, 99_999);
        return errors.isEmpty()
                ? new Good(
                        new IssueDesignation(
                                volumeNumber,
                                journal.volumeStyle().label(volumeNumber),
                                issueNumber,
                                journal.issueStyle().label(issueNumber),
                                its,
                                monthNumber == 0 ? Optional.empty() : Optional.of(Month.of(monthNumber)),
                                yearNumber),
                        first == 0 ? Optional.empty() : Optional.of(first))
                : new Wrong(errors);
    }

    private static int number(Map<String, String> errors, String field, String typed, int least, int most) {
        int value = typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : -1;
        if (value < least || value > most) {
            errors.put(field, "Give a whole number from " + least + " to " + most + ".");
        }
        return value;
    }
}
