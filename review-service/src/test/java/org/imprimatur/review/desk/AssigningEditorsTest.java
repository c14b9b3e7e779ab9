package org.imprimatur.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.HANDLING_EDITOR;
import static org.imprimatur.review.testing.Samples.JOURNAL;
import static org.imprimatur.review.testing.Samples.MANAGING_EDITOR;
import static org.imprimatur.review.testing.Samples.NOW;
import static org.imprimatur.review.testing.Samples.PRODUCTION_EDITOR;
import static org.imprimatur.review.testing.Samples.kindOf;
import static org.imprimatur.review.testing.Samples.manuscript;
import static org.imprimatur.review.testing.Samples.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Moving;
import org.imprimatur.review.manuscript.Standing;
import org.imprimatur.review.testing.InMemory.MemoryHistory;
import org.imprimatur.review.testing.InMemory.MemoryManuscripts;
import org.imprimatur.review.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssigningEditorsTest {

    private final MemoryManuscripts manuscripts = new MemoryManuscripts();
    private final MemoryHistory history = new MemoryHistory();
    private final List<Standing> said = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private final AssigningEditors assigning = new AssigningEditors(
            manuscripts,
            (journal, role) -> List.of("sana", "bilquis", "imran"),
            new Moving(manuscripts, history, (id, standing) -> said.add(standing)),
            history,
            new Permissions(),
            (id, editor, by) -> given.add(id + " to " + editor + " by " + by.id()));

    @BeforeEach
    void a_manuscript_that_waits_for_its_handling_editors_decision() {
        manuscripts.add(manuscript("1"), Samples.version(1), Samples.byLine());
        manuscripts.change(manuscripts.find("1").orElseThrow().givenTo("sana"));
        stands("decision", "handling-editor", Optional.of("sana"));
    }

    private void stands(String step, String whose, Optional<String> account) {
        manuscripts.stand(
                "1", new Standing(step, whose, account, NOW, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Outcome assign(Actor actor, String editor) {
        return assigning.assign(actor, "SAM-2024-1", editor, NOW);
    }

    @Test
    void what_one_editor_owed_is_owed_by_the_next_from_then_on() {
        assertThat(assign(MANAGING_EDITOR, "bilquis")).isEqualTo(Outcome.done());
        assertThat(manuscripts.find("1").orElseThrow().handlingEditor()).contains("bilquis");
        assertThat(said).extracting(Standing::account).containsExactly(Optional.of("bilquis"));
        assertThat(history.of("1")).extracting(History.Entry::what).containsExactly("editor-assigned");
        assertThat(history.of("1").get(0).words()).containsExactly("account/bilquis");
        assertThat(given).containsExactly("1 to bilquis by farah");
    }

    @Test
    void assigned_twice_it_is_assigned_once() {
        assign(MANAGING_EDITOR, "bilquis");
        assertThat(assign(MANAGING_EDITOR, "bilquis")).isEqualTo(Outcome.done());
        assertThat(history.of("1")).hasSize(1);
        assertThat(said).hasSize(1);
        assertThat(given).hasSize(1);
    }

    @Test
    void an_editor_in_chief_takes_over_without_being_a_handling_editor() {
        Actor.Person chief = person("chief", Role.EDITOR_IN_CHIEF);
        assertThat(assign(chief, "chief")).isEqualTo(Outcome.done());
        assertThat(kindOf(assign(MANAGING_EDITOR, "chief"))).isEqualTo(Outcome.Kind.CONFLICT);
    }

    @Test
    void neither_an_author_nor_somebody_else_can_be_its_editor() {
        assertThat(kindOf(assign(MANAGING_EDITOR, "imran"))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(kindOf(assign(MANAGING_EDITOR, "stranger"))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(kindOf(assign(MANAGING_EDITOR, ""))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(history.of("1")).isEmpty();
    }

    @Test
    void what_has_ended_is_given_to_nobody() {
        stands("published", "nobody", Optional.empty());
        assertThat(kindOf(assign(MANAGING_EDITOR, "bilquis"))).isEqualTo(Outcome.Kind.CONFLICT);
    }

    @Test
    void only_who_gives_manuscripts_to_editors_may_and_others_learn_nothing() {
        assertThat(kindOf(assign(HANDLING_EDITOR, "bilquis"))).isEqualTo(Outcome.Kind.FORBIDDEN);
        assertThat(kindOf(assign(PRODUCTION_EDITOR, "bilquis"))).isEqualTo(Outcome.Kind.FORBIDDEN);
        assertThat(kindOf(assign(person("imran", Role.values()), "bilquis"))).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(kindOf(assign(Samples.NOBODY, "nobody"))).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(kindOf(assigning.assign(MANAGING_EDITOR, "SAM-0", "sana", NOW)))
                .isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(manuscripts.find("1").orElseThrow().handlingEditor()).contains("sana");
    }

    @Test
    void whoever_assigns_nowhere_has_nobody_to_choose_from() {
        assertThat(assigning.candidates(MANAGING_EDITOR)).contains("sana", "bilquis");
        assertThat(assigning.candidates(HANDLING_EDITOR)).isEmpty();
        assertThat(assigning.assigns(HANDLING_EDITOR)).isFalse();
        assertThat(assigning.candidates(JOURNAL)).contains("sana");
    }
}
