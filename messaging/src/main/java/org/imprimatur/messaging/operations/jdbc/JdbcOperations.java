package org.imprimatur.messaging.operations.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.imprimatur.messaging.operations.Operations;
import org.imprimatur.messaging.operations.Tally;
import org.imprimatur.messaging.work.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tables of all queues. Each count is of what is unfinished, so it stays quick however much was handled. */
final class JdbcOperations implements Operations {

    private final JdbcClient jdbc;
    private final String service;
    private final Supplier<OptionalLong> lag;
    private final ObjectProvider<Tally> tallies;

    JdbcOperations(JdbcClient jdbc, String service, Supplier<OptionalLong> lag, ObjectProvider<Tally> tallies) {
        this.jdbc = jdbc;
        this.service = service;
        this.lag = lag;
        this.tallies = tallies;
    }

    @Override
    public Report report() {
        OptionalLong behind = lag.get();
        return new Report(
                service,
                jdbc.sql("SELECT clock_timestamp() AS at")
                        .query((row, number) -> Times.instant(row, "at"))
                        .single(),
                jdbc.sql("SELECT count(*) AS unsent, min(stored_at) AS oldest FROM outbox WHERE sent_at IS NULL")
                        .query((row, number) -> new Unsent(row.getLong("unsent"), Times.instant(row, "oldest")))
                        .single(),
                counted("""
                        SELECT state, count(*) FROM inbox WHERE state IN ('NEW', 'RETRYING', 'PARKED') GROUP BY state
                        UNION ALL SELECT state, count(*) FROM inbox WHERE state = 'EARLY' GROUP BY state
                        """),
                jdbc.sql("""
                        SELECT i.id, i.type, i.subject, i.state, coalesce(i.cause, '') AS cause, i.attempts,
                            coalesce(p.at, i.received_at) AS since, i.next_attempt
                        FROM inbox i LEFT JOIN inbox_incident p ON p.id = i.incident AND i.state = 'PARKED'
                        WHERE i.state IN ('RETRYING', 'PARKED') OR i.state = 'EARLY'
                        ORDER BY i.state = 'PARKED' DESC, i.position LIMIT :most
                        """)
                        .param("most", Report.MOST)
                        .query(JdbcOperations::held)
                        .list(),
                counted("SELECT state, count(*) FROM mail GROUP BY state"),
                jdbc.sql("SELECT * FROM errand WHERE cause IS NOT NULL ORDER BY next_attempt LIMIT :most")
                        .param("most", Report.MOST)
                        .query((row, number) -> new Failing(
                                row.getString("kind"),
                                row.getString("key"),
                                row.getString("cause"),
                                row.getInt("attempts"),
                                Times.instant(row, "next_attempt")))
                        .list(),
                behind.isPresent() ? behind.getAsLong() : null,
                tallies.orderedStream()
                        .collect(Collectors.toMap(Tally::name, Tally::byState, (one, other) -> one, TreeMap::new)),
                jdbc.sql("SELECT * FROM inbox_incident ORDER BY at DESC LIMIT :most")
                        .param("most", Report.MOST)
                        .query((row, number) -> new Incident(
                                Times.instant(row, "at"),
                                row.getString("kind"),
                                row.getString("message"),
                                row.getString("subject"),
                                row.getString("detail"),
                                row.getString("actor")))
                        .list());
    }

    private Map<String, Long> counted(String sql) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(sql).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getString("id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("state"),
                row.getString("cause"),
                row.getInt("attempts"),
                Times.instant(row, "since"),
                Times.instant(row, "next_attempt"));
    }
}
