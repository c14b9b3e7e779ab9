package org.imprimatur.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void ranks_are_the_nearest_ones_whatever_the_order() {
        long[] descending = LongStream.rangeClosed(1, 200).map(n -> 201 - n).toArray();
        assertThat(Spread.of(descending)).isEqualTo(new Spread(100, 198, 200));
    }

    @Test
    void a_rank_between_two_is_the_higher_one() {
        assertThat(Spread.of(1, 2, 3, 4, 5)).isEqualTo(new Spread(3, 5, 5));
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(2, 4, 4));
    }

    @Test
    void one_time_is_all_of_it() {
        assertThat(Spread.of(7)).isEqualTo(new Spread(7, 7, 7));
    }

    @Test
    void nothing_has_no_spread() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of());
    }
}
