package org.imprimatur.messaging.mail.smtp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.mail.MailListener;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.messaging.mail.MailState.State;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.messaging.work.Faults;
import org.imprimatur.messaging.work.Leases;
import org.imprimatur.messaging.work.SubjectLock;
import org.imprimatur.messaging.work.Times;
import org.imprimatur.messaging.work.Wakeups;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of mails. */
final class JdbcMailQueue implements MailQueue {

    static final String QUEUE = "mail";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private static final String WAITING = "state IN ('QUEUED', 'REFUSED', 'UNCERTAIN')";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DomainClock clock;
    private final Wakeups wakeups;
    private final ObjectProvider<MailListener> listeners;
    private final String domain;
    private final String due;

    JdbcMailQueue(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DomainClock clock,
            Wakeups wakeups,
            ObjectProvider<MailListener> listeners,
            String domain,
            Duration longestPause) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.wakeups = wakeups;
        this.listeners = listeners;
        this.domain = domain;
        this.due = WAITING + " AND (next_attempt IS NULL OR " + Times.reached("next_attempt", longestPause) + ")"
                + " AND (not_before IS NULL OR not_before <= :now)"
                + " AND (leased_until IS NULL OR " + Times.reached("leased_until", Leases.LEASE) + ")";
    }

    /**
     * @param interrupted whether an earlier attempt began to hand it over and never said how that ended
     * @param answer what the server said then, if that is all that is known; else null
     */
    record Claimed(
            MailState mail,
            MailOrder order,
            Instant firstAttempt,
            int faults,
            int waits,
            boolean interrupted,
            Smtp.Answer answer) {}

    /** A mail and the lease it is held by: what is stored by it is lost with it. */
    record Hold(UUID mail, UUID lease) {

        static final String SQL = "id = :mail AND lease = :lease";

        Map<String, Object> values() {
            return Map.of("mail", mail, "lease", lease);
        }
    }

    @Override
    public UUID queue(MailOrder order) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the mail " + order.cause()
                    + " was ordered outside a transaction: it could leave for something that never happened");
        }
        SubjectLock.take(jdbc, order.about());
        UUID id = UUID.randomUUID();
        Optional<MailState> queued = jdbc.sql("""
                INSERT INTO mail (id, cause, about, recipient, template, "values", not_before, queued_at, message_id,
                    state, changed_at)
                VALUES (:id, :cause, :about, :recipient, :template, :values, :notBefore, :now, :messageId, 'QUEUED',
                    :now)
                ON CONFLICT (cause) DO NOTHING
                RETURNING *
                """)
                .param("id", id)
                .param("cause", order.cause())
                .param("about", order.about())
                .param("recipient", order.recipient())
                .param("template", order.template())
                .param("values", JSON.writeValueAsString(order.values()))
                .param("notBefore", Times.at(order.notBefore()))
                .param("now", Times.at(clock.instant()))
                .param("messageId", "<" + id + "@" + domain + ">")
                .query(JdbcMailQueue::state)
                .optional();
        if (queued.isEmpty()) {
            return jdbc.sql("SELECT id FROM mail WHERE cause = :cause")
                    .param("cause", order.cause())
                    .query(UUID.class)
                    .single();
        }
        tell(queued.get());
        wakeups.afterCommit(QUEUE);
        return id;
    }

    @Override
    public boolean recall(String cause) {
        return change(
                        "cause = :cause AND state IN ('QUEUED', 'REFUSED') AND NOT handing_over",
                        """
                state = 'RECALLED', reason = NULL, next_attempt = NULL
                """,
                        Map.of("cause", cause))
                .isPresent();
    }

    @Override
    public List<MailState> about(String subject) {
        return jdbc.sql("SELECT * FROM mail WHERE about = :about ORDER BY position")
                .param("about", subject)
                .query(JdbcMailQueue::state)
                .list();
    }

    @Override
    public boolean tryAgain(UUID mail) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean changed = change(
                            "id = :id AND state IN ('FAILED', 'REFUSED', 'BOUNCED') AND NOT handing_over",
                            """
                    state = 'QUEUED', reason = NULL, next_attempt = NULL, first_attempt = NULL, faults = 0, waits = 0
                    """,
                            Map.of("id", mail))
                    .isPresent();
            if (changed) {
                wakeups.afterCommit(QUEUE);
            }
            return changed;
        }));
    }

    @Override
    public boolean bounced(String messageId, String reason) {
        return change(
                        "message_id = :messageId AND state IN ('HANDED_OVER', 'UNCERTAIN') AND NOT handing_over",
                        "state = 'BOUNCED', reason = :reason, next_attempt = NULL",
                        Map.of("messageId", messageId, "reason", Faults.shorten(reason)))
                .isPresent();
    }

    /** Some of those that are due, the oldest first: looking takes longer the more there are. */
    List<UUID> due() {
        return jdbc.sql("SELECT id FROM mail WHERE " + due + " ORDER BY position LIMIT 100")
                .param("now", Times.at(clock.instant()))
                .query(UUID.class)
                .list();
    }

    /**
     * In the caller's transaction: takes it, if it is still due and nobody has it, for as long as the lease is kept.
     *
     * @param handingOver from the commit on the mail may have left, so it can't be recalled
     */
    Optional<Claimed> claim(Hold hold, boolean handingOver) {
        return jdbc.sql("""
                UPDATE mail m SET lease = :lease, leased_until = clock_timestamp() + :duration::interval,
                    handing_over = m.handing_over OR :handingOver,
                    attempts = m.attempts + CASE WHEN :handingOver THEN 1 ELSE 0 END,
                    first_attempt = CASE WHEN :handingOver THEN coalesce(m.first_attempt, clock_timestamp())
                        ELSE m.first_attempt END
                FROM (
                    SELECT id, handing_over AS interrupted FROM mail WHERE id = :mail AND %s FOR UPDATE SKIP LOCKED) d
                WHERE m.id = d.id
                RETURNING m.*, d.interrupted
                """.formatted(due))
                .params(hold.values())
                .param("handingOver", handingOver)
                .param("duration", Times.interval(Leases.LEASE))
                .param("now", Times.at(clock.instant()))
                .query((row, number) -> new Claimed(
                        state(row, number),
                        order(row),
                        Times.instant(row, "first_attempt"),
                        row.getInt("faults"),
                        row.getInt("waits"),
                        row.getBoolean("interrupted"),
                        row.getString("answer") == null
                                ? null
                                : new Smtp.Answer(
                                        State.valueOf(row.getString("answer")), row.getString("answer_reason"))))
                .optional();
    }

    /** What became of it. The lease ends with it. */
    void settle(Hold hold, State state, String reason, Duration pause) {
        settle(Hold.SQL, hold, state, reason, pause);
    }

    /** It isn't needed, unless it was recalled meanwhile. The lease ends with it. */
    void moot(Hold hold, String reason) {
        settle(Hold.SQL + " AND " + WAITING, hold, State.MOOT, reason, null);
        release(hold);
    }

    private void settle(String which, Hold hold, State state, String reason, Duration pause) {
        transaction.executeWithoutResult(status -> {
            Map<String, Object> values = new HashMap<>(hold.values());
            values.put("state", state.name());
            values.put("reason", reason == null ? null : Faults.shorten(reason));
            values.put("pause", pause == null ? null : Times.interval(pause));
            change(which, """
                    state = :state, reason = :reason, next_attempt = clock_timestamp() + :pause::interval,
                    handing_over = false, answer = NULL, answer_reason = NULL, lease = NULL, leased_until = NULL
                    """, values);
        });
    }

    /** Keeps the server's answer though nobody could be told: the mail must not go again for that. */
    void keep(Hold hold, Smtp.Answer answer, Duration pause) {
        jdbc.sql("""
                UPDATE mail SET answer = :answer, answer_reason = :reason, lease = NULL, leased_until = NULL,
                    next_attempt = clock_timestamp() + :pause::interval
                WHERE id = :mail AND lease = :lease
                """)
                .params(hold.values())
                .param("answer", answer.state().name())
                .param("reason", answer.reason())
                .param("pause", Times.interval(pause))
                .update();
    }

    /** It can't be written now and waits longer, in the state it has. The lease ends with it. */
    void postpone(Hold hold, String reason, Duration pause, boolean ourFault) {
        jdbc.sql("""
                UPDATE mail SET reason = :reason, next_attempt = clock_timestamp() + :pause::interval,
                    faults = faults + :faults, waits = waits + :waits, lease = NULL, leased_until = NULL
                WHERE id = :mail AND lease = :lease
                """)
                .params(hold.values())
                .param("reason", Faults.shorten(reason))
                .param("pause", Times.interval(pause))
                .param("faults", ourFault ? 1 : 0)
                .param("waits", ourFault ? 0 : 1)
                .update();
    }

    private void release(Hold hold) {
        jdbc.sql("UPDATE mail SET lease = NULL, leased_until = NULL WHERE " + Hold.SQL)
                .params(hold.values())
                .update();
    }

    Duration untilNext() {
        return jdbc.sql("""
                SELECT extract(epoch FROM min(greatest(
                    coalesce(next_attempt - clock_timestamp(), interval '0'),
                    coalesce(not_before - :now::timestamptz, interval '0'),
                    coalesce(leased_until - clock_timestamp(), interval '0'))))::float8
                FROM mail WHERE %s
                """.formatted(WAITING))
                .param("now", Times.at(clock.instant()))
                .query((row, number) -> Times.ofSeconds(row.getObject(1, Double.class)))
                .single();
    }

    /**
     * Changes one mail. The subject's lock comes before the mail's row: who listens says something about the subject, and
     * another may hold its lock and wait for this row.
     */
    private Optional<MailState> change(String which, String changes, Map<String, Object> values) {
        return transaction.execute(status -> {
            Optional<MailState> changed = jdbc.sql("UPDATE mail SET changed_at = :now, " + changes + " FROM ("
                            + SubjectLock.sql("SELECT about FROM mail WHERE " + which) + ") AS locked WHERE " + which
                            + " RETURNING mail.*")
                    .params(SubjectLock.values())
                    .params(values)
                    .param("now", Times.at(clock.instant()))
                    .query(JdbcMailQueue::state)
                    .optional();
            changed.map(MailState::about).ifPresent(SubjectLock::taken);
            changed.ifPresent(this::tell);
            return changed;
        });
    }

    private void tell(MailState state) {
        listeners.orderedStream().forEach(listener -> listener.changed(state));
    }

    private static MailState state(ResultSet row, int number) throws SQLException {
        return new MailState(
                row.getObject("id", UUID.class),
                row.getString("cause"),
                row.getString("about"),
                row.getString("recipient"),
                row.getString("template"),
                row.getString("message_id"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                Times.instant(row, "changed_at"),
                Times.instant(row, "next_attempt"));
    }

    private static MailOrder order(ResultSet row) throws SQLException {
        return new MailOrder(
                row.getString("cause"),
                row.getString("about"),
                row.getString("recipient"),
                row.getString("template"),
                JSON.readValue(row.getString("values"), VALUES),
                Times.instant(row, "not_before"));
    }
}
