package org.imprimatur.review.notes.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.notes.Note;
import org.imprimatur.review.notes.Note.Former;
import org.imprimatur.review.notes.Notes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotes implements Notes {

    private final JdbcClient jdbc;

    JdbcNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Note> find(String id) {
        return read("id = ?", id).stream().findFirst();
    }

    @Override
    public List<Note> of(String manuscript) {
        return read("manuscript = ?", manuscript);
    }

    private List<Note> read(String which, String value) {
        Map<String, List<Former>> former = new HashMap<>();
        jdbc.sql("select * from note_former where note in (select id from note where " + which + ") order by revision")
                .param(value)
                .query(row -> {
                    former.computeIfAbsent(row.getString("note"), one -> new ArrayList<>())
                            .add(new Former(
                                    row.getInt("revision"),
                                    row.getString("text"),
                                    instant(row.getObject("until", OffsetDateTime.class))));
                });
        return jdbc.sql("select * from note where " + which + " order by at, id")
                .param(value)
                .query((row, n) -> new Note(
                        row.getString("id"),
                        row.getString("manuscript"),
                        row.getString("by_account"),
                        instant(row.getObject("at", OffsetDateTime.class)),
                        row.getInt("revision"),
                        row.getString("text"),
                        List.of((String[]) row.getArray("mentioned").getArray()),
                        former.getOrDefault(row.getString("id"), List.of()),
                        Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                                .map(JdbcNotes::instant)))
                .list();
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    @Override
    public void add(Note note) {
        jdbc.sql("""
            insert into note (id, manuscript, by_account, at, revision, text, mentioned)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
                .params(
                        note.id(),
                        note.manuscript(),
                        note.by(),
                        note.at().atOffset(ZoneOffset.UTC),
                        note.revision(),
                        note.text(),
                        note.mentioned().toArray(String[]::new))
                .update();
    }

    @Override
    public void change(Note note) {
        for (Former one : note.former()) {
            jdbc.sql("insert into note_former (note, revision, text, until) values (?, ?, ?, ?) on conflict do nothing")
                    .params(note.id(), one.revision(), one.text(), one.until().atOffset(ZoneOffset.UTC))
                    .update();
        }
        jdbc.sql("update note set revision = ?, text = ?, mentioned = ?, withdrawn_at = ? where id = ?")
                .params(
                        note.revision(),
                        note.text(),
                        note.mentioned().toArray(String[]::new),
                        note.withdrawnAt()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        note.id())
                .update();
    }

    @Override
    public void goOver(String account, String into) {
        jdbc.sql("update note set by_account = ? where by_account = ?")
                .params(into, account)
                .update();
        // who is named under both accounts is named once
        jdbc.sql("""
                update note set mentioned = case when :into = any (mentioned)
                    then array_remove(mentioned, :account) else array_replace(mentioned, :account, :into) end
                where :account = any (mentioned) and :account <> :into""").param("account", account).param("into", into).update();
    }
}
