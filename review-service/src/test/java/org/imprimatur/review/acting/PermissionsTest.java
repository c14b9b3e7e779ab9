package org.imprimatur.review.acting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.AUTHOR;
import static org.imprimatur.review.testing.Samples.HANDLING_EDITOR;
import static org.imprimatur.review.testing.Samples.JOURNAL;
import static org.imprimatur.review.testing.Samples.MANAGING_EDITOR;
import static org.imprimatur.review.testing.Samples.PRODUCTION_EDITOR;
import static org.imprimatur.review.testing.Samples.person;

import java.util.Optional;
import java.util.Set;
import org.imprimatur.review.acting.Permissions.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionsTest {

    private static final Matter THEIRS = new Matter(JOURNAL, Optional.of("sana"), Set.of(AUTHOR));
    private static final Matter ANOTHERS = new Matter(JOURNAL, Optional.of("bilquis"), Set.of(AUTHOR));
    private static final Matter NEW = new Matter(JOURNAL, Optional.empty(), Set.of(AUTHOR));

    private final Permissions permissions = new Permissions();

    @Test
    void a_handling_editor_sees_and_decides_their_own_manuscripts_only() {
        assertThat(permissions.may(HANDLING_EDITOR, Act.DECIDE, THEIRS)).isTrue();
        assertThat(permissions.may(HANDLING_EDITOR, Act.SEE, ANOTHERS)).isFalse();
        assertThat(permissions.may(HANDLING_EDITOR, Act.DECIDE, ANOTHERS)).isFalse();
        assertThat(permissions.may(HANDLING_EDITOR, Act.SEE, NEW)).isFalse();
    }

    @Test
    void only_a_managing_editor_screens() {
        assertThat(permissions.may(MANAGING_EDITOR, Act.SCREEN, NEW)).isTrue();
        assertThat(permissions.may(HANDLING_EDITOR, Act.SCREEN, THEIRS)).isFalse();
        assertThat(permissions.may(PRODUCTION_EDITOR, Act.SCREEN, NEW)).isFalse();
    }

    @Test
    void a_production_editor_sees_no_reviews() {
        assertThat(permissions.may(PRODUCTION_EDITOR, Act.PRODUCE, THEIRS)).isTrue();
        assertThat(permissions.may(PRODUCTION_EDITOR, Act.SEE_REVIEWS, THEIRS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void an_editor_who_is_an_author_may_do_nothing_with_their_manuscript(Act act) {
        Actor.Person author = person(AUTHOR, Role.values());
        assertThat(permissions.may(author, act, THEIRS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void a_role_at_one_journal_is_none_at_another(Act act) {
        assertThat(permissions.may(MANAGING_EDITOR, act, new Matter("other", Optional.empty(), Set.of())))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void a_reviewer_has_no_right_of_an_editor(Act act) {
        assertThat(permissions.may(new Actor.Reviewer("i"), act, THEIRS)).isFalse();
    }
}
