package org.imprimatur.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + ID + "-" + SPAN + "-01",
                "00-" + ID + "-" + SPAN + "-00",
                "01-" + ID + "-" + SPAN + "-01",
                "cc-" + ID + "-" + SPAN + "-01-what-a-later-version-adds"
            })
    void a_traceparent_of_this_version_or_a_later_one_is_read(String traceparent) {
        assertThat(Trace.read(traceparent)).contains(new Trace(ID, SPAN));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-" + ID + "-" + SPAN,
                "00-" + ID + "-" + SPAN + "-01-more",
                "00-" + ID + "-" + SPAN + "-01\n",
                "ff-" + ID + "-" + SPAN + "-01",
                "00-0AF7651916CD43DD8448EB211C80319C-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + ID + "-0000000000000000-01",
                "00-<script>alert(1)</script>-" + SPAN + "-01"
            })
    void what_is_not_of_the_form_is_none(String traceparent) {
        assertThat(Trace.read(traceparent)).isEmpty();
    }

    @Test
    void a_step_further_on_is_the_same_trace_with_a_span_of_its_own() {
        Trace begun = Trace.begun();
        Trace next = begun.next();
        assertThat(next.id()).isEqualTo(begun.id());
        assertThat(next.span()).isNotEqualTo(begun.span());
        assertThat(Trace.read(next.traceparent())).contains(next);
        assertThat(Trace.begun().id()).isNotEqualTo(begun.id());
    }

    @Test
    void there_is_none_of_another_form() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Trace("x", SPAN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Trace(ID, "0000000000000000"));
    }
}
