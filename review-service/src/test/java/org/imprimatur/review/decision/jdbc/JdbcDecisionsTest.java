package org.imprimatur.review.decision.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.imprimatur.review.decision.Decisions;
import org.imprimatur.review.decision.DecisionsContract;
import org.imprimatur.review.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class JdbcDecisionsTest extends DecisionsContract {

    @Override
    protected Decisions decisions() {
        return new JdbcDecisions(TestDatabase.jdbc());
    }

    @Override
    protected void given(String manuscriptId) {
        TestDatabase.jdbc().sql("""
                insert into manuscript (id, number, journal, article_type, title, abstract, keywords, language, version,
                    policy_version, submitted_at)
                values (?, ?, 'sam', 'research-article', 'Gas', 'About gas', '{gas}', 'en', 1, 0, now())""").params(manuscriptId, "N-" + manuscriptId).update();
    }

    @Test
    void a_manuscript_never_has_two_held_decisions_whatever_runs_at_once() {
        decisions().add(decision("d"));
        assertThatThrownBy(() -> decisions().add(decision("e"))).isInstanceOf(DuplicateKeyException.class);
    }
}
