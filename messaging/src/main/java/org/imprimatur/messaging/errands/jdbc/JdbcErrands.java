package org.imprimatur.messaging.errands.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.errands.ErrandRunner;
import org.imprimatur.messaging.errands.Errands;
import org.imprimatur.messaging.work.Leases;
import org.imprimatur.messaging.work.Times;
import org.imprimatur.messaging.work.Wakeups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of errands. */
final class JdbcErrands implements Errands {

    static final String QUEUE = "errands";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock domain;
    private final Wakeups wakeups;

    JdbcErrands(JdbcClient jdbc, Clock domain, Wakeups wakeups) {
        this.jdbc = jdbc;
        this.domain = domain;
        this.wakeups = wakeups;
    }

    record Claimed(Errand errand, long revision, int attempts) {}

    @Override
    public void plan(Errand errand) {
        store(errand, """
                DO UPDATE SET revision = e.revision + 1, due = excluded.due, domain_time = excluded.domain_time,
                    "values" = excluded."values", why = NULL, attempts = 0, cause = NULL, next_attempt = NULL
                """);
    }

    @Override
    public void planUnlessPlanned(Errand errand) {
        store(errand, "DO NOTHING");
    }

    private void store(Errand errand, String onConflict) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the errand " + errand.kind() + " " + errand.key()
                    + " was planned outside a transaction: it could be done for something that never happened");
        }
        jdbc.sql("""
                INSERT INTO errand AS e (kind, key, due, domain_time, "values")
                VALUES (:kind, :key, :due, :domain, :values)
                ON CONFLICT (kind, key)
                """ + onConflict)
                .param("kind", errand.kind())
                .param("key", errand.key())
                .param("due", Times.at(errand.due()))
                .param("domain", errand.time() == Time.DOMAIN)
                .param("values", JSON.writeValueAsString(errand.values()))
                .update();
        wakeups.afterCommit(QUEUE);
    }

    @Override
    public void cancel(String kind, String key) {
        jdbc.sql("DELETE FROM errand WHERE kind = :kind AND key = :key")
                .param("kind", kind)
                .param("key", key)
                .update();
    }

    @Override
    public List<Failing> failing() {
        return jdbc.sql("SELECT * FROM errand WHERE cause IS NOT NULL ORDER BY kind, key")
                .query((row, number) -> new Failing(
                        row.getString("kind"),
                        row.getString("key"),
                        row.getString("cause"),
                        row.getInt("attempts"),
                        Times.instant(row, "next_attempt")))
                .list();
    }

    /** Takes the one of these kinds that is due longest. */
    Optional<Claimed> claim(UUID lease, String[] kinds) {
        return jdbc.sql("""
                UPDATE errand SET lease = :lease, leased_until = clock_timestamp() + :duration::interval
                WHERE (kind, key) = (
                    SELECT kind, key FROM errand
                    WHERE kind = ANY(:kinds)
                    AND due <= CASE WHEN domain_time THEN :now ELSE clock_timestamp() END
                    AND (next_attempt IS NULL OR %s) AND (leased_until IS NULL OR %s)
                    ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *
                """.formatted(
                                Times.reached("next_attempt", RunningErrands.BACK_OFF.longest()),
                                Times.reached("leased_until", Leases.LEASE)))
                .param("lease", lease)
                .param("duration", Times.interval(Leases.LEASE))
                .param("kinds", kinds)
                .param("now", Times.at(domain.instant()))
                .query((row, number) -> new Claimed(
                        new Errand(
                                row.getString("kind"),
                                row.getString("key"),
                                Times.instant(row, "due"),
                                row.getBoolean("domain_time") ? Time.DOMAIN : Time.REAL,
                                JSON.readValue(row.getString("values"), VALUES)),
                        row.getLong("revision"),
                        row.getInt("attempts")))
                .optional();
    }

    void finished(UUID lease, Claimed claimed) {
        jdbc.sql("DELETE FROM errand WHERE lease = :lease AND revision = :revision")
                .param("lease", lease)
                .param("revision", claimed.revision())
                .update();
        release(lease);
    }

    void again(UUID lease, Claimed claimed, ErrandRunner.Again again) {
        jdbc.sql("""
                UPDATE errand SET due = :due, why = :why, attempts = 0, cause = NULL, next_attempt = NULL
                WHERE lease = :lease AND revision = :revision
                """)
                .param("due", Times.at(again.due()))
                .param("why", again.why())
                .param("lease", lease)
                .param("revision", claimed.revision())
                .update();
        release(lease);
    }

    void failed(UUID lease, Claimed claimed, String cause, Duration pause) {
        jdbc.sql("""
                UPDATE errand SET attempts = attempts + 1, cause = :cause,
                    next_attempt = clock_timestamp() + :pause::interval
                WHERE lease = :lease AND revision = :revision
                """)
                .param("cause", cause)
                .param("pause", Times.interval(pause))
                .param("lease", lease)
                .param("revision", claimed.revision())
                .update();
        release(lease);
    }

    private void release(UUID lease) {
        jdbc.sql("UPDATE errand SET lease = NULL, leased_until = NULL WHERE lease = :lease")
                .param("lease", lease)
                .update();
    }

    Duration untilNext(String[] kinds) {
        return jdbc.sql("""
                SELECT extract(epoch FROM min(greatest(
                    due - CASE WHEN domain_time THEN :now ELSE clock_timestamp() END,
                    coalesce(next_attempt - clock_timestamp(), interval '0'),
                    coalesce(leased_until - clock_timestamp(), interval '0'))))::float8
                FROM errand WHERE kind = ANY(:kinds)
                """)
                .param("now", Times.at(domain.instant()))
                .param("kinds", kinds)
                .query((row, number) -> Times.ofSeconds(row.getObject(1, Double.class)))
                .single();
    }
}
