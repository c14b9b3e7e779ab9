package org.imprimatur.publication.bibliographic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoiPatternTest {
    private static final IssueDesignation IX_II =
            new IssueDesignation(9, "IX", 2, "II", Optional.of(Season.SPRING), Optional.of(Month.JUNE), 2024);

    @ParameterizedTest
    @CsvSource({
        "JOURNAL, {prefix}/{abbr}, 10.31703/gpr",
        "VOLUME, {prefix}/{abbr}.{year}({volume}), 10.31703/gpr.2024(IX)",
        "ISSUE, {prefix}/{abbr}.{year}({volume}.{issue}), 10.31703/gpr.2024(IX.II)",
        "ARTICLE, {prefix}/{abbr}.{year}({volume}-{issue}).{number}, 10.31703/gpr.2024(IX-II).03"
    })
    void a_pattern_makes_the_dois_of_its_level(DoiLevel level, String pattern, String doi) {
        assertThat(made(level, pattern, "m3")).isEqualTo(Doi.of(doi));
    }

    @ParameterizedTest
    @CsvSource({
        "VOLUME, {prefix}/{abbr}, volumes",
        "ISSUE, {prefix}/{abbr}.{year}, issues",
        "ARTICLE, {prefix}/{abbr}.{year}.{issue}, articles",
        "ARTICLE, {prefix}/{abbr}.{issue}.{number}, volumes",
        "JOURNAL, {prefix}/{abbr}.{issue}, {issue}",
        "ARTICLE, {prefix}/{pages}.{year}.{issue}.{number}, {pages}",
        "JOURNAL, {abbr}, 10.",
        "JOURNAL, '', 10."
    })
    void a_pattern_that_would_make_one_doi_for_two_things_or_none_at_all_is_refused(
            DoiLevel level, String pattern, String because) {
        assertThat(DoiPattern.parse(level, pattern).problem())
                .hasValueSatisfying(reason -> assertThat(reason).contains(because));
    }

    @Test
    void an_opaque_suffix_differs_from_thing_to_thing_and_has_a_check_digit() {
        Set<Doi> dois = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Doi doi = made(DoiLevel.ARTICLE, "{prefix}/{opaque}", "m" + i);
            dois.add(doi);
            // the same scheme as a ROR identifier's, whose reader was written apart
            assertThat(Ror.parse("0" + doi.suffix()).problem()).isEmpty();
        }
        assertThat(dois).hasSize(1000);
        assertThat(made(DoiLevel.ARTICLE, "{prefix}/{opaque}", "m1"))
                .isEqualTo(made(DoiLevel.ARTICLE, "{prefix}/{opaque}", "m1"));
    }

    private static Doi made(DoiLevel level, String pattern, String seed) {
        return DoiPattern.parse(level, pattern)
                .orThrow()
                .doi("10.31703", "GPR", Optional.of(IX_II), Optional.of(new ArticleNumber(3)), seed)
                .orThrow();
    }
}
