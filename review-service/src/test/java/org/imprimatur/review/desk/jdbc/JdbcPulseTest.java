package org.imprimatur.review.desk.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.review.desk.Pulse;
import org.imprimatur.review.desk.Pulse.Answers;
import org.imprimatur.review.desk.Pulse.Figures;
import org.imprimatur.review.desk.Pulse.Late;
import org.imprimatur.review.desk.Pulse.Month;
import org.imprimatur.review.desk.Pulse.Span;
import org.imprimatur.review.testing.DeskRow;
import org.imprimatur.review.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal's figures from a real PostgreSQL; each test has a journal of its own. */
class JdbcPulseTest {

    private static final Instant NOW = Instant.parse("2024-03-05T09:58:00Z");
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    private final JdbcClient jdbc = TestDatabase.jdbc();
    private final JdbcPulse pulse = new JdbcPulse(jdbc);
    private final String journal = "p" + UUID.randomUUID().toString().substring(0, 8);
    private int numbers;

    private Figures figures(String account) {
        return pulse.figures(new Pulse.Asked(journal, Optional.empty(), FROM, LocalDate.of(2024, 3, 6), account), NOW);
    }

    private DeskRow submitted(int daysAgo) {
        return DeskRow.screening(journal, ++numbers, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private void decided(DeskRow row, int daysLater) {
        jdbc.sql("""
            insert into decision (id, manuscript, round, version, kind, letter, quoted, decided_by, decided_at,
                held_until, state) values (?, ?, 1, 1, 'accept', '', '{}', 'sana', ?, now(), 'in-effect')\
            """)
                .params(
                        UUID.randomUUID().toString(),
                        row.id(),
                        row.since().plus(Duration.ofDays(daysLater)).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void a_journal_of_which_nothing_is_known_has_months_without_manuscripts_and_no_times() {
        Figures figures = figures("farah");
        assertThat(figures.submissions())
                .containsExactly(
                        new Month(FROM, 0), new Month(FROM.plusMonths(1), 0), new Month(FROM.plusMonths(2), 0));
        assertThat(figures.acceptance()).isEmpty();
        assertThat(figures.answers().willing()).isEmpty();
        assertThat(figures.firstDecision()).isEqualTo(new Span(0, Optional.empty(), Optional.empty()));
        assertThat(figures.late()).isEmpty();
    }

    @Test
    void submissions_count_in_the_month_in_which_they_came_and_none_before_the_period() {
        submitted(1).put(jdbc);
        submitted(30).put(jdbc);
        submitted(31).put(jdbc);
        submitted(400).put(jdbc);
        assertThat(figures("farah").submissions())
                .extracting(Month::manuscripts)
                .containsExactly(0, 2, 1);
        assertThat(figures("farah").submitted()).isEqualTo(3);
    }

    @Test
    void median_and_ninetieth_are_of_the_first_decisions_in_the_period() {
        for (int days = 1; days <= 11; days++) {
            DeskRow row = submitted(40).put(jdbc);
            decided(row, days);
            decided(row, 35);
        }
        decided(submitted(400).put(jdbc), 1);
        assertThat(figures("farah").firstDecision()).isEqualTo(new Span(11, Optional.of(6), Optional.of(10)));
    }

    @Test
    void acceptance_is_of_what_was_decided_either_way() {
        for (int n = 0; n < 3; n++) {
            submitted(20).at("rejected", "nobody", null, null).put(jdbc);
        }
        DeskRow accepted =
                submitted(20).at("production", "production-editor", null, null).put(jdbc);
        jdbc.sql("update manuscript set accepted_at = ? where id = ?")
                .params(NOW.minusSeconds(99).atOffset(ZoneOffset.UTC), accepted.id())
                .update();
        submitted(20).put(jdbc);
        assertThat(figures("farah").acceptance()).contains(25);
        assertThat(figures("farah").rejected()).isEqualTo(3);
    }

    @Test
    void what_is_late_is_late_now_by_stage() {
        submitted(20).put(jdbc);
        submitted(1).put(jdbc);
        submitted(9).at("published", "nobody", null, NOW.minusSeconds(1)).put(jdbc);
        assertThat(figures("farah").late()).containsExactly(new Late("screening", 2, 1));
    }

    @Test
    void reviewers_answers_are_of_those_whom_the_period_asked() {
        DeskRow row = submitted(20).put(jdbc);
        String reviewer = UUID.randomUUID().toString();
        jdbc.sql("insert into reviewer (id, name, address, affiliation, expertise, added_at)"
                        + " values (?, 'Anna Berg', ?, '', '', now())")
                .params(reviewer, reviewer + "@example.org")
                .update();
        jdbc.sql("insert into review_round (manuscript, round, seats, version, opened_at) values (?, 1, 9, 1, now())")
                .param(row.id())
                .update();
        String[] states = {"reviewed", "accepted", "declined", "expired", "invited", "revoked"};
        for (int seat = 0; seat < states.length; seat++) {
            jdbc.sql("""
                insert into invitation (id, manuscript, round, seat, reviewer, state, invited_at, answer_by,
                    answered_at, ended_at) values (?, ?, 1, ?, ?, ?, ?, now(), ?, ?)\
                """)
                    .params(
                            UUID.randomUUID().toString(),
                            row.id(),
                            seat,
                            reviewer,
                            states[seat],
                            NOW.minus(Duration.ofDays(15)).atOffset(ZoneOffset.UTC),
                            NOW.minus(Duration.ofDays(12)).atOffset(ZoneOffset.UTC),
                            NOW.minus(Duration.ofDays(3)).atOffset(ZoneOffset.UTC))
                    .update();
        }
        assertThat(figures("farah").answers()).isEqualTo(new Answers(2, 1, 1, 1));
        assertThat(figures("farah").answers().willing()).contains(50);
        assertThat(figures("farah").review()).isEqualTo(new Span(1, Optional.of(9), Optional.of(9)));
    }

    @Test
    void ones_own_manuscripts_are_in_none_of_ones_figures() {
        decided(submitted(20).by("farah").put(jdbc), 3);
        Figures figures = figures("farah");
        assertThat(figures.submitted()).isZero();
        assertThat(figures.firstDecision().of()).isZero();
        assertThat(figures.late()).isEmpty();
        assertThat(figures("nadia").submitted()).isEqualTo(1);
    }
}
