package org.imprimatur.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolesTest {
    private static final Grant HOUSE = new Grant(Grant.HOUSE, Role.ADMINISTRATOR);

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_administrators_look_after_accounts(Role role) {
        var actor = new Actor.Person("a", Set.of(new Grant("gpr", role)));
        assertThat(actor.seesAccounts()).isEqualTo(role == Role.ADMINISTRATOR);
        assertThat(actor.administers("gpr")).isEqualTo(role == Role.ADMINISTRATOR);
        assertThat(actor.administers("other")).isFalse();
        assertThat(actor.administers(Grant.HOUSE)).isFalse();
    }

    @Test
    void the_houses_administrator_administers_every_journal() {
        var actor = new Actor.Person("a", Set.of(HOUSE));
        assertThat(actor.administers("gpr")).isTrue();
        assertThat(actor.administers(Grant.HOUSE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void nobody_edits_all_journals_at_once(Role role) {
        assertThatThrownBy(() -> new Grant(Grant.HOUSE, role)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_is_found_by_its_word(Role role) {
        assertThat(Role.of(role.word())).contains(role);
        assertThat(Role.of(role.name())).isEmpty();
    }
}
