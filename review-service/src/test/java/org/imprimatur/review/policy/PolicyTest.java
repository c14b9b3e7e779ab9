package org.imprimatur.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.HANDLING_EDITOR;
import static org.imprimatur.review.testing.Samples.JOURNAL;
import static org.imprimatur.review.testing.Samples.MANAGING_EDITOR;
import static org.imprimatur.review.testing.Samples.NOBODY;
import static org.imprimatur.review.testing.Samples.NOW;
import static org.imprimatur.review.testing.Samples.kindOf;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.testing.InMemory.MemoryPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private final Policies policies = new MemoryPolicies();
    private final ChangingPolicy changing = new ChangingPolicy(policies, new Permissions());

    private static Map<String, String> typed(String name, String value) {
        Map<String, String> typed = Policy.DEFAULT.settings().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
        typed.put(name, value);
        return typed;
    }

    @Test
    void a_policy_read_back_from_its_own_settings_is_the_same() {
        assertThat(Policy.read(typed("reviewsNeeded", "2"))).isEqualTo(new Policy.Good(Policy.DEFAULT));
    }

    @Test
    void spans_are_counted_in_days_of_24_hours() {
        Policy policy = ((Policy.Good) Policy.read(typed("answerWithin", "P2W"))).policy();
        assertThat(policy.span(Policy.Span.ANSWER_WITHIN)).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void a_letter_need_not_be_held() {
        assertThat(Policy.read(typed("letterHeldFor", "PT0S"))).isInstanceOf(Policy.Good.class);
    }

    @ParameterizedTest
    @CsvSource({
        "reviewsNeeded,0",
        "reviewsNeeded,two",
        "reviewsNeeded,-1",
        "reviewsNeeded,21",
        "invitedSideBySide,''",
        "answerWithin,14",
        "answerWithin,P0D",
        "answerWithin,-P1D",
        "answerWithin,P9999Y",
        "answerReminderAfter,P14D",
        "reviewReminderAfter,P29D",
        "minorRevisionCheck,nobody",
        "decideWithin,tomorrow"
    })
    void a_policy_out_of_its_limits_is_not_built(String name, String value) {
        assertThat(Policy.read(typed(name, value)))
                .isInstanceOfSatisfying(
                        Policy.Bad.class, bad -> assertThat(bad.errors()).containsKey(name));
    }

    @Test
    void a_change_is_a_new_version_and_the_old_one_stays() {
        assertThat(changing.change(MANAGING_EDITOR, JOURNAL, 0, typed("reviewsNeeded", "3"), NOW))
                .isEqualTo(Outcome.done());
        assertThat(policies.current(JOURNAL).version()).isEqualTo(1);
        assertThat(policies.current(JOURNAL).policy().count(Policy.Count.REVIEWS_NEEDED))
                .isEqualTo(3);
        assertThat(policies.version(JOURNAL, 0).policy()).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void the_same_settings_again_make_no_version() {
        assertThat(changing.change(MANAGING_EDITOR, JOURNAL, 0, typed("reviewsNeeded", "2"), NOW))
                .isEqualTo(Outcome.done());
        assertThat(policies.current(JOURNAL).version()).isZero();
    }

    @Test
    void of_two_who_change_it_at_once_the_second_is_told() {
        changing.change(MANAGING_EDITOR, JOURNAL, 0, typed("reviewsNeeded", "3"), NOW);
        assertThat(kindOf(changing.change(MANAGING_EDITOR, JOURNAL, 0, typed("reviewsNeeded", "4"), NOW)))
                .isEqualTo(Outcome.Kind.CONFLICT);
    }

    @Test
    void only_those_in_charge_change_it() {
        assertThat(kindOf(changing.change(HANDLING_EDITOR, JOURNAL, 0, typed("reviewsNeeded", "3"), NOW)))
                .isEqualTo(Outcome.Kind.FORBIDDEN);
        assertThat(kindOf(changing.change(NOBODY, JOURNAL, 0, typed("reviewsNeeded", "3"), NOW)))
                .isEqualTo(Outcome.Kind.UNKNOWN);
    }
}
