package org.imprimatur.review.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Actor.Held;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.manuscript.Contributor;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.reviewers.Reviewer;

/** People and manuscripts of the tests; all are made up. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2024-02-05T09:58:00Z");
    public static final String JOURNAL = "sam";

    public static final Actor.Person MANAGING_EDITOR = person("farah", Role.MANAGING_EDITOR);
    public static final Actor.Person HANDLING_EDITOR = person("sana", Role.HANDLING_EDITOR);
    public static final Actor.Person PRODUCTION_EDITOR = person("bilal", Role.PRODUCTION_EDITOR);
    public static final Actor.Person NOBODY = new Actor.Person("nobody", Set.of());
    public static final String AUTHOR = "ghulam";

    private Samples() {}

    public static Actor.Person person(String account, Role... roles) {
        return new Actor.Person(
                account,
                java.util.Arrays.stream(roles)
                        .map(role -> new Held(JOURNAL, role))
                        .collect(java.util.stream.Collectors.toSet()));
    }

    public static Manuscript manuscript(String id) {
        return new Manuscript(
                id,
                "SAM-2024-" + id,
                JOURNAL,
                "international",
                "research-article",
                "Gas and Diplomacy",
                "The article looks at gas.",
                List.of("gas", "diplomacy"),
                "en",
                1,
                0,
                AUTHOR,
                Set.of(AUTHOR, "imran"),
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Version version(int number) {
        return new Version(
                number,
                "metadata-" + number,
                "file-" + number,
                number == 1 ? Optional.empty() : Optional.of("response-" + number),
                "intake-" + number,
                5,
                3,
                NOW.plus(Duration.ofDays(number - 1)));
    }

    public static List<Contributor> byLine() {
        return List.of(
                new Contributor("Qamar Zaman", "Khanbari", "University of Nowhere", false),
                new Contributor("Ghulam", "Mustafari", "Institute of Somewhere", true));
    }

    public static Reviewer reviewer(String id) {
        return new Reviewer(id, "Reviewer " + id, id + "@example.org", "University of " + id, "gas, pipelines");
    }

    public static Outcome.Kind kindOf(Outcome outcome) {
        return ((Outcome.Refused) outcome).kind();
    }
}
