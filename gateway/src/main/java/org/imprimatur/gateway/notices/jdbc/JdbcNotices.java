package org.imprimatur.gateway.notices.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.notices.Delivery;
import org.imprimatur.gateway.notices.Kind;
import org.imprimatur.gateway.notices.Notice;
import org.imprimatur.gateway.notices.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotices implements Notices {
    private final JdbcClient jdbc;

    JdbcNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Notice notice, Delivery delivery, Instant toldAt) {
        return jdbc.sql("""
                                INSERT INTO notice
                                    (id, account, cause, kind, manuscript, number, journal, at, told_at, delivery)
                                VALUES (:id, :account, :cause, :kind, :manuscript, :number, :journal, :at, :told, :delivery)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", notice.id())
                        .param("account", notice.account())
                        .param("cause", notice.cause())
                        .param("kind", notice.kind().word())
                        .param("manuscript", notice.manuscript())
                        .param("number", notice.number())
                        .param("journal", notice.journal())
                        .param("at", utc(notice.at()))
                        .param("told", utc(toldAt))
                        .param("delivery", delivery.word())
                        .update()
                == 1;
    }

    @Override
    public Optional<Notice> find(String account, UUID id) {
        return jdbc.sql("SELECT * FROM notice WHERE account = :account AND id = :id")
                .param("account", account)
                .param("id", id)
                .query(JdbcNotices::notice)
                .optional();
    }

    @Override
    public List<Notice> list(String account, Wish wish, Optional<Notice> after, int limit) {
        var sql = jdbc.sql("SELECT * FROM notice WHERE account = :account"
                        + (wish.all() ? "" : " AND read_at IS NULL")
                        + (wish.journal().isPresent() ? " AND journal = :journal" : "")
                        + (wish.kind().isPresent() ? " AND kind = :kind" : "")
                        + (wish.number().isPresent() ? " AND number = :number" : "")
                        + (after.isEmpty()
                                ? ""
                                // what was read comes last, so one that is read has all unread ones before it
                                : " AND ((read_at IS NOT NULL) > :read OR (read_at IS NOT NULL) = :read"
                                        + " AND (at, id) < (:at, :id))")
                        + " ORDER BY (read_at IS NOT NULL), at DESC, id DESC LIMIT :limit")
                .param("account", account)
                .param("limit", limit);
        if (wish.journal().isPresent()) {
            sql = sql.param("journal", wish.journal().get());
        }
        if (wish.kind().isPresent()) {
            sql = sql.param("kind", wish.kind().get().word());
        }
        if (wish.number().isPresent()) {
            sql = sql.param("number", wish.number().get());
        }
        if (after.isPresent()) {
            sql = sql.param("read", after.get().readAt().isPresent())
                    .param("at", utc(after.get().at()))
                    .param("id", after.get().id());
        }
        return sql.query(JdbcNotices::notice).list();
    }

    @Override
    public int unread(String account, int limit) {
        return jdbc.sql("""
                        SELECT count(*) FROM
                            (SELECT 1 FROM notice WHERE account = :account AND read_at IS NULL LIMIT :limit) AS counted
                        """)
                .param("account", account)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<String> journals(String account) {
        return jdbc.sql("SELECT DISTINCT journal FROM notice WHERE account = :account ORDER BY journal")
                .param("account", account)
                .query(String.class)
                .list();
    }

    @Override
    public int read(String account, Optional<UUID> notice, Instant until, UUID batch, Instant now) {
        return jdbc.sql("""
                        UPDATE notice SET read_at = :now, read_batch = :batch
                        WHERE account = :account AND read_at IS NULL AND told_at <= :until
                        AND (:id::uuid IS NULL OR id = :id)
                        """)
                .param("now", utc(now))
                .param("batch", batch)
                .param("account", account)
                .param("until", utc(until))
                .param("id", notice.orElse(null))
                .update();
    }

    @Override
    public int unread(String account, UUID batch) {
        return jdbc.sql("""
                        UPDATE notice SET read_at = NULL, read_batch = NULL
                        WHERE account = :account AND read_batch = :batch
                        """).param("account", account).param("batch", batch).update();
    }

    @Override
    public Optional<Instant> waiting(String account, Delivery cadence) {
        return jdbc.sql("""
                        SELECT min(told_at) AS since FROM notice
                        WHERE account = :account AND delivery = :cadence AND digest IS NULL AND read_at IS NULL
                        HAVING count(*) > 0
                        """)
                .param("account", account)
                .param("cadence", cadence.word())
                .query((row, number) -> row.getTimestamp("since").toInstant())
                .optional();
    }

    @Override
    public int gather(String account, Delivery cadence, UUID digest) {
        return jdbc.sql("""
                        UPDATE notice SET digest = :digest
                        WHERE account = :account AND delivery = :cadence AND digest IS NULL AND read_at IS NULL
                        """)
                .param("digest", digest)
                .param("account", account)
                .param("cadence", cadence.word())
                .update();
    }

    @Override
    public void release(String account, Delivery cadence) {
        jdbc.sql("""
                        UPDATE notice SET delivery = 'page'
                        WHERE account = :account AND delivery = :cadence AND digest IS NULL
                        """).param("account", account).param("cadence", cadence.word()).update();
    }

    @Override
    public List<Notice> digest(UUID digest) {
        return jdbc.sql("SELECT * FROM notice WHERE digest = :digest AND read_at IS NULL ORDER BY at DESC, id DESC")
                .param("digest", digest)
                .query(JdbcNotices::notice)
                .list();
    }

    @Override
    public void goOver(String from, String into) {
        jdbc.sql("""
                        DELETE FROM notice AS one USING notice AS other
                        WHERE one.account = :from AND other.account = :into AND one.cause = other.cause
                        """).param("from", from).param("into", into).update();
        jdbc.sql("UPDATE notice SET account = :into WHERE account = :from")
                .param("from", from)
                .param("into", into)
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("account"),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("cause"),
                row.getString("manuscript"),
                row.getString("number"),
                row.getString("journal"),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getTimestamp("read_at")).map(at -> at.toInstant()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
