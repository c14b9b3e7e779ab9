package org.imprimatur.gateway.session.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.session.Session;
import org.imprimatur.gateway.session.Sessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessions implements Sessions {
    // so that a busy page does not write at each of its requests
    private static final Duration GRAIN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    JdbcSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(String token, String account, String browser, Instant now) {
        jdbc.sql("DELETE FROM session WHERE seen_at < :idle OR begun_at < :oldest")
                .param("idle", utc(now.minus(IDLE)))
                .param("oldest", utc(now.minus(LONGEST)))
                .update();
        jdbc.sql("""
                        INSERT INTO session (token_hash, account, browser, begun_at, seen_at)
                        VALUES (:hash, :account, :browser, :now, :now)
                        """)
                .param("browser", browser)
                .param("hash", hash(token))
                .param("account", account)
                .param("now", utc(now))
                .update();
    }

    @Override
    public Optional<String> account(String token, Instant now) {
        byte[] hash = hash(token);
        Optional<String> account = jdbc.sql("""
                        SELECT account FROM session
                        WHERE token_hash = :hash AND seen_at >= :idle AND begun_at >= :oldest
                        """)
                .param("hash", hash)
                .param("idle", utc(now.minus(IDLE)))
                .param("oldest", utc(now.minus(LONGEST)))
                .query(String.class)
                .optional();
        if (account.isPresent()) {
            jdbc.sql("UPDATE session SET seen_at = :now WHERE token_hash = :hash AND seen_at < :before")
                    .param("hash", hash)
                    .param("now", utc(now))
                    .param("before", utc(now.minus(GRAIN)))
                    .update();
        }
        return account;
    }

    @Override
    public List<Session> of(String account, String token, Instant now) {
        byte[] here = hash(token);
        return jdbc.sql("""
                        SELECT id, token_hash, browser, begun_at, seen_at FROM session
                        WHERE account = :account AND seen_at >= :idle AND begun_at >= :oldest
                        ORDER BY seen_at DESC, id
                        """)
                .param("account", account)
                .param("idle", utc(now.minus(IDLE)))
                .param("oldest", utc(now.minus(LONGEST)))
                .query((row, number) -> new Session(
                        row.getObject("id", UUID.class),
                        row.getString("browser"),
                        row.getTimestamp("begun_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        Arrays.equals(here, row.getBytes("token_hash"))))
                .list();
    }

    @Override
    public boolean end(String account, UUID id) {
        return jdbc.sql("DELETE FROM session WHERE account = :account AND id = :id")
                        .param("account", account)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public void endOthers(String account, String token) {
        jdbc.sql("DELETE FROM session WHERE account = :account AND token_hash <> :here")
                .param("account", account)
                .param("here", hash(token))
                .update();
    }

    @Override
    public void end(String token) {
        jdbc.sql("DELETE FROM session WHERE token_hash = :hash")
                .param("hash", hash(token))
                .update();
    }

    @Override
    public void endAllOf(String account) {
        jdbc.sql("DELETE FROM session WHERE account = :account")
                .param("account", account)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
