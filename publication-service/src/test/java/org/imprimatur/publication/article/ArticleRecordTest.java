package org.imprimatur.publication.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.bibliographic.Contributor;
import org.junit.jupiter.api.Test;

class ArticleRecordTest {

    @Test
    void a_complete_article_is_built() {
        assertThat(from("A title", List.of(Articles.contributor("Ada", "Paper", true)), Articles.text()))
                .isInstanceOf(Completion.Complete.class);
    }

    @Test
    void an_article_without_title_contributors_and_text_says_all_three_at_once() {
        var completion = from(" ", List.of(), new StructuredText(FrontMatter.NONE, List.of(), List.of()));
        assertThat(((Completion.Incomplete<ArticleUnderProduction>) completion).missing())
                .extracting(Missing::field)
                .containsExactly("title", "contributors", "text");
    }

    @Test
    void exactly_one_contributor_is_corresponding() {
        Contributor first = Articles.contributor("Ada", "Paper", true);
        assertThat(from("A title", List.of(first, first), Articles.text())).isInstanceOf(Completion.Incomplete.class);
        Contributor none = Articles.contributor("Ada", "Paper", false);
        assertThat(from("A title", List.of(none), Articles.text())).isInstanceOf(Completion.Incomplete.class);
    }

    @Test
    void a_title_that_no_xml_can_hold_is_refused() {
        assertThat(from("A\u0000title", List.of(Articles.contributor("Ada", "Paper", true)), Articles.text()))
                .isInstanceOf(Completion.Incomplete.class);
    }

    @Test
    void an_article_without_a_place_says_what_to_do_for_each_part() {
        var completion = Place.from(
                Optional.of(Articles.ISSUE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(((Completion.Incomplete<Place>) completion).missing())
                .hasSize(7)
                .allSatisfy(missing -> assertThat(missing.remedy()).endsWith("."));
    }

    @Test
    void an_article_is_not_accepted_before_it_is_received() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new History(LocalDate.of(2024, 2, 5), Optional.empty(), LocalDate.of(2024, 2, 4)));
    }

    @Test
    void a_record_says_of_its_article_and_place_what_they_say() {
        ArticleRecord record = Articles.record("m1");
        assertThat(record.title()).isEqualTo(record.article().title());
        assertThat(record.corresponding().name().family()).isEqualTo("Inkwell");
        assertThat(record.journalDoi()).isEqualTo(Articles.JOURNAL.doi());
        assertThat(record.pages().count()).isEqualTo(10);
    }

    private static Completion<ArticleUnderProduction> from(
            String title, List<Contributor> contributors, StructuredText text) {
        return ArticleUnderProduction.from(
                "m1",
                "QIP-2024-0001",
                Articles.JOURNAL,
                title,
                "An abstract.",
                List.of("one"),
                Locale.ENGLISH,
                contributors,
                "Articles",
                "research-article",
                Articles.HISTORY,
                "10.5555/qip.2024(IX-II).00",
                Optional.empty(),
                Optional.empty(),
                text);
    }
}
