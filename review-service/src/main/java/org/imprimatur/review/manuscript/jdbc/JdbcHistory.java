package org.imprimatur.review.manuscript.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.messaging.Causation;
import org.imprimatur.messaging.Trace;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Noticing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHistory implements History {

    private final JdbcClient jdbc;
    private final Noticing noticing;

    JdbcHistory(JdbcClient jdbc, Noticing noticing) {
        this.jdbc = jdbc;
        this.noticing = noticing;
    }

    @Override
    public void note(Entry entry) {
        Trace trace = Causation.current().trace();
        jdbc.sql("insert into history (manuscript, at, actor, what, words, by_hand, trace) values (?, ?, ?, ?,"
                        + " ?, ?, ?)")
                .params(
                        entry.manuscript(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.actor(),
                        entry.what(),
                        entry.words().toArray(String[]::new),
                        entry.byHand(),
                        trace == null ? null : trace.id())
                .update();
        noticing.changed(entry.manuscript());
    }

    @Override
    public List<Entry> of(String manuscript) {
        return jdbc.sql("select * from history where manuscript = ? order by id")
                .param(manuscript)
                .query(JdbcHistory::entry)
                .list();
    }

    @Override
    public List<Entry> of(String manuscript, Set<String> what) {
        return jdbc.sql("select * from history where manuscript = ? and what = any (?) order by id")
                .params(manuscript, what.toArray(String[]::new))
                .query(JdbcHistory::entry)
                .list();
    }

    @Override
    public long mark(String manuscript) {
        return jdbc.sql("select coalesce(max(id), 0) from history where manuscript = ?")
                .param(manuscript)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Entry> since(String manuscript, long mark, String butFor) {
        return jdbc.sql("select * from history where manuscript = ? and id > ? and by_hand and actor <> ? order by id")
                .params(manuscript, mark, butFor)
                .query(JdbcHistory::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getString("manuscript"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("what"),
                List.of((String[]) row.getArray("words").getArray()),
                row.getBoolean("by_hand"),
                Optional.ofNullable(row.getString("trace")));
    }
}
