package org.imprimatur.review.policy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.NOW;

import java.util.UUID;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.policy.Policies.Versioned;
import org.imprimatur.review.policy.Policy;
import org.imprimatur.review.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class JdbcPoliciesTest {

    private final Policies policies = new JdbcPolicies(TestDatabase.jdbc(), TestDatabase.JSON);
    private final String journal = UUID.randomUUID().toString();

    @Test
    void a_journal_that_said_nothing_has_the_usual_policy() {
        assertThat(policies.current(journal)).isEqualTo(new Versioned(0, Policy.DEFAULT));
    }

    @Test
    void a_version_is_added_once_and_read_back_whole() {
        Versioned first = new Versioned(1, Policy.DEFAULT);
        assertThat(policies.add(journal, first, "farah", NOW)).isTrue();
        assertThat(policies.add(journal, first, "sana", NOW)).isFalse();
        assertThat(policies.current(journal)).isEqualTo(first);
        assertThat(policies.version(journal, 1)).isEqualTo(first);
    }
}
