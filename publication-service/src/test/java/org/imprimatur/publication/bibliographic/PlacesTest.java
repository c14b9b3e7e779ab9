package org.imprimatur.publication.bibliographic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imprimatur.publication.Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    private static final IssueDesignation IX_II =
            new IssueDesignation(9, "IX", 2, "II", Optional.of(Season.SPRING), Optional.of(Month.JUNE), 2024);

    @Test
    void a_page_range_never_ends_before_it_begins() {
        Generator.aThousand(random -> new int[] {random.nextInt(-5, 500), random.nextInt(-5, 500)})
                .forEach(pages -> {
                    if (pages[0] >= 1 && pages[0] <= pages[1]) {
                        PageRange range = new PageRange(pages[0], pages[1]);
                        assertThat(PageRange.of(range.first(), range.count())).isEqualTo(range);
                    } else {
                        assertThatIllegalArgumentException().isThrownBy(() -> new PageRange(pages[0], pages[1]));
                    }
                });
    }

    @Test
    void thirty_seven_to_thirty_six_does_not_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRange(37, 36));
        assertThatIllegalArgumentException().isThrownBy(() -> PageRange.of(2, Integer.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> PageRange.of(27, 0));
    }

    @Test
    void a_page_range_counts_both_its_ends() {
        assertThat(new PageRange(27, 36).count()).isEqualTo(10);
        assertThat(new PageRange(27, 36)).hasToString("27-36");
        assertThat(new PageRange(27, 36).display()).isEqualTo("27–36");
        assertThat(new PageRange(27, 27)).hasToString("27");
    }

    @Test
    void ranges_overlap_exactly_when_they_share_a_page() {
        Generator.aThousand(random -> new PageRange[] {
                    PageRange.of(1 + random.nextInt(30), 1 + random.nextInt(10)),
                    PageRange.of(1 + random.nextInt(30), 1 + random.nextInt(10))
                })
                .forEach(two -> {
                    boolean shared = IntStream.rangeClosed(two[0].first(), two[0].last())
                            .anyMatch(page -> page >= two[1].first() && page <= two[1].last());
                    assertThat(two[0].overlaps(two[1])).isEqualTo(shared).isEqualTo(two[1].overlaps(two[0]));
                    assertThat(two[0].follows(two[1]) && shared).isFalse();
                });
    }

    @Test
    void an_article_number_is_shown_with_two_digits() {
        assertThat(new ArticleNumber(3)).hasToString("03");
        assertThat(new ArticleNumber(112)).hasToString("112");
        assertThatIllegalArgumentException().isThrownBy(() -> new ArticleNumber(0));
    }

    @Test
    void an_issue_has_one_name_and_one_date() {
        assertThat(IX_II.shortForm()).isEqualTo("IX(II)");
        assertThat(IX_II.display()).isEqualTo("Volume IX, Issue II, Spring (June 2024)");
    }

    @Test
    void an_issue_without_season_or_month_is_dated_by_what_it_has() {
        assertThat(new IssueDesignation(1, "1", 1, "1", Optional.empty(), Optional.of(Month.MAY), 2024).date())
                .isEqualTo("May 2024");
        assertThat(new IssueDesignation(1, "1", 1, "1", Optional.of(Season.WINTER), Optional.empty(), 2024).date())
                .isEqualTo("Winter 2024");
        assertThat(new IssueDesignation(1, "1", 1, "1", Optional.empty(), Optional.empty(), 2024).date())
                .isEqualTo("2024");
    }

    @ParameterizedTest
    @CsvSource({"0,IX,1,I,2024", "1,'',1,I,2024", "1,I,0,I,2024", "1,I,1,' I',2024", "1,I,1,I,24"})
    void an_impossible_issue_can_not_be_built(int volume, String volumeLabel, int issue, String issueLabel, int year) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IssueDesignation(
                        volume, volumeLabel, issue, issueLabel, Optional.empty(), Optional.empty(), year));
    }

    @Test
    void every_roman_numeral_is_read_back() {
        IntStream.rangeClosed(1, 3999)
                .mapToObj(RomanNumeral::new)
                .forEach(numeral ->
                        assertThat(RomanNumeral.parse(numeral.toString())).isEqualTo(Checked.valid(numeral)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IIII", "IX I", "VX", "ix", "MMMM", "9"})
    void an_irregular_roman_numeral_is_refused(String typed) {
        assertThat(RomanNumeral.parse(typed).problem()).isPresent();
    }

    @Test
    void a_person_with_one_name_is_named_by_it() {
        assertThat(new PersonName("", "Sukarno").display()).isEqualTo("Sukarno");
        assertThat(new PersonName("", "Sukarno").inverted()).isEqualTo("Sukarno");
        assertThat(new PersonName("Qamar Zaman", "Khan").inverted()).isEqualTo("Khan, Qamar Zaman");
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("Qamar", " "));
    }

    @Test
    void a_credit_role_is_known_by_its_term_its_key_and_its_address() {
        for (CreditRole role : CreditRole.values()) {
            assertThat(CreditRole.of(role.term())).contains(role);
            assertThat(CreditRole.of(role.key())).contains(role);
            assertThat(CreditRole.of(role.uri().toString())).contains(role);
        }
        assertThat(CreditRole.of("Cooking")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org", "mailto:a@example.org", "/home", "example.org"})
    void a_journals_homepage_is_a_web_address(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> journal(Optional.empty(), URI.create(address)));
    }

    @Test
    void print_and_online_editions_can_not_share_an_issn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal(Optional.of(Issn.of("2707-4587")), URI.create("https://example.org")));
    }

    private static JournalIdentity journal(Optional<Issn> print, URI homepage) {
        return new JournalIdentity(
                "A Review",
                "AR",
                print,
                Optional.of(Issn.of("2707-4587")),
                "A Publisher",
                homepage,
                Doi.of("10.5555/ar"),
                Optional.empty(),
                Locale.ENGLISH);
    }
}
