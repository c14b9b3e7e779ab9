package org.imprimatur.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeededTest {

    @Test
    void a_review_is_late_or_under_way_and_a_decision_is_due_either_way() {
        assertThat(Needed.of("peer-review", true)).isEqualTo(Needed.LATE_REVIEWS);
        assertThat(Needed.of("peer-review", false)).isEqualTo(Needed.REVIEWS);
        assertThat(Needed.of("revision", true)).isEqualTo(Needed.LATE_REVISION);
        assertThat(Needed.of("decision", true)).isEqualTo(Needed.of("decision", false));
    }

    @ParameterizedTest
    @EnumSource(Needed.class)
    void every_queue_is_found_by_its_name(Needed needed) {
        assertThat(Needed.of(needed.key())).contains(needed);
    }

    @Test
    void whoever_is_at_a_step_that_nobody_knows_is_in_no_queue() {
        assertThatThrownBy(() -> Needed.of("nowhere", false)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Needed.of("nonsense")).isEmpty();
    }
}
