package org.imprimatur.review.decision.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.decision.Decision;
import org.imprimatur.review.decision.Decision.Held;
import org.imprimatur.review.decision.Decision.InEffect;
import org.imprimatur.review.decision.Decision.Kind;
import org.imprimatur.review.decision.Decision.Recalled;
import org.imprimatur.review.decision.Decision.State;
import org.imprimatur.review.decision.Decisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDecisions implements Decisions {

    private final JdbcClient jdbc;

    JdbcDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Decision> find(String id) {
        return jdbc.sql("select * from decision where id = ?")
                .param(id)
                .query(JdbcDecisions::decision)
                .optional();
    }

    @Override
    public Optional<Decision> held(String manuscript) {
        return jdbc.sql("select * from decision where manuscript = ? and state = 'held'")
                .param(manuscript)
                .query(JdbcDecisions::decision)
                .optional();
    }

    @Override
    public List<Decision> of(String manuscript) {
        return jdbc.sql("select * from decision where manuscript = ? order by decided_at, id")
                .param(manuscript)
                .query(JdbcDecisions::decision)
                .list();
    }

    private static Decision decision(ResultSet row, int n) throws SQLException {
        return new Decision(
                row.getString("id"),
                row.getString("manuscript"),
                row.getInt("round"),
                row.getInt("version"),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("letter"),
                List.of((String[]) row.getArray("quoted").getArray()),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                instant(row, "held_until"),
                state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "held" -> new Held();
            case "in-effect" -> new InEffect(instant(row, "settled_at"), row.getString("document"));
            case "recalled" -> new Recalled(instant(row, "settled_at"));
            default -> throw new IllegalStateException("no state of a decision: " + row.getString("state"));
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public void add(Decision decision) {
        jdbc.sql("""
                insert into decision (id, manuscript, round, version, kind, letter, quoted, decided_by, decided_at,
                    held_until, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'held')""")
                .params(
                        decision.id(),
                        decision.manuscript(),
                        decision.round(),
                        decision.version(),
                        decision.kind().key(),
                        decision.letter(),
                        decision.quoted().toArray(String[]::new),
                        decision.by(),
                        decision.at().atOffset(ZoneOffset.UTC),
                        decision.heldUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void change(Decision decision) {
        if (decision.state() instanceof InEffect now) {
            settle(decision.id(), "in-effect", now.at(), now.document());
        } else if (decision.state() instanceof Recalled now) {
            settle(decision.id(), "recalled", now.at(), null);
        }
    }

    private void settle(String id, String state, Instant at, String document) {
        jdbc.sql("update decision set state = ?, settled_at = ?, document = ? where id = ?")
                .params(state, at.atOffset(ZoneOffset.UTC), document, id)
                .update();
    }
}
