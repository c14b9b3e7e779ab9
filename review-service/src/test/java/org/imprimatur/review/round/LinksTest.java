package org.imprimatur.review.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinksTest {

    private final Links links = new Links(new byte[32]);

    @Test
    void a_token_fits_into_an_address_and_is_made_the_same_again() {
        assertThat(links.token("i", 1)).matches("[A-Za-z0-9_-]{43}").isEqualTo(links.token("i", 1));
    }

    @Test
    void each_mail_has_a_token_of_its_own() {
        assertThat(IntStream.range(0, 500).mapToObj(n -> links.token("i" + n / 10, n % 10)))
                .doesNotHaveDuplicates();
    }

    @Test
    void another_key_makes_other_tokens() {
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(new Links(other).token("i", 1)).isNotEqualTo(links.token("i", 1));
    }

    @Test
    void the_hash_is_that_of_sha_256() {
        assertThat(Links.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_short_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Links(new byte[31]));
    }
}
