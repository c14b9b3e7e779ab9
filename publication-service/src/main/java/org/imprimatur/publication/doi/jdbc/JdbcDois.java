package org.imprimatur.publication.doi.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;
import org.imprimatur.publication.doi.AssignedDoi;
import org.imprimatur.publication.doi.Dois;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDois implements Dois {
    private final JdbcClient jdbc;

    JdbcDois(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AssignedDoi> find(Doi doi) {
        return jdbc.sql("select * from doi where key = :key")
                .param("key", doi.key())
                .query(JdbcDois::assigned)
                .optional();
    }

    @Override
    public Optional<AssignedDoi> lock(Doi doi) {
        return jdbc.sql("select * from doi where key = :key for update")
                .param("key", doi.key())
                .query(JdbcDois::assigned)
                .optional();
    }

    private static AssignedDoi assigned(ResultSet row, int index) throws SQLException {
        return new AssignedDoi(
                Doi.of(row.getString("value")),
                DoiLevel.valueOf(row.getString("level")),
                row.getString("subject"),
                row.getBoolean("registered"),
                row.getLong("last_timestamp"),
                Optional.ofNullable(row.getString("content")));
    }

    @Override
    public AssignedDoi assign(Doi doi, DoiLevel level, String subject) {
        jdbc.sql("""
                        insert into doi (key, value, level, subject, registered, last_timestamp)
                        values (:key, :value, :level, :subject, false, 0) on conflict do nothing""")
                .param("key", doi.key())
                .param("value", doi.value())
                .param("level", level.name())
                .param("subject", subject)
                .update();
        return find(doi).orElseThrow();
    }

    @Override
    public void save(AssignedDoi doi) {
        jdbc.sql("""
                        update doi set registered = :registered, last_timestamp = :lastTimestamp, content = :content
                        where key = :key""")
                .param("key", doi.doi().key())
                .param("registered", doi.registered())
                .param("lastTimestamp", doi.lastTimestamp())
                .param("content", doi.content().orElse(null))
                .update();
    }

    @Override
    public List<AssignedDoi> toReconcile(String journal, Instant since, int most) {
        return jdbc.sql("""
                        select * from doi
                        where (reconciled_at is null or reconciled_at < :since)
                            and (level = 'JOURNAL' and subject = :journal
                                or level = 'VOLUME' and split_part(subject, '/', 1) = :journal
                                or level = 'ISSUE' and subject in (
                                    select cast(id as text) from issue where journal = :journal)
                                or level = 'ARTICLE' and subject in (
                                    select manuscript from slot join issue on issue.id = slot.issue
                                    where journal = :journal))
                            and (registered or exists (
                                select from deposit where deposit.doi = doi.key and state <> 'INTENDED'))
                        order by reconciled_at nulls first, key limit :most""")
                .param("journal", journal)
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query(JdbcDois::assigned)
                .list();
    }

    @Override
    public void reconciled(Doi doi, Instant at, Optional<String> difference) {
        jdbc.sql("update doi set reconciled_at = :at, difference = :difference where key = :key")
                .param("key", doi.key())
                .param("at", Timestamp.from(at))
                .param("difference", difference.orElse(null))
                .update();
    }

    @Override
    public Optional<String> difference(Doi doi) {
        return jdbc.sql("select difference from doi where key = :key and difference is not null")
                .param("key", doi.key())
                .query(String.class)
                .optional();
    }
}
