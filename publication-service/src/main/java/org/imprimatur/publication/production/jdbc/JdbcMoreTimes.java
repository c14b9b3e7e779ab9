package org.imprimatur.publication.production.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.production.MoreTime;
import org.imprimatur.publication.production.MoreTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMoreTimes implements MoreTimes {
    private static final String ERASED = "erased";
    private final JdbcClient jdbc;

    JdbcMoreTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MoreTime> of(UUID proof) {
        return jdbc.sql("select * from proof_time where galley = :proof order by asked_at, id")
                .param("proof", proof)
                .query(JdbcMoreTimes::wish)
                .list();
    }

    private static MoreTime wish(ResultSet row, int index) throws SQLException {
        return new MoreTime(
                row.getObject("id", UUID.class),
                row.getObject("galley", UUID.class),
                row.getString("asked_by"),
                row.getInt("days"),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                answer(row));
    }

    private static Optional<MoreTime.Answer> answer(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        if (answer == null) {
            return Optional.empty();
        }
        String word = row.getString("word");
        String by = row.getString("answered_by");
        Instant at = row.getTimestamp("answered_at").toInstant();
        return Optional.of(
                answer.equals("GRANTED")
                        ? new MoreTime.Granted(row.getInt("granted"), word, by, at)
                        : new MoreTime.Refused(word, by, at));
    }

    @Override
    public void add(MoreTime wish) {
        jdbc.sql("""
                        insert into proof_time (id, galley, asked_by, days, reason, asked_at)
                        values (:id, :galley, :askedBy, :days, :reason, :askedAt)""")
                .param("id", wish.id())
                .param("galley", wish.proof())
                .param("askedBy", wish.askedBy())
                .param("days", wish.days())
                .param("reason", wish.reason())
                .param("askedAt", Timestamp.from(wish.askedAt()))
                .update();
    }

    @Override
    public void save(MoreTime answered) {
        MoreTime.Answer answer = answered.answer().orElseThrow();
        jdbc.sql("""
                        update proof_time set answer = :answer, granted = :granted, word = :word, answered_by = :by,
                            answered_at = :at
                        where id = :id""")
                .param("id", answered.id())
                .param("answer", answer instanceof MoreTime.Granted ? "GRANTED" : "REFUSED")
                .param("granted", answer instanceof MoreTime.Granted granted ? granted.days() : null)
                .param("word", answer.word())
                .param("by", answer.by())
                .param("at", Timestamp.from(answer.at()))
                .update();
    }

    @Override
    public void giveTo(String account, String into) {
        change("update proof_time set asked_by = :into where asked_by = :account", account, into);
        change("update proof_time set answered_by = :into where answered_by = :account", account, into);
    }

    @Override
    public void forget(String account) {
        change("update proof_time set asked_by = :into, reason = '–' where asked_by = :account", account, ERASED);
        change("update proof_time set answered_by = :into where answered_by = :account", account, ERASED);
    }

    private void change(String sql, String account, String into) {
        jdbc.sql(sql).param("account", account).param("into", into).update();
    }
}
