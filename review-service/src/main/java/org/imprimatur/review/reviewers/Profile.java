package org.imprimatur.review.reviewers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What reviewers say of themselves: when they are away, what they know, and in which languages they review.
 *
 * @param languages ISO 639-1 codes
 */
public record Profile(Optional<Away> away, List<String> keywords, List<String> subjects, List<String> languages) {

    /** Of somebody who has said nothing. */
    public static final Profile NONE = new Profile(Optional.empty(), List.of(), List.of(), List.of());

    public Profile {
        keywords = List.copyOf(keywords);
        subjects = List.copyOf(subjects);
        languages = List.copyOf(languages);
    }

    /** @param until the last day on which they can't be asked */
    public record Away(LocalDate until, String note) {}

    /** The languages as a reader of this one calls them. */
    public List<String> languagesIn(Locale reader) {
        return languages.stream()
                .map(code -> Locale.forLanguageTag(code).getDisplayLanguage(reader))
                .toList();
    }

    /** How long they are away, seen from this day; what is over counts no more. */
    public Optional<Away> awayOn(LocalDate day) {
        return away.filter(said -> !said.until().isBefore(day));
    }
}
