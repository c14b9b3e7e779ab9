package org.imprimatur.review.reviewers.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.NOW;

import java.util.List;
import java.util.UUID;
import org.imprimatur.review.reviewers.Reviewer;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.reviewers.Reviewers.After;
import org.imprimatur.review.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class JdbcReviewersTest {

    private final Reviewers reviewers = new JdbcReviewers(TestDatabase.jdbc());
    private final String mark = UUID.randomUUID().toString();

    private Reviewer reviewer(String name) {
        return new Reviewer(
                name + mark, name, name + "@" + mark + ".example", "University of 100% " + mark, "gas_pipes");
    }

    @Test
    void a_reviewer_is_found_by_every_word_and_in_pages() {
        for (String name : List.of("Clara", "Anna", "Berta")) {
            assertThat(reviewers.add(reviewer(name), NOW)).isTrue();
        }
        assertThat(reviewers.search(mark, null, 2))
                .extracting(one -> one.reviewer().name())
                .containsExactly("Anna", "Berta");
        assertThat(reviewers.search(mark, new After("Berta", "Berta" + mark), 2))
                .extracting(one -> one.reviewer().name())
                .containsExactly("Clara");
        assertThat(reviewers.search("BERTA " + mark, null, 9)).hasSize(1);
        assertThat(reviewers.search("nobody " + mark, null, 9)).isEmpty();
    }

    @Test
    void a_word_with_a_pattern_sign_finds_only_that_sign() {
        reviewers.add(reviewer("Dora"), NOW);
        assertThat(reviewers.search("100% " + mark, null, 9)).hasSize(1);
        assertThat(reviewers.search("10%0 " + mark, null, 9)).isEmpty();
        assertThat(reviewers.search("gas_pipes " + mark, null, 9)).hasSize(1);
        assertThat(reviewers.search("gas.pipes " + mark, null, 9)).isEmpty();
    }

    @Test
    void an_address_belongs_to_one_reviewer_whatever_its_capitals() {
        reviewers.add(reviewer("Emma"), NOW);
        Reviewer same = new Reviewer("other" + mark, "Emma B", "EMMA@" + mark + ".example", "", "");
        assertThat(reviewers.add(same, NOW)).isFalse();
    }

    @Test
    void when_somebody_was_asked_is_remembered() {
        reviewers.add(reviewer("Fay"), NOW);
        reviewers.asked("Fay" + mark, NOW);
        assertThat(reviewers.search(mark, null, 1).get(0).lastAsked()).contains(NOW);
    }
}
