package org.imprimatur.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.imprimatur.review.desk.Difference.Fate;
import org.imprimatur.review.desk.Difference.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_stays_with_what_went_is_the_text_before_and_with_what_came_the_text_after(long seed) {
        Random random = new Random(seed);
        String before = text(random);
        String after = text(random);
        List<Piece> pieces = Difference.between(before, after);
        assertThat(without(pieces, Fate.CAME)).isEqualTo(before);
        assertThat(without(pieces, Fate.WENT)).isEqualTo(after);
        for (int n = 1; n < pieces.size(); n++) {
            assertThat(pieces.get(n).fate()).isNotEqualTo(pieces.get(n - 1).fate());
        }
    }

    @Test
    void one_word_that_changed_is_one_word_that_differs() {
        assertThat(Difference.between("Gas and old diplomacy", "Gas and new diplomacy"))
                .containsExactly(
                        new Piece(Fate.STAYS, "Gas and"),
                        new Piece(Fate.WENT, " old"),
                        new Piece(Fate.CAME, " new"),
                        new Piece(Fate.STAYS, " diplomacy"));
    }

    @Test
    void a_text_beyond_all_measure_is_replaced_as_a_whole() {
        String book = "word ".repeat(3_001);
        assertThat(Difference.between(book, "word")).extracting(Piece::fate).containsExactly(Fate.WENT, Fate.CAME);
    }

    private static String text(Random random) {
        String[] words = {"gas", " ", "\n", "diplomacy", "und", "گیس", "  two", "a"};
        return random.ints(random.nextInt(40), 0, words.length)
                .mapToObj(n -> words[n])
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private static String without(List<Piece> pieces, Fate fate) {
        return pieces.stream()
                .filter(piece -> piece.fate() != fate)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
