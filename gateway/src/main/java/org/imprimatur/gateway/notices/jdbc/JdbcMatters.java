package org.imprimatur.gateway.notices.jdbc;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.gateway.notices.Matter;
import org.imprimatur.gateway.notices.Matters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMatters implements Matters {
    private final JdbcClient jdbc;

    JdbcMatters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Matter> find(String manuscript) {
        return jdbc.sql("SELECT * FROM known_manuscript WHERE manuscript = :manuscript")
                .param("manuscript", manuscript)
                .query((row, number) -> new Matter(
                        manuscript,
                        row.getString("number"),
                        row.getString("journal"),
                        row.getString("corresponding"),
                        Set.of(),
                        Optional.ofNullable(row.getString("handling_editor"))))
                .optional()
                .map(matter -> matter.writtenBy(authors(manuscript)));
    }

    private Set<String> authors(String manuscript) {
        return new HashSet<>(jdbc.sql("SELECT account FROM known_author WHERE manuscript = :manuscript")
                .param("manuscript", manuscript)
                .query(String.class)
                .list());
    }

    @Override
    public void keep(Matter matter) {
        jdbc.sql("""
                        INSERT INTO known_manuscript (manuscript, number, journal, corresponding, handling_editor)
                        VALUES (:manuscript, :number, :journal, :corresponding, :editor)
                        ON CONFLICT (manuscript) DO UPDATE SET corresponding = :corresponding, handling_editor = :editor
                        """)
                .param("manuscript", matter.manuscript())
                .param("number", matter.number())
                .param("journal", matter.journal())
                .param("corresponding", matter.corresponding())
                .param("editor", matter.handlingEditor().orElse(null))
                .update();
        jdbc.sql("DELETE FROM known_author WHERE manuscript = :manuscript")
                .param("manuscript", matter.manuscript())
                .update();
        jdbc.sql("INSERT INTO known_author (manuscript, account) SELECT :manuscript, unnest(:authors::text[])")
                .param("manuscript", matter.manuscript())
                .param("authors", matter.authors().toArray(String[]::new))
                .update();
    }

    @Override
    public void reviewed(String manuscript, String account) {
        jdbc.sql("""
                        INSERT INTO known_reviewer (manuscript, account) VALUES (:manuscript, :account)
                        ON CONFLICT DO NOTHING""").param("manuscript", manuscript).param("account", account).update();
    }

    @Override
    public Set<String> reviewers(String manuscript) {
        return new HashSet<>(jdbc.sql("SELECT account FROM known_reviewer WHERE manuscript = :manuscript")
                .param("manuscript", manuscript)
                .query(String.class)
                .list());
    }

    @Override
    public void goOver(String from, String into) {
        change("UPDATE known_manuscript SET corresponding = :into WHERE corresponding = :from", from, into);
        change("UPDATE known_manuscript SET handling_editor = :into WHERE handling_editor = :from", from, into);
        change("""
                INSERT INTO known_author (manuscript, account)
                SELECT manuscript, :into FROM known_author WHERE account = :from ON CONFLICT DO NOTHING
                """, from, into);
        change("""
                INSERT INTO known_reviewer (manuscript, account)
                SELECT manuscript, :into FROM known_reviewer WHERE account = :from ON CONFLICT DO NOTHING
                """, from, into);
        for (String table : List.of("known_author", "known_reviewer")) {
            jdbc.sql("DELETE FROM " + table + " WHERE account = :from")
                    .param("from", from)
                    .update();
        }
    }

    @Override
    public void forget(String account) {
        for (String sql : List.of(
                "UPDATE known_manuscript SET corresponding = 'erased' WHERE corresponding = :account",
                "UPDATE known_manuscript SET handling_editor = NULL WHERE handling_editor = :account",
                "DELETE FROM known_author WHERE account = :account",
                "DELETE FROM known_reviewer WHERE account = :account")) {
            jdbc.sql(sql).param("account", account).update();
        }
    }

    private void change(String sql, String from, String into) {
        jdbc.sql(sql).param("from", from).param("into", into).update();
    }
}
