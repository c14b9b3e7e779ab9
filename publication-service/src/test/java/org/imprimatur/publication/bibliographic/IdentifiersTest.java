package org.imprimatur.publication.bibliographic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.imprimatur.publication.Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.31703/gpr",
                "10.31703/gpr.2024(IX)",
                "10.31703/gpr.2024(IX-II).03",
                "10.1002/(SICI)1097-4636(199823)43:4<451::AID-JBM12>3.0.CO;2-T",
                "10.1000.10/123/456",
                "10.5555/ärzte;2"
            })
    void every_legal_doi_is_taken_as_it_is_spelt(String doi) {
        assertThat(Doi.parse(doi)).isEqualTo(Checked.valid(new Doi(doi)));
        assertThat(new Doi(doi)).hasToString(doi);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gpr.2024",
                "10.31703",
                "10.31703/",
                "11.31703/gpr",
                "10.abc/x",
                "10.31703/a\u0000b",
                "10.31703/a\nb",
                "https://doi.org/10.5555/%zz"
            })
    void what_is_no_doi_is_refused_with_a_reason(String typed) {
        assertThat(Doi.parse(typed).problem()).isPresent();
    }

    @Test
    void a_missing_doi_is_refused_like_an_empty_one() {
        assertThat(Doi.parse(null).problem()).isPresent();
    }

    @Test
    void spellings_that_differ_in_ascii_case_are_one_doi() {
        assertThat(Doi.of("10.5555/ABC")).isEqualTo(Doi.of("10.5555/abc")).hasSameHashCodeAs(Doi.of("10.5555/abc"));
        assertThat(Doi.of("10.5555/Ä")).isNotEqualTo(Doi.of("10.5555/ä"));
    }

    @Test
    void parentheses_stand_in_a_link_as_they_are() {
        assertThat(Doi.of("10.31703/gpr.2024(IX-II).03").link())
                .hasToString("https://doi.org/10.31703/gpr.2024(IX-II).03");
    }

    @Test
    void what_a_browser_would_misread_is_encoded_in_a_link() {
        assertThat(Doi.of("10.5555/a%b\"c#d e?f<g>").link())
                .hasToString("https://doi.org/10.5555/a%25b%22c%23d%20e%3Ff%3Cg%3E");
        assertThat(Doi.of("10.5555/a/./b").link()).hasToString("https://doi.org/10.5555/a/.%2Fb");
        assertThat(Doi.of("10.5555/a/../b").link()).hasToString("https://doi.org/10.5555/a/..%2Fb");
    }

    @Test
    void the_link_of_any_doi_leads_back_to_it() {
        String characters = "aZ09-._;()/:<>%\"#? {}^[]`|\\+&=ä漢";
        Generator.aThousand(random -> {
                    StringBuilder suffix = new StringBuilder("x");
                    for (int i = random.nextInt(20); i > 0; i--) {
                        suffix.append(characters.charAt(random.nextInt(characters.length())));
                    }
                    return Doi.of("10.5555/" + suffix + "x");
                })
                .forEach(doi -> {
                    assertThat(Doi.parse(doi.link().toString())).isEqualTo(Checked.valid(doi));
                    assertThat(URLDecoder.decode(
                                    doi.link().getRawPath().substring(1).replace("+", "%2B"), StandardCharsets.UTF_8))
                            .isEqualTo(doi.value());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2521-2982, 2521-2982",
        "27074587, 2707-4587",
        "0317-8471, 0317-8471",
        "2434-561x, 2434-561X",
    })
    void an_issn_with_a_right_check_digit_is_taken(String typed, String issn) {
        assertThat(Issn.parse(typed)).isEqualTo(Checked.valid(new Issn(issn)));
    }

    @Test
    void changing_any_one_digit_of_an_issn_is_noticed() {
        Generator.aThousand(random -> {
                    StringBuilder digits = new StringBuilder("2521-298");
                    int place = random.nextInt(8);
                    if (digits.charAt(place) != '-') {
                        digits.setCharAt(
                                place, (char) ('0' + (digits.charAt(place) - '0' + 1 + random.nextInt(9)) % 10));
                    } else {
                        digits.setCharAt(7, '9');
                    }
                    return digits + "2";
                })
                .forEach(wrong -> assertThat(Issn.parse(wrong).found()).isEmpty());
    }

    @Test
    void a_wrong_issn_says_what_the_digit_should_be() {
        assertThat(Issn.parse("2521-2983").problem())
                .hasValueSatisfying(reason -> assertThat(reason).contains("should be 2"));
        assertThatThrownBy(() -> Issn.of("2521-2983")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-0002-1825-0097",
                "https://orcid.org/0000-0001-5109-3700",
                "000000021694233X",
                "0000-0002-1694-233x"
            })
    void an_orcid_with_a_right_check_digit_is_taken(String typed) {
        Orcid orcid = Orcid.parse(typed).orThrow();
        assertThat(orcid.link().toString()).startsWith("https://orcid.org/0000-000");
        assertThat(typed.toUpperCase(Locale.ROOT).replace("-", ""))
                .endsWith(orcid.value().replace("-", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000-0002-1825-0098", "0000-0002-1825", "0000-0002-1825-00977"})
    void a_wrong_orcid_is_refused(String typed) {
        assertThat(Orcid.parse(typed).problem()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03yrm5c26",
                "https://ror.org/052gg0110",
                "013meh722",
                "03vek6s52",
                "042nb2s44",
                "ror.org/00f54p054"
            })
    void a_ror_with_right_check_digits_is_taken(String typed) {
        assertThat(typed).endsWith(Ror.parse(typed).orThrow().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "03yrm5c27", "13yrm5c26", "03yrm5", "03yrmlc26"})
    void a_wrong_ror_is_refused(String typed) {
        assertThat(Ror.parse(typed).problem()).isPresent();
    }
}
