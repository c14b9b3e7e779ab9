package org.imprimatur.review.reviewers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.reviewers.Profile.Away;

/** A reviewer says when they are away and what they know. It changes no invitation and none of its times. */
public final class KeepingProfiles {

    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_WORD = 80;
    private static final int MOST_KEYWORDS = 40;
    private static final int MOST_SUBJECTS = 20;
    private static final int LONGEST_ABSENCE_IN_YEARS = 2;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Profiles profiles;
    private final ZoneId zone;

    /** @param zone whose days count */
    public KeepingProfiles(Profiles profiles, ZoneId zone) {
        this.profiles = profiles;
        this.zone = zone;
    }

    /** @param until as typed, ISO 8601 */
    public Outcome away(Oneself oneself, String until, String note, Instant now) {
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Optional<LocalDate> day = day(until);
        if (day.isEmpty()) {
            errors.put("until", "A day, such as " + today.plusDays(14) + ".");
        } else if (day.get().isBefore(today)) {
            errors.put("until", "This day is over: choose today or a later one.");
        } else if (day.get().isAfter(today.plusYears(LONGEST_ABSENCE_IN_YEARS))) {
            errors.put("until", "At most " + LONGEST_ABSENCE_IN_YEARS + " years ahead.");
        }
        if (note.length() > LONGEST_NOTE) {
            errors.put("note", "At most " + LONGEST_NOTE + " characters.");
        }
        if (!errors.isEmpty()) {
            return Outcome.invalid(errors);
        }
        return change(oneself, Optional.of(new Away(day.get(), note.strip())), now);
    }

    /** Takes back that they are away; they weren't: nothing happens. */
    public Outcome back(Oneself oneself, Instant now) {
        return change(oneself, Optional.empty(), now);
    }

    private Outcome change(Oneself oneself, Optional<Away> away, Instant now) {
        Profile said = profiles.of(oneself.account());
        keep(oneself, new Profile(away, said.keywords(), said.subjects(), said.languages()), now);
        return Outcome.done();
    }

    /** Each list as a whole; what stands twice, whatever its capitals, is kept once. */
    public Outcome describe(
            Oneself oneself, List<String> keywords, List<String> subjects, List<String> languages, Instant now) {
        Map<String, String> errors = new LinkedHashMap<>();
        List<String> known = cleaned(keywords);
        List<String> fields = cleaned(subjects);
        if (known.size() > MOST_KEYWORDS) {
            errors.put("keywords", "At most " + MOST_KEYWORDS + " keywords.");
        } else if (known.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
            errors.put("keywords", "At most " + LONGEST_WORD + " characters each, with commas between them.");
        }
        if (fields.size() > MOST_SUBJECTS || fields.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
            errors.put("subjects", "At most " + MOST_SUBJECTS + " areas of " + LONGEST_WORD + " characters.");
        }
        if (!LANGUAGES.containsAll(languages)) {
            errors.put("languages", "Choose among the languages of the list.");
        }
        if (!errors.isEmpty()) {
            return Outcome.invalid(errors);
        }
        Profile said = profiles.of(oneself.account());
        keep(
                oneself,
                new Profile(
                        said.away(),
                        known,
                        fields,
                        languages.stream().distinct().sorted().toList()),
                now);
        return Outcome.done();
    }

    /** Addresses were added or given up since: editors see the profile beside those that are the person's now. */
    public Outcome follow(Oneself oneself) {
        profiles.follow(oneself);
        return Outcome.done();
    }

    private void keep(Oneself oneself, Profile profile, Instant now) {
        profiles.keep(oneself.account(), profile, now);
        profiles.follow(oneself);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (java.time.DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static List<String> cleaned(List<String> words) {
        Map<String, String> once = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        words.stream()
                .map(word -> word.strip().replaceAll("\\s+", " "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> once.putIfAbsent(word, word));
        return new ArrayList<>(once.values());
    }
}
