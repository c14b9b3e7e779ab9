package org.imprimatur.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscreetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <farah.siddiqui@example.org>: Recipient address rejected",
                "550 farah.siddiqui@example.org is unknown here",
                "550 5.1.1 farah.siddiqui+review@mail.example.org... User unknown",
                "SMTPAddressFailedException: 550 (farah.siddiqui@example.org)",
                "ERROR: duplicate key Detail: Key (address)=(farah.siddiqui@example.org) already exists.",
                "ERROR: null value in column \"a\"\n  Detail: Failing row contains (1, Farah Siddiqui, null)."
            })
    void neither_an_address_nor_a_row_of_a_table_is_left(String answer) {
        assertThat(Discreet.of(answer)).doesNotContain("@", "farah", "Farah", "example.org");
    }

    @Test
    void the_answers_code_and_words_stay() {
        assertThat(Discreet.of("450 4.7.1 <a@example.org>: greylisted,\r\n try again at 10:05"))
                .isEqualTo("450 4.7.1 <…>: greylisted, try again at 10:05");
    }

    @Test
    void nothing_stays_nothing_and_what_is_long_is_cut() {
        assertThat(Discreet.of(null)).isNull();
        assertThat(Discreet.of(" ")).isNull();
        assertThat(Discreet.of("x".repeat(3000))).hasSizeLessThan(510);
    }
}
