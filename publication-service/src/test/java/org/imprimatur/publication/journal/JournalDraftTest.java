package org.imprimatur.publication.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.imprimatur.publication.bibliographic.Doi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalDraftTest {

    @Test
    void a_good_draft_gives_a_journal() {
        Journal journal = Drafts.of("qip").journal(1);
        assertThat(journal.identity().doi()).isEqualTo(Doi.of("10.5555/qip"));
        assertThat(journal.sections())
                .containsExactly(
                        new JournalSection("articles", "Articles"), new JournalSection("notes", "Research notes"));
        assertThat(journal.volumeStyle().label(9)).isEqualTo("IX");
    }

    @ParameterizedTest
    @CsvSource({
        "key, Q",
        "key, production",
        "key, ../etc",
        "title, ''",
        "issnPrint, 2521-2983",
        "issnOnline, 2521-2982",
        "publisher, ' '",
        "homepage, javascript:alert(1)",
        "homepage, qip.example.org",
        "language, '!'",
        "sections, ''",
        "sections, '| nothing'",
        "volumeStyle, GREEK",
        "issueStyle, ''",
        "doiPrefix, 11.5555",
        "articlePattern, {prefix}/{abbr}",
        "pageStart, SOMEWHERE",
        "licenceUri, nowhere",
        "licenceName, ''"
    })
    void what_is_wrong_is_said_at_its_field(String field, String value) {
        JournalDraft.Result result = Drafts.of("qip").with(field, value).draft().check(1);
        assertThat(result).isInstanceOf(JournalDraft.Wrong.class);
        assertThat(((JournalDraft.Wrong) result).errors()).containsOnlyKeys(field);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        JournalDraft.Result result = Drafts.of("qip")
                .with("title", "")
                .with("doiPrefix", "x")
                .draft()
                .check(1);
        assertThat(((JournalDraft.Wrong) result).errors()).containsOnlyKeys("title", "doiPrefix");
    }

    @Test
    void the_patterns_are_shown_as_the_dois_they_make() {
        assertThat(Drafts.of("qip").draft().previews(2024))
                .containsEntry("articlePattern", Doi.of("10.5555/qip.2024(IX-II).03"))
                .containsEntry("volumePattern", Doi.of("10.5555/qip.2024(IX)"));
        assertThat(Drafts.of("qip").with("articlePattern", "{prefix}").draft().previews(2024))
                .doesNotContainKey("articlePattern");
    }
}
