package org.imprimatur.review.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({
        "14 days,P14D,14 days",
        "1 day,P1D,1 day",
        "36 Hours,PT36H,36 hours",
        "48hours,PT48H,2 days",
        "30 minutes,PT30M,30 minutes",
        "90 minutes,PT90M,90 minutes",
        "0 minutes,PT0M,0 minutes",
        "PT75S,PT75S,PT75S",
        "P14D,P14D,14 days"
    })
    void a_span_is_typed_kept_and_read_again(String typed, String kept, String read) {
        assertThat(Spans.kept(typed)).isEqualTo(kept);
        assertThat(Spans.words(kept)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"soon", "fourteen days", "14", "-3 days", "999999 days", "P2M"})
    void what_is_no_such_span_stays_as_it_is(String typed) {
        assertThat(Spans.kept(typed)).isEqualTo(typed);
        assertThat(Spans.words(typed)).isEqualTo(typed);
    }
}
