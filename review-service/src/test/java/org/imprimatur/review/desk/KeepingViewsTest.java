package org.imprimatur.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.HANDLING_EDITOR;
import static org.imprimatur.review.testing.Samples.MANAGING_EDITOR;
import static org.imprimatur.review.testing.Samples.NOBODY;
import static org.imprimatur.review.testing.Samples.kindOf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.review.acting.Outcome;
import org.junit.jupiter.api.Test;

class KeepingViewsTest {

    private final Map<String, SavedView> kept = new LinkedHashMap<>();
    private final KeepingViews keeping = new KeepingViews(new SavedViews() {
        @Override
        public List<SavedView> of(String account) {
            return kept.values().stream()
                    .filter(view -> view.account().equals(account))
                    .toList();
        }

        @Override
        public void keep(SavedView view) {
            kept.put(view.id(), view);
        }

        @Override
        public void delete(String account, String id) {
            kept.values()
                    .removeIf(view -> view.id().equals(id) && view.account().equals(account));
        }

        @Override
        public void goOver(String account, String into) {
            throw new AssertionError("whoever keeps a view merges no accounts");
        }

        @Override
        public void forget(String account) {
            throw new AssertionError("whoever keeps a view erases nobody");
        }
    });

    @Test
    void a_name_is_a_views_once_and_saving_under_it_again_changes_what_it_asks_for() {
        keeping.save(MANAGING_EDITOR, " South Asia ", "late=true", "1");
        keeping.save(MANAGING_EDITOR, "South Asia", "q=asia", "2");
        assertThat(keeping.of(MANAGING_EDITOR)).containsExactly(new SavedView("1", "farah", "South Asia", "q=asia"));
    }

    @Test
    void a_view_is_renamed_and_deleted_by_whose_it_is_and_found_by_nobody_else() {
        keeping.save(MANAGING_EDITOR, "a", "late=true", "1");
        keeping.save(MANAGING_EDITOR, "b", "", "2");
        assertThat(kindOf(keeping.rename(HANDLING_EDITOR, "1", "c"))).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(kindOf(keeping.rename(MANAGING_EDITOR, "1", "b"))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(keeping.rename(MANAGING_EDITOR, "1", "c")).isEqualTo(Outcome.done());
        assertThat(keeping.rename(MANAGING_EDITOR, "1", "c")).isEqualTo(Outcome.done());
        keeping.delete(HANDLING_EDITOR, "1");
        assertThat(keeping.of(MANAGING_EDITOR)).extracting(SavedView::name).containsExactly("c", "b");
        keeping.delete(MANAGING_EDITOR, "1");
        assertThat(keeping.delete(MANAGING_EDITOR, "1")).isEqualTo(Outcome.done());
        assertThat(keeping.of(MANAGING_EDITOR)).extracting(SavedView::name).containsExactly("b");
    }

    @Test
    void a_name_has_some_characters_and_not_too_many_and_views_are_not_without_end() {
        assertThat(kindOf(keeping.save(MANAGING_EDITOR, "  ", "", "1"))).isEqualTo(Outcome.Kind.INVALID);
        assertThat(kindOf(keeping.save(MANAGING_EDITOR, "x".repeat(61), "", "1")))
                .isEqualTo(Outcome.Kind.INVALID);
        for (int n = 0; n < KeepingViews.MOST; n++) {
            assertThat(keeping.save(MANAGING_EDITOR, "v" + n, "", "" + n)).isEqualTo(Outcome.done());
        }
        assertThat(kindOf(keeping.save(MANAGING_EDITOR, "one more", "", "x"))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(keeping.save(MANAGING_EDITOR, "v3", "late=true", "x")).isEqualTo(Outcome.done());
    }

    @Test
    void who_is_no_editor_saves_nothing() {
        assertThat(kindOf(keeping.save(NOBODY, "a", "", "1"))).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(kept).isEmpty();
    }
}
