package org.imprimatur.intake.citation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The years of citations: "2021", "2021a, b", "1990/2005", "n.d.", "in press"; no range of years and no part of a number. */
final class Years {
    static final Pattern YEAR = Pattern.compile("(?<![\\p{L}\\p{N}\\-–—/])(?<!\\p{N}[.,:])(?:"
            + "((?:1[5-9]|20)\\d\\d)(?:\\s?/\\s?((?:1[5-9]|20)\\d\\d))?"
            + "((?:[a-z](?:\\s*(?:,|&|and)\\s*[a-z](?![\\p{L}.]))*)?)(?![\\p{L}\\p{N}]|[-–—/]\\s?\\d)"
            + "|(n\\.\\s?d\\.|(?i:\\bin press\\b|\\bforthcoming\\b|\\bin preparation\\b)))");

    private Years() {}

    static boolean in(String text) {
        return YEAR.matcher(text).find();
    }

    /** "2021a, b" gives two; of an original's and an edition's year the edition's counts. */
    static List<String> of(Matcher year) {
        if (year.group(4) != null) {
            var word = year.group(4).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            return List.of(word.startsWith("n") ? "n.d." : word);
        }
        var value = year.group(2) == null ? year.group(1) : year.group(2);
        var letters = year.group(3).replaceAll("and|[^a-z]", "");
        return letters.isEmpty()
                ? List.of(value)
                : letters.chars().mapToObj(letter -> value + (char) letter).toList();
    }
}
