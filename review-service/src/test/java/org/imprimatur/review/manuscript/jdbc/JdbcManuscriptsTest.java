package org.imprimatur.review.manuscript.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.ManuscriptsContract;
import org.imprimatur.review.testing.Samples;
import org.imprimatur.review.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class JdbcManuscriptsTest extends ManuscriptsContract {

    @Override
    protected Manuscripts manuscripts() {
        return new JdbcManuscripts(TestDatabase.jdbc());
    }

    private final List<String> noticed = new ArrayList<>();

    @Test
    void the_history_comes_back_in_the_order_in_which_it_was_noted() {
        History history = new JdbcHistory(TestDatabase.jdbc(), noticed::add);
        String id = UUID.randomUUID().toString();
        History.Entry first = new History.Entry(id, NOW, "ghulam", "submitted", List.of("5", "3"), true);
        History.Entry second = new History.Entry(id, NOW.minusSeconds(5), "process", "moved", List.of(), false);
        history.note(first);
        history.note(second);
        assertThat(history.of(id)).containsExactly(first, second);
        assertThat(noticed).containsExactly(id, id);
    }

    @Test
    void what_merged_accounts_are_to_a_manuscript_one_person_is_in_whatever_order_it_is_heard() {
        String id = UUID.randomUUID().toString();
        String first = "first-" + id;
        String second = "second-" + id;
        String third = "third-" + id;
        Manuscript manuscript = Samples.manuscript(id);
        manuscripts().add(manuscript, Samples.version(1), Samples.byLine());
        manuscripts().change(manuscript.givenTo(second));
        for (String author : List.of(first, third)) {
            TestDatabase.jdbc()
                    .sql("insert into author (manuscript, account, corresponding) values (?, ?, ?)")
                    .params(id, author, false)
                    .update();
        }
        var people = new JdbcPeopleOfManuscripts(TestDatabase.jdbc());
        people.goOver(second, third);
        people.goOver(first, second);
        people.goOver(first, third);

        Manuscript known = manuscripts().find(id).orElseThrow();
        assertThat(known.authors()).contains(third).doesNotContain(first, second);
        assertThat(known.handlingEditor())
                .as("who is shut out as an author of it")
                .contains(third);
    }
}
