package org.imprimatur.submission.manuscript.jdbc;

import java.util.List;
import java.util.Optional;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcJournals implements JournalsKnown {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<KnownJournal> rows;

    JdbcJournals(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = (row, at) -> new KnownJournal(
                row.getString("key"),
                row.getString("title"),
                row.getString("abbreviation"),
                json.readValue(row.getString("sections"), new TypeReference<List<KnownSection>>() {}));
    }

    @Override
    @Transactional(readOnly = true)
    public List<KnownJournal> all() {
        return jdbc.sql("select * from journal order by title").query(rows).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<KnownJournal> find(String key) {
        return jdbc.sql("select * from journal where key = :key")
                .param("key", key)
                .query(rows)
                .optional();
    }

    @Override
    @Transactional
    public void keep(KnownJournal journal, int version) {
        jdbc.sql("""
                insert into journal (key, version, title, abbreviation, sections)
                values (:key, :version, :title, :abbreviation, :sections::jsonb)
                on conflict (key) do update set version = excluded.version, title = excluded.title,
                  abbreviation = excluded.abbreviation, sections = excluded.sections
                where journal.version < excluded.version""")
                .param("key", journal.key())
                .param("version", version)
                .param("title", journal.title())
                .param("abbreviation", journal.abbreviation())
                .param("sections", json.writeValueAsString(journal.sections()))
                .update();
    }
}
