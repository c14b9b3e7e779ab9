package org.imprimatur.gateway.orcid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrcidIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"0000-0002-1825-0097", "0000-0099-1000-001X", "0000-0001-5109-3700"})
    void an_id_has_a_check_digit_that_fits(String id) {
        assertThat(new OrcidId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000-0002-1825-0098", "0000000218250097", "https://orcid.org/0000-0002-1825-0097"})
    void anything_else_is_none(String id) {
        assertThat(OrcidId.isOne(id)).isFalse();
        assertThatThrownBy(() -> new OrcidId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_digit_typed_wrong_is_always_noticed() {
        var random = new Random(20240205);
        String right = "0000-0002-1825-0097";
        for (int times = 0; times < 500; times++) {
            int at = random.nextInt(right.length() - 1);
            char digit = (char) ('0' + random.nextInt(10));
            if (right.charAt(at) != '-' && right.charAt(at) != digit) {
                String wrong = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(OrcidId.isOne(wrong)).as(wrong).isFalse();
            }
        }
    }
}
