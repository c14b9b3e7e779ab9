package org.imprimatur.gateway.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom something concerns. */
class HappeningTest {
    private static final Matter MATTER =
            new Matter("m", "GPR-1", "gpr", "author", Set.of("author", "coauthor"), Optional.of("handling"));
    private static final Staff STAFF = new Staff(Set.of("managing"), Set.of("production"));

    private static Happening happening(Kind kind, String actor, String... named) {
        return new Happening(kind, "m", "cause", actor, Instant.EPOCH, Set.of(named));
    }

    @Test
    void a_submission_is_news_for_who_manages_and_a_review_for_who_handles() {
        assertThat(happening(Kind.MANUSCRIPT_SUBMITTED, "author").audience(MATTER, STAFF))
                .containsExactly("managing");
        assertThat(happening(Kind.REVIEW_ARRIVED, "invitation/1").audience(MATTER, STAFF))
                .containsExactly("handling");
        assertThat(happening(Kind.PROOF_APPROVED, "author").audience(MATTER, STAFF))
                .containsExactly("production");
    }

    @Test
    void as_long_as_nobody_handles_it_who_manages_hears_what_a_handling_editor_would() {
        var unhandled = new Matter("m", "GPR-1", "gpr", "author", Set.of("author"), Optional.empty());
        assertThat(happening(Kind.REVISION_ARRIVED, "author").audience(unhandled, STAFF))
                .containsExactly("managing");
    }

    @Test
    void an_editor_who_is_among_the_authors_hears_what_authors_hear_and_nothing_else() {
        Matter own = MATTER.writtenBy(Set.of("author", "managing", "handling"));
        for (Kind kind : Kind.values()) {
            Set<String> told =
                    happening(kind, "process", "managing", "handling").audience(own, STAFF);
            if (kind.page() == Kind.Page.AUTHORS) {
                assertThat(told).as(kind.word()).contains("managing", "handling");
            } else {
                assertThat(told).as(kind.word()).doesNotContain("managing", "handling");
            }
        }
    }

    @Test
    void who_gets_the_journals_letter_gets_no_mail_of_ours_about_it_but_the_others_may() {
        assertThat(happening(Kind.DECIDED, "handling").hasLetterFor("author", MATTER))
                .isTrue();
        assertThat(happening(Kind.DECIDED, "handling").hasLetterFor("coauthor", MATTER))
                .isFalse();
        assertThat(happening(Kind.PUBLISHED, "process").hasLetterFor("author", MATTER))
                .isFalse();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_happens_nobody_uninvolved_hears_of_it_and_nobody_of_their_own_deed(long seed) {
        var random = new Random(seed);
        List<String> all =
                IntStream.range(0, 12).mapToObj(number -> "p" + number).toList();
        Set<String> authors = some(all, random);
        authors.add("p0");
        Optional<String> editor = random.nextBoolean() ? Optional.of(one(all, random)) : Optional.empty();
        var matter = new Matter("m", "GPR-1", "gpr", "p0", authors, editor);
        var staff = new Staff(some(all, random), some(all, random));
        Set<String> named = some(all, random);
        String actor = random.nextInt(4) == 0 ? "process" : one(all, random);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        Set<String> told = new Happening(kind, "m", "cause", actor, Instant.EPOCH, named).audience(matter, staff);

        assertThat(told).as("%s by %s", kind, actor).doesNotContain(actor);
        if (kind.page() == Kind.Page.AUTHORS) {
            assertThat(authors).containsAll(told);
        } else {
            Set<String> involved = Stream.of(
                            staff.managingEditors(),
                            staff.productionEditors(),
                            named,
                            editor.map(Set::of).orElse(Set.of()))
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            assertThat(involved).as("%s", kind).containsAll(told);
            assertThat(told).as("%s", kind).doesNotContainAnyElementsOf(authors);
        }
    }

    private static Set<String> some(List<String> all, Random random) {
        return new HashSet<>(
                all.stream().filter(person -> random.nextInt(4) == 0).toList());
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
