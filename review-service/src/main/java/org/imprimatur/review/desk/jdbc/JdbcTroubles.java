package org.imprimatur.review.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.desk.Troubles;
import org.imprimatur.review.manuscript.Noticing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTroubles implements Troubles {

    private final JdbcClient jdbc;
    private final Noticing noticing;

    JdbcTroubles(JdbcClient jdbc, Noticing noticing) {
        this.jdbc = jdbc;
        this.noticing = noticing;
    }

    @Override
    public void stands(Trouble trouble) {
        jdbc.sql("""
                insert into trouble (service, kind, key, subject, state, about, who, cause, since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (service, kind, key) do update set subject = excluded.subject, state = excluded.state,
                    about = excluded.about, who = excluded.who, cause = excluded.cause""")
                .params(
                        trouble.service(),
                        trouble.kind().name(),
                        trouble.key(),
                        trouble.subject(),
                        trouble.state().name(),
                        trouble.about(),
                        trouble.who(),
                        trouble.cause(),
                        trouble.since().atOffset(ZoneOffset.UTC))
                .update();
        noticing.changed(trouble.subject());
    }

    @Override
    public void over(String service, Kind kind, String key) {
        jdbc.sql("delete from trouble where service = ? and kind = ? and key = ? returning subject")
                .params(service, kind.name(), key)
                .query(String.class)
                .optional()
                .ifPresent(noticing::changed);
    }

    @Override
    public Optional<Trouble> find(String service, Kind kind, String key) {
        return jdbc.sql("select * from trouble where service = ? and kind = ? and key = ?")
                .params(service, kind.name(), key)
                .query(JdbcTroubles::trouble)
                .optional();
    }

    @Override
    public List<Trouble> all() {
        return jdbc.sql("select * from trouble order by since, service, kind, key")
                .query(JdbcTroubles::trouble)
                .list();
    }

    private static Trouble trouble(ResultSet row, int number) throws SQLException {
        return new Trouble(
                row.getString("service"),
                Kind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("subject"),
                State.valueOf(row.getString("state")),
                row.getString("about"),
                row.getString("who"),
                row.getString("cause"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
