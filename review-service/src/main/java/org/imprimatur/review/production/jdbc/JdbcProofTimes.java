package org.imprimatur.review.production.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.imprimatur.review.production.ProofTime;
import org.imprimatur.review.production.ProofTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProofTimes implements ProofTimes {

    private final JdbcClient jdbc;

    JdbcProofTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ProofTime> find(String request) {
        return jdbc.sql("select * from proof_time where request = ?")
                .param(request)
                .query(JdbcProofTimes::wish)
                .optional();
    }

    @Override
    public Optional<ProofTime> open(String manuscript) {
        return jdbc.sql("""
                select p.* from proof_time p join standing s on s.manuscript = p.manuscript
                where p.manuscript = ? and p.answered_at is null and s.step = 'proof' order by p.asked_at limit 1""").param(manuscript).query(JdbcProofTimes::wish).optional();
    }

    @Override
    public void keep(ProofTime wish) {
        jdbc.sql("""
                insert into proof_time (request, manuscript, proof, days, asked_by, asked_at, answered_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (request) do update set answered_at = excluded.answered_at""")
                .params(
                        wish.request(),
                        wish.manuscript(),
                        wish.proof(),
                        wish.days(),
                        wish.by(),
                        utc(wish.askedAt()),
                        wish.answeredAt().map(JdbcProofTimes::utc).orElse(null))
                .update();
    }

    @Override
    public void close(String manuscript, Instant at) {
        jdbc.sql("update proof_time set answered_at = ? where manuscript = ? and answered_at is null")
                .params(utc(at), manuscript)
                .update();
    }

    @Override
    public void giveTo(String account, String into) {
        jdbc.sql("update proof_time set asked_by = ? where asked_by = ?")
                .params(into, account)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static ProofTime wish(ResultSet row, int n) throws SQLException {
        return new ProofTime(
                row.getString("request"),
                row.getString("manuscript"),
                row.getString("proof"),
                row.getInt("days"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
