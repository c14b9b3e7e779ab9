package org.imprimatur.publication.doi.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;
import org.imprimatur.publication.doi.Deposit;
import org.imprimatur.publication.doi.Deposits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeposits implements Deposits {
    private static final String SELECT =
            "select deposit.*, doi.value, doi.level, doi.subject from deposit join doi on doi.key = deposit.doi ";
    private final JdbcClient jdbc;

    JdbcDeposits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Deposit> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(JdbcDeposits::deposit)
                .optional();
    }

    @Override
    public Optional<Deposit> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update of deposit")
                .param("id", id)
                .query(JdbcDeposits::deposit)
                .optional();
    }

    @Override
    public List<Deposit> of(Doi doi) {
        return jdbc.sql(SELECT + "where doi = :doi order by timestamp")
                .param("doi", doi.key())
                .query(JdbcDeposits::deposit)
                .list();
    }

    private static Deposit deposit(ResultSet row, int index) throws SQLException {
        return new Deposit(
                row.getObject("id", UUID.class),
                Doi.of(row.getString("value")),
                DoiLevel.valueOf(row.getString("level")),
                row.getString("subject"),
                row.getInt("attempt"),
                row.getString("file_name"),
                row.getLong("timestamp"),
                row.getString("xml"),
                row.getString("content"),
                row.getBoolean("sandbox_only"),
                row.getTimestamp("intended_at").toInstant(),
                state(row),
                row.getInt("tries"),
                row.getBoolean("delay_told"),
                isFinal(row) ? Optional.empty() : Optional.ofNullable(row.getString("note")));
    }

    private static boolean isFinal(ResultSet row) throws SQLException {
        return row.getTimestamp("answered_at") != null;
    }

    private static Deposit.State state(ResultSet row) throws SQLException {
        Instant sentAt = instant(row, "sent_at");
        Instant answeredAt = instant(row, "answered_at");
        String note = row.getString("note");
        String diagnostic = row.getString("diagnostic");
        return switch (row.getString("state")) {
            case "INTENDED" -> new Deposit.Intended();
            case "SENT" -> new Deposit.Sent(sentAt);
            case "CONFIRMED" -> new Deposit.Confirmed(sentAt, answeredAt, diagnostic, Optional.ofNullable(note));
            case "REFUSED" -> new Deposit.Refused(answeredAt, note, Optional.ofNullable(diagnostic));
            default -> new Deposit.GivenUp(answeredAt, note);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    @Override
    public void add(Deposit deposit) {
        jdbc.sql("""
                        insert into deposit (id, doi, attempt, file_name, timestamp, xml, content, sandbox_only,
                            intended_at, state, tries, delay_told)
                        values (:id, :doi, :attempt, :fileName, :timestamp, :xml, :content, :sandboxOnly, :intendedAt,
                            'INTENDED', 0, false)""")
                .param("id", deposit.id())
                .param("doi", deposit.doi().key())
                .param("attempt", deposit.attempt())
                .param("fileName", deposit.fileName())
                .param("timestamp", deposit.timestamp())
                .param("xml", deposit.xml())
                .param("content", deposit.content())
                .param("sandboxOnly", deposit.sandboxOnly())
                .param("intendedAt", Timestamp.from(deposit.intendedAt()))
                .update();
    }

    @Override
    public void save(Deposit deposit) {
        Columns columns = Columns.of(deposit);
        jdbc.sql("""
                        update deposit set state = :state, tries = :tries, delay_told = :delayTold, note = :note,
                            sent_at = coalesce(cast(:sentAt as timestamptz), sent_at), answered_at = :answeredAt, diagnostic = :diagnostic
                        where id = :id""")
                .param("id", deposit.id())
                .param("state", columns.state())
                .param("tries", deposit.tries())
                .param("delayTold", deposit.delayTold())
                .param("note", columns.note())
                .param("sentAt", columns.sentAt() == null ? null : Timestamp.from(columns.sentAt()))
                .param("answeredAt", columns.answeredAt() == null ? null : Timestamp.from(columns.answeredAt()))
                .param("diagnostic", columns.diagnostic())
                .update();
    }

    private record Columns(String state, Instant sentAt, Instant answeredAt, String note, String diagnostic) {
        static Columns of(Deposit deposit) {
            if (deposit.state() instanceof Deposit.Confirmed it) {
                return new Columns(
                        "CONFIRMED", it.sentAt(), it.at(), it.warning().orElse(null), it.diagnostic());
            }
            if (deposit.state() instanceof Deposit.Refused it) {
                return new Columns(
                        "REFUSED", null, it.at(), it.reason(), it.diagnostic().orElse(null));
            }
            if (deposit.state() instanceof Deposit.GivenUp it) {
                return new Columns("GIVEN_UP", null, it.at(), it.reason(), null);
            }
            String note = deposit.note().orElse(null);
            return deposit.state() instanceof Deposit.Sent sent
                    ? new Columns("SENT", sent.at(), null, note, null)
                    : new Columns("INTENDED", null, null, note, null);
        }
    }
}
