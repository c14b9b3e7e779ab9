package org.imprimatur.review.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.imprimatur.review.desk.Needed;
import org.imprimatur.review.desk.Queue.After;
import org.imprimatur.review.desk.Queue.Asked;
import org.imprimatur.review.desk.Queue.Move;
import org.imprimatur.review.desk.Queue.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.server.ResponseStatusException;

class AskingTest {

    @Test
    void an_address_that_asks_for_nothing_asks_for_my_move_oldest_first() {
        Asked asked = Asking.of(Map.of());
        assertThat(asked.move()).isEqualTo(Move.MINE);
        assertThat(asked.order()).isEqualTo(Order.OLDEST);
        assertThat(Asking.address(asked)).isEqualTo("/editor");
    }

    @Test
    void a_search_is_among_all_and_what_has_ended_comes_newest_first() {
        assertThat(Asking.of(Map.of("q", "water")).move()).isEqualTo(Move.ANY);
        assertThat(Asking.of(Map.of("queue", "published")).order()).isEqualTo(Order.NEWEST);
    }

    @RepeatedTest(40)
    void whatever_is_asked_for_comes_back_from_its_address(RepetitionInfo run) {
        long seed = 4_180L + run.getCurrentRepetition();
        Random random = new Random(seed);
        Order order = any(random, Order.values());
        Asked asked = new Asked(
                maybe(random, any(random, Needed.values())),
                any(random, Move.values()),
                random.nextBoolean(),
                maybe(random, "gpr"),
                maybe(random, "a&b=c d/é+%41"),
                maybe(random, "screening"),
                maybe(random, "sana"),
                any(random, "", "Indus & “Waters” 100% +1 #x {q}", "ہے"),
                order,
                random.nextBoolean()
                        ? null
                        : new After(
                                random.nextInt(2),
                                order == Order.NUMBER
                                        ? "GPR-2024,017"
                                        : any(
                                                random,
                                                Asked.NEVER,
                                                Instant.ofEpochSecond(random.nextInt(), 123_456_000)
                                                        .toString()),
                                "some-id"));
        assertThat(Asking.again(Asking.query(asked))).as("seed " + seed).isEqualTo(asked);
    }

    @SafeVarargs
    private static <T> T any(Random random, T... all) {
        return all[random.nextInt(all.length)];
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "sort,nonsense",
        "queue,nowhere",
        "move,yours",
        "after,x",
        "after,'1,2024-13-01T00:00:00Z,id'",
        "after,'x,infinity,id'"
    })
    void what_there_isnt_is_a_bad_request(String name, String value) {
        assertThatThrownBy(() -> Asking.of(Map.of(name, value))).isInstanceOf(ResponseStatusException.class);
    }

    @Test
    void what_was_saved_by_somebody_else_than_us_is_the_usual_list() {
        for (String query : List.of("sort=nonsense", "//evil.example/", "q=%zz")) {
            assertThat(Asking.address(Asking.again(query))).as(query).startsWith("/editor");
        }
    }
}
