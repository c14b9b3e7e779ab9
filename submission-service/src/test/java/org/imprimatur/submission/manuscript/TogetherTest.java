package org.imprimatur.submission.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows are written {@code name:words}; a name is what a row is known by again. */
class TogetherTest {

    private final Together<String> together = new Together<>(
            row -> row.startsWith(":") ? List.of() : List.of(row.substring(0, row.indexOf(':'))),
            list -> list.stream().filter(row -> row.endsWith("!")).count() <= 1);

    private Optional<List<String>> bring(List<String> base, List<String> mine, List<String> theirs) {
        return together.bring(base, mine, theirs, false);
    }

    private static List<String> rows(String... rows) {
        return List.of(rows);
    }

    @Test
    void one_added_here_and_another_there_both_stay() {
        assertThat(bring(rows("a:1"), rows("a:1", "b:1"), rows("a:1", "c:1")))
                .hasValueSatisfying(all -> assertThat(all)
                        .containsExactlyInAnyOrder("a:1", "b:1", "c:1")
                        .startsWith("a:1"));
        assertThat(bring(rows("a:1"), rows("a:1", "b:1"), rows("a:1", "b:1")))
                .as("the same in both windows is one")
                .contains(rows("a:1", "b:1"));
        assertThat(bring(rows("a:1", "b:1"), rows("x:1", "a:1", "b:1"), rows("a:1", "b:1", "y:1")))
                .contains(rows("x:1", "a:1", "b:1", "y:1"));
    }

    @Test
    void one_changed_here_and_another_there_both_hold() {
        assertThat(bring(rows("a:1", "b:1"), rows("a:2", "b:1"), rows("a:1", "b:3")))
                .contains(rows("a:2", "b:3"));
        assertThat(bring(rows("a:1", "b:1"), rows("a:2", "b:1"), rows("a:1"))).contains(rows("a:2"));
        assertThat(bring(rows("a:1", "b:1"), rows("b:1"), rows("a:1", "b:2"))).contains(rows("b:2"));
    }

    @Test
    void the_same_row_changed_differently_is_for_its_author_to_choose() {
        assertThat(bring(rows("a:1"), rows("a:2"), rows("a:3"))).isEmpty();
        assertThat(bring(rows("a:1"), rows("a:2"), rows("a:2"))).contains(rows("a:2"));
        assertThat(bring(rows("a:1", "b:1"), rows("a:2", "b:1"), rows("b:1")))
                .as("removed there")
                .isEmpty();
        assertThat(bring(rows("a:1", "b:1"), rows("b:1"), rows("a:2", "b:1")))
                .as("removed here")
                .isEmpty();
        assertThat(together.bring(rows("a:1", "b:1"), rows("a:2", "b:1"), rows("a:3", "b:1", "c:1"), true))
                .as("written over: that row alone")
                .contains(rows("a:2", "b:1", "c:1"));
    }

    @Test
    void a_new_order_holds_with_what_the_other_window_did() {
        assertThat(bring(rows("a:1", "b:1", "c:1"), rows("c:1", "a:1", "b:1"), rows("a:2", "b:1", "c:1", "d:1")))
                .as("what is new there stands behind what it stood behind")
                .contains(rows("c:1", "d:1", "a:2", "b:1"));
        assertThat(bring(rows("a:1", "b:1", "c:1"), rows("a:1", "b:1", "c:1"), rows("b:1", "a:1", "c:1")))
                .contains(rows("b:1", "a:1", "c:1"));
        assertThat(bring(rows("a:1", "b:1", "c:1"), rows("b:1", "a:1", "c:1"), rows("a:1", "c:1", "b:1")))
                .as("two new orders")
                .isEmpty();
    }

    @Test
    void a_row_without_a_name_is_known_by_being_the_only_one_left() {
        assertThat(bring(rows("a:1", ":"), rows("a:1", "q:1"), rows("a:2", ":")))
                .contains(rows("a:2", "q:1"));
    }

    @Test
    void what_would_not_fit_together_is_for_its_author_to_choose() {
        assertThat(bring(rows("a:1", "b:1"), rows("a:!", "b:1"), rows("a:1", "b:!")))
                .isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_only_one_window_did_is_what_comes_of_it_and_nothing_new_is_lost(long seed) {
        Random random = new Random(seed);
        List<String> base = new ArrayList<>();
        for (int row = 0; row < random.nextInt(6); row++) {
            base.add("r" + row + ":0");
        }
        List<String> mine = changed(base, "m", random);
        List<String> theirs = changed(base, "t", random);
        assertThat(bring(base, mine, base)).contains(mine);
        assertThat(bring(base, base, theirs)).contains(theirs);
        assertThat(bring(base, mine, mine)).contains(mine);
        List<String> written = together.bring(base, mine, theirs, true).orElseThrow();
        assertThat(written).doesNotHaveDuplicates();
        assertThat(written)
                .containsAll(mine.stream().filter(row -> row.startsWith("m")).toList());
        bring(base, mine, theirs).ifPresent(all -> {
            assertThat(all).doesNotHaveDuplicates();
            assertThat(all)
                    .containsAll(
                            mine.stream().filter(row -> row.startsWith("m")).toList());
            assertThat(all)
                    .containsAll(
                            theirs.stream().filter(row -> row.startsWith("t")).toList());
            assertThat(all)
                    .containsAll(mine.stream().filter(row -> row.endsWith(":m")).toList());
            assertThat(all)
                    .containsAll(
                            theirs.stream().filter(row -> row.endsWith(":t")).toList());
        });
    }

    private static List<String> changed(List<String> base, String by, Random random) {
        List<String> list = new ArrayList<>(base);
        for (int act = 0; act < random.nextInt(4); act++) {
            int at = list.isEmpty() ? 0 : random.nextInt(list.size());
            switch (random.nextInt(list.isEmpty() ? 1 : 4)) {
                case 0 -> list.add(at, by + random.nextInt(1000) + act + ":0");
                case 1 -> list.set(at, list.get(at).replaceFirst(":.*", ":" + by));
                case 2 -> list.remove(at);
                default -> Collections.swap(list, at, random.nextInt(list.size()));
            }
        }
        return list;
    }
}
