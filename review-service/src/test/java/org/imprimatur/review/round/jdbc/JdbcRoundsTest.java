package org.imprimatur.review.round.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imprimatur.review.testing.Samples.NOW;

import java.util.List;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.review.round.RoundsContract;
import org.imprimatur.review.round.WhatReviewersSee.Seen;
import org.imprimatur.review.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcRoundsTest extends RoundsContract {

    private final JdbcClient jdbc = TestDatabase.jdbc();

    @Override
    protected Rounds rounds() {
        return new JdbcRounds(jdbc, TestDatabase.JSON);
    }

    @Override
    protected void given(String manuscriptId, List<String> reviewers) {
        jdbc.sql("""
                insert into manuscript (id, number, journal, article_type, title, abstract, keywords, language, version,
                    policy_version, submitted_at)
                values (?, ?, 'sam', 'research-article', 'Gas', 'About gas', '{gas}', 'en', 1, 0, now())""").params(manuscriptId, "N-" + manuscriptId).update();
        jdbc.sql("""
                insert into manuscript_version (manuscript, version, metadata, file, intake_report, intake_errors,
                    intake_warnings, submitted_at)
                values (?, 1, 'metadata', 'file', 'intake', 0, 0, now())""").param(manuscriptId).update();
        jdbc.sql("""
                insert into contributor (manuscript, place, given, family, affiliation, corresponding)
                values (?, 0, 'Ghulam', 'Mustafari', 'Nowhere', true)""").param(manuscriptId).update();
        reviewers.forEach(
                id -> jdbc.sql("""
                insert into reviewer (id, name, address, affiliation, expertise, added_at) values (?, ?, ?, '', '', now())""").params(id, "Dr " + id, id + "@example.org").update());
    }

    private Invitation invitation(String id, String reviewer) {
        return new Invitation(id + manuscript, manuscript, 1, 0, reviewer, NOW, NOW, new Invited());
    }

    @Test
    void one_seat_never_has_two_open_invitations_whatever_runs_at_once() {
        rounds().add(invitation("i", ann));
        assertThatThrownBy(() -> rounds().add(invitation("j", ben))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_token_is_kept_only_as_its_hash() {
        assertThat(jdbc.sql("select column_name from information_schema.columns where table_name = 'invitation_link'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("token_hash", "invitation", "ordinal");
    }

    /** The reviewers' read model works for a database role that can't read who the authors are. */
    @Test
    void what_reviewers_see_needs_no_table_that_names_an_author() {
        rounds().add(invitation("i", ann));
        String role = "reader_" + manuscript.substring(0, 8);
        var session = TestDatabase.session();
        try {
            JdbcClient reader = JdbcClient.create(session);
            reader.sql("create role " + role).update();
            reader.sql(
                            "grant select on manuscript_for_reviewers, invitation, review_round, reviewer, journal, journal_section to "
                                    + role)
                    .update();
            reader.sql("set role " + role).update();
            assertThat(new JdbcWhatReviewersSee(reader).at("i" + manuscript))
                    .map(Seen::title)
                    .contains("Gas");
            for (String table : List.of("contributor", "author", "manuscript", "history")) {
                assertThatThrownBy(() ->
                                reader.sql("select * from " + table).query().listOfRows())
                        .as(table)
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        } finally {
            session.destroy();
        }
    }
}
