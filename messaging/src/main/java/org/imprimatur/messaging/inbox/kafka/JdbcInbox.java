package org.imprimatur.messaging.inbox.kafka;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.imprimatur.messaging.Causation;
import org.imprimatur.messaging.Trace;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.inbox.InboxListener;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.work.Silence;
import org.imprimatur.messaging.work.SubjectLock;
import org.imprimatur.messaging.work.SubjectTraces;
import org.imprimatur.messaging.work.Times;
import org.imprimatur.messaging.work.Wakeups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of what came. */
final class JdbcInbox implements Inbox {

    static final String QUEUE = "inbox";

    /** Takes a row's subject until commit, and says whether nobody else had it; in SQL. */
    private static final String SUBJECT_IS_FREE = "pg_try_advisory_xact_lock(hashtextextended(inbox.subject, 1))";

    private static final Logger log = LoggerFactory.getLogger(JdbcInbox.class);

    /** What is said because of a gap has this before the incident's id as its causation. */
    private static final String BECAUSE_OF_A_GAP = "gap/";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Handlers handlers;
    private final ObjectProvider<InboxListener> listeners;
    private final Wakeups wakeups;
    private final SubjectTraces traces;
    private final Duration silence;

    /**
     * Due, and nothing of its subject unfinished before it; one that overtakes minds only others that do.
     * {@code SKIP LOCKED} alone would be wrong: it would pass over a key's first row because somebody is at it, and
     * give the second to a second worker, at the same time or, after a failure of the first, before it.
     */
    private final String claimable;

    JdbcInbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Handlers handlers,
            ObjectProvider<InboxListener> listeners,
            Wakeups wakeups,
            SubjectTraces traces,
            Duration silence,
            Duration longestPause) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.handlers = handlers;
        this.listeners = listeners;
        this.wakeups = wakeups;
        this.traces = traces;
        this.silence = silence;
        this.claimable = """
                i.state IN ('NEW', 'RETRYING') AND (i.next_attempt IS NULL OR %s)
                AND NOT EXISTS (
                    SELECT 1 FROM inbox e
                    WHERE e.subject = i.subject AND e.position < i.position AND e.state IN ('NEW', 'RETRYING', 'PARKED')
                    AND (e.overtakes OR NOT i.overtakes))
                """.formatted(Times.reached("i.next_attempt", longestPause));
    }

    /** @param untried whether nobody has failed at it yet */
    record Candidate(long position, String subject, String type, boolean untried) {

        static final String SQL = "i.position, i.subject, i.type, i.attempts";
    }

    /** @param more whether something of its subject waits behind it */
    record Claimed(
            long position,
            Received received,
            Causation causation,
            byte[] body,
            int attempts,
            long moves,
            boolean more) {

        Claimed at(long place) {
            return new Claimed(place, received, causation, body, attempts, moves, more);
        }
    }

    /** Stores what came, each once, all or none; the offsets may be committed after this. */
    void store(List<Incoming> incoming) {
        transaction.executeWithoutResult(status -> {
            meet(incoming);
            if (incoming.size() > 1 && incoming.stream().allMatch(one -> one.unreadable() == null)) {
                storeTogether(incoming);
            } else {
                incoming.forEach(this::store);
            }
        });
    }

    /** What trace came first about each subject: known once this is committed. */
    private void meet(List<Incoming> incoming) {
        SortedMap<String, String> met = new TreeMap<>();
        incoming.forEach(one -> Trace.read(one.traceparent())
                .ifPresent(trace -> met.putIfAbsent(one.received().subject(), trace.id())));
        traces.meet(met);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                traces.remember(met.keySet());
            }
        });
    }

    /** In the caller's transaction. Where it is, if it is new and somebody takes it in. */
    Optional<Long> storeOne(Incoming incoming) {
        meet(List.of(incoming));
        return store(incoming);
    }

    /** As {@link #store(Incoming)} each, in two statements, unless something is amiss. */
    private void storeTogether(List<Incoming> incoming) {
        Map<String, Stored> stored = insert(incoming, "NEW", "true");
        List<Incoming> fresh = new ArrayList<>();
        for (Incoming one : incoming) {
            if (stored.remove(one.received().id()) != null) {
                fresh.add(one);
            } else {
                compare(one);
            }
        }
        count(fresh);
        if (incoming.stream().anyMatch(this::takes)) {
            wakeups.afterCommit(QUEUE);
        }
    }

    private void count(List<Incoming> incoming) {
        Map<List<String>, List<Incoming>> aggregates =
                incoming.stream().collect(groupingBy(JdbcInbox::aggregate, LinkedHashMap::new, toList()));
        Set<List<String>> counted = counted(aggregates);
        aggregates.forEach((aggregate, messages) -> {
            if (!counted.contains(aggregate)) {
                messages.forEach(this::count);
            }
        });
    }

    private static List<String> aggregate(Incoming incoming) {
        Received received = incoming.received();
        return List.of(received.source(), incoming.topic(), received.aggregate());
    }

    /**
     * Those that are new, by their ids.
     *
     * @param state of those that somebody takes in
     * @param alone in SQL, evaluated for each of these
     */
    private Map<String, Stored> insert(List<Incoming> incoming, String state, String alone) {
        List<Received> received = incoming.stream().map(Incoming::received).toList();
        Map<String, Stored> stored = new HashMap<>();
        jdbc.sql("""
                        INSERT INTO inbox (id, sha256, came_by, type, source, time, subject, aggregate, sequence, actor,
                            causation, traceparent, body, overtakes, state, finished_at)
                        SELECT id, sha256, came_by, type, source,
                            timestamptz 'epoch' + micros * interval '1 microsecond', subject, aggregate, sequence, actor,
                            causation, traceparent, body, overtakes, CASE WHEN taken THEN :state ELSE 'IGNORED' END,
                            CASE WHEN NOT taken OR :state = 'DONE' THEN clock_timestamp() END
                        FROM unnest(:id::text[], :sha256::text[], :cameBy::text[], :type::text[], :source::text[],
                            :micros::bigint[], :subject::text[], :aggregate::text[], :sequence::bigint[], :actor::text[],
                            :causation::text[], :trace::text[], :body::bytea[], :overtakes::boolean[],
                            :taken::boolean[]) WITH ORDINALITY
                            AS came (id, sha256, came_by, type, source, micros, subject, aggregate, sequence, actor,
                                causation, traceparent, body, overtakes, taken, place),
                        """ + Silence.ENDS_THE_TRANSACTION
                        + " AS silent ORDER BY place ON CONFLICT (id) DO NOTHING"
                        + " RETURNING id, position, CASE WHEN inbox.state = 'IGNORED' THEN true ELSE " + alone
                        + " END AS alone")
                .param("silence", Silence.after(silence))
                .param("state", state)
                .param("id", texts(received, Received::id))
                .param("sha256", texts(incoming, Incoming::sha256))
                .param("cameBy", texts(incoming, Incoming::cameBy))
                .param("type", texts(received, Received::type))
                .param("source", texts(received, Received::source))
                .param(
                        "micros",
                        received.stream()
                                .map(one -> ChronoUnit.MICROS.between(Instant.EPOCH, one.time()))
                                .toArray(Long[]::new))
                .param("subject", texts(received, Received::subject))
                .param("aggregate", texts(received, Received::aggregate))
                .param("sequence", received.stream().map(Received::sequence).toArray(Long[]::new))
                .param("actor", texts(received, Received::actor))
                .param("causation", texts(received, Received::causation))
                .param("trace", texts(incoming, Incoming::traceparent))
                .param("body", incoming.stream().map(Incoming::body).toArray(byte[][]::new))
                .param(
                        "overtakes",
                        received.stream()
                                .map(one -> handlers.overtake(one.type()))
                                .toArray(Boolean[]::new))
                .param("taken", incoming.stream().map(this::takes).toArray(Boolean[]::new))
                .query((RowCallbackHandler) row -> stored.put(row.getString("id"), Stored.of(row)));
        return stored;
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** Those whose messages follow each other and what was counted before, while nothing is missing: they are counted. */
    private Set<List<String>> counted(Map<List<String>, List<Incoming>> aggregates) {
        List<List<Incoming>> runs = aggregates.values().stream()
                .filter(messages -> IntStream.range(1, messages.size())
                        .allMatch(at -> messages.get(at).received().sequence()
                                == messages.get(0).received().sequence() + at))
                .toList();
        List<Incoming> firsts = runs.stream().map(run -> run.get(0)).toList();
        return new HashSet<>(jdbc.sql("""
                        INSERT INTO inbox_sequence AS s (source, topic, aggregate, sequence)
                        SELECT r.source, r.topic, r.aggregate, r.last
                        FROM unnest(:source::text[], :topic::text[], :aggregate::text[], :first::bigint[],
                            :last::bigint[]) AS r (source, topic, aggregate, first, last)
                        LEFT JOIN inbox_sequence k USING (source, topic, aggregate)
                        WHERE r.first = coalesce(k.sequence, 0) + 1 AND NOT EXISTS (
                            SELECT 1 FROM inbox_gap g
                            WHERE g.source = r.source AND g.topic = r.topic AND g.aggregate = r.aggregate)
                        ORDER BY r.source, r.topic, r.aggregate
                        ON CONFLICT (source, topic, aggregate) DO UPDATE SET sequence = excluded.sequence
                        WHERE s.sequence < excluded.sequence
                        RETURNING source, topic, aggregate
                        """)
                .param("source", texts(firsts, one -> one.received().source()))
                .param("topic", texts(firsts, Incoming::topic))
                .param("aggregate", texts(firsts, one -> one.received().aggregate()))
                .param(
                        "first",
                        firsts.stream().map(one -> one.received().sequence()).toArray(Long[]::new))
                .param(
                        "last",
                        runs.stream()
                                .map(run -> run.get(run.size() - 1).received().sequence())
                                .toArray(Long[]::new))
                .query((row, number) ->
                        List.of(row.getString("source"), row.getString("topic"), row.getString("aggregate")))
                .list());
    }

    private Optional<Long> store(Incoming incoming) {
        boolean taken = takes(incoming);
        Optional<Long> stored = insert(
                        incoming,
                        taken || incoming.unreadable() != null ? "NEW" : "IGNORED",
                        ":state = 'IGNORED'",
                        "true")
                .map(Stored::position);
        if (stored.isEmpty()) {
            compare(incoming);
        } else if (incoming.unreadable() != null) {
            park(stored.get(), 0, "it can't be read: " + incoming.unreadable());
        } else {
            if (!counted(incoming).counted()) {
                count(incoming);
            }
            if (taken) {
                wakeups.afterCommit(QUEUE);
            }
        }
        return stored.filter(position -> taken);
    }

    boolean takes(Incoming incoming) {
        return incoming.unreadable() == null && handlers.take(incoming.received());
    }

    /**
     * Stores it as handled, in the caller's transaction, which must not commit unless it is; and takes its subject for
     * itself until commit. Empty when it came before, or isn't next of its subject: then nothing of this may stay.
     */
    Optional<Claimed> storeHandled(Incoming incoming) {
        meet(List.of(incoming));
        return insert(incoming, "DONE", "true", SUBJECT_IS_FREE)
                .filter(Stored::alone)
                .flatMap(stored -> {
                    Counted counted = counted(incoming);
                    if (counted.waits()) {
                        return Optional.empty();
                    }
                    if (!counted.counted()) {
                        count(incoming);
                    }
                    return Optional.of(new Claimed(
                            stored.position(),
                            incoming.received(),
                            Causation.of(incoming.received().id(), incoming.traceparent()),
                            incoming.body(),
                            0,
                            counted.moves(),
                            false));
                });
    }

    /**
     * As {@link #storeHandled(Incoming)} all of them, and those that nobody takes in as ignored. Empty when that can't be
     * for one of them: then nothing of this may stay.
     */
    Optional<List<Claimed>> storeHandled(List<Incoming> incoming) {
        meet(incoming);
        Map<String, Stored> stored = insert(incoming, "DONE", SUBJECT_IS_FREE);
        if (stored.size() < incoming.size() || !stored.values().stream().allMatch(Stored::alone)) {
            return Optional.empty();
        }
        List<Incoming> taken = incoming.stream().filter(this::takes).toList();
        Map<String, Long> moves = new HashMap<>();
        jdbc.sql("""
                SELECT c.subject, coalesce((SELECT moves FROM inbox_subject s WHERE s.subject = c.subject), 0) AS moves
                FROM unnest(:subjects::text[]) AS c (subject)
                WHERE NOT EXISTS (
                    SELECT 1 FROM inbox e WHERE e.subject = c.subject AND e.state IN ('NEW', 'RETRYING', 'PARKED'))
                """)
                .param(
                        "subjects",
                        taken.stream()
                                .map(one -> one.received().subject())
                                .distinct()
                                .toArray(String[]::new))
                .query((RowCallbackHandler) row -> moves.put(row.getString("subject"), row.getLong("moves")));
        if (!taken.stream().allMatch(one -> moves.containsKey(one.received().subject()))) {
            return Optional.empty();
        }
        count(incoming);
        return Optional.of(taken.stream()
                .map(one -> new Claimed(
                        stored.get(one.received().id()).position(),
                        one.received(),
                        Causation.of(one.received().id(), one.traceparent()),
                        one.body(),
                        0,
                        moves.get(one.received().subject()),
                        false))
                .toList());
    }

    private record Stored(long position, boolean alone) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(row.getLong("position"), row.getBoolean("alone"));
        }
    }

    /** @param alone in SQL, evaluated for the new row */
    private Optional<Stored> insert(Incoming incoming, String state, String finished, String alone) {
        Received received = incoming.received();
        return jdbc.sql("""
                    INSERT INTO inbox (id, sha256, came_by, type, source, time, subject, aggregate, sequence, actor,
                        causation, traceparent, body, overtakes, state, finished_at)
                    VALUES (:id, :sha256, :cameBy, :type, :source, :time, :subject, :aggregate, :sequence, :actor,
                        :causation, :trace, :body, :overtakes, :state, CASE WHEN %s THEN clock_timestamp() END)
                    ON CONFLICT (id) DO NOTHING
                    RETURNING position, %s AS alone,
                    """.formatted(finished, alone) + Silence.ENDS_THE_TRANSACTION)
                .param("silence", Silence.after(silence))
                .param("id", received.id())
                .param("sha256", incoming.sha256())
                .param("cameBy", incoming.cameBy())
                .param("type", received.type())
                .param("source", received.source())
                .param("time", Times.at(received.time()))
                .param("subject", received.subject())
                .param("aggregate", received.aggregate())
                .param("sequence", received.sequence())
                .param("actor", received.actor())
                .param("causation", received.causation())
                .param("trace", incoming.traceparent())
                .param("body", incoming.body())
                .param("overtakes", takes(incoming) && handlers.overtake(received.type()))
                .param("state", state)
                .query((row, number) -> Stored.of(row))
                .optional();
    }

    /**
     * @param counted whether it was its aggregate's next and nothing of that is missing: then its number is noted
     * @param waits whether something of its subject is unfinished that it must not be handled before
     * @param moves as {@link Claimed#moves}
     */
    private record Counted(boolean counted, boolean waits, long moves) {}

    private Counted counted(Incoming incoming) {
        Received received = incoming.received();
        return jdbc.sql("""
                WITH counted AS (
                    INSERT INTO inbox_sequence AS s (source, topic, aggregate, sequence)
                    SELECT :source, :topic, :aggregate, :sequence
                    WHERE :sequence = 1 OR EXISTS (
                        SELECT 1 FROM inbox_sequence k
                        WHERE k.source = :source AND k.topic = :topic AND k.aggregate = :aggregate)
                    ON CONFLICT (source, topic, aggregate) DO UPDATE SET sequence = :sequence
                    WHERE s.sequence = :sequence - 1 AND NOT EXISTS (
                        SELECT 1 FROM inbox_gap g
                        WHERE g.source = s.source AND g.topic = s.topic AND g.aggregate = s.aggregate)
                    RETURNING 1)
                SELECT EXISTS (SELECT 1 FROM counted) AS counted,
                    EXISTS (
                        SELECT 1 FROM inbox e
                        WHERE e.subject = :subject AND e.state IN ('NEW', 'RETRYING', 'PARKED')
                        AND (e.overtakes OR NOT :overtakes)) AS waits,
                    coalesce((SELECT moves FROM inbox_subject s WHERE s.subject = :subject), 0) AS moves
                """)
                .param("source", received.source())
                .param("topic", incoming.topic())
                .param("aggregate", received.aggregate())
                .param("sequence", received.sequence())
                .param("subject", received.subject())
                .param("overtakes", handlers.overtake(received.type()))
                .query((row, number) ->
                        new Counted(row.getBoolean("counted"), row.getBoolean("waits"), row.getLong("moves")))
                .single();
    }

    private void compare(Incoming incoming) {
        Received received = incoming.received();
        String content = content(
                received.type(),
                received.source(),
                received.subject(),
                received.aggregate(),
                received.sequence(),
                incoming.sha256());
        String before = jdbc.sql("SELECT * FROM inbox WHERE id = :id")
                .param("id", received.id())
                .query((row, number) -> content(
                        row.getString("type"),
                        row.getString("source"),
                        row.getString("subject"),
                        row.getString("aggregate"),
                        row.getLong("sequence"),
                        row.getString("sha256")))
                .single();
        if (!before.equals(content)) {
            log.error("{} came again by {} with other content", received.id(), incoming.cameBy());
            incident(
                    "OTHER_BODY",
                    received.id(),
                    received.subject(),
                    "came again by " + incoming.cameBy() + " as " + content + ", before it was " + before,
                    null,
                    incoming.body());
            tell(listener -> listener.otherBody(received.id(), received.subject()));
        }
    }

    private static String content(
            String type, String source, String subject, String aggregate, long sequence, String sha256) {
        return "number " + sequence + " of " + aggregate + " of " + source + " about " + subject + ", " + type
                + ", SHA-256 " + sha256;
    }

    private record Last(long sequence, boolean gaps) {}

    private void count(Incoming incoming) {
        Received received = incoming.received();
        Last before = jdbc.sql("""
                SELECT sequence, EXISTS (
                    SELECT 1 FROM inbox_gap g
                    WHERE g.source = s.source AND g.topic = s.topic AND g.aggregate = s.aggregate) AS gaps
                FROM inbox_sequence s
                WHERE source = :source AND topic = :topic AND aggregate = :aggregate FOR UPDATE OF s
                """)
                .param("source", received.source())
                .param("topic", incoming.topic())
                .param("aggregate", received.aggregate())
                .query((row, number) -> new Last(row.getLong("sequence"), row.getBoolean("gaps")))
                .optional()
                .orElse(new Last(0, false));
        if (before.gaps()) {
            fill(incoming);
        }
        if (received.sequence() > before.sequence() + 1) {
            open(incoming, before.sequence() + 1);
        }
        jdbc.sql("""
                INSERT INTO inbox_sequence AS s (source, topic, aggregate, sequence)
                VALUES (:source, :topic, :aggregate, :sequence)
                ON CONFLICT (source, topic, aggregate) DO UPDATE SET sequence = greatest(s.sequence, :sequence)
                """)
                .param("source", received.source())
                .param("topic", incoming.topic())
                .param("aggregate", received.aggregate())
                .param("sequence", received.sequence())
                .update();
    }

    private void open(Incoming incoming, long expected) {
        Received received = incoming.received();
        Gap gap = new Gap(
                received.source(),
                incoming.topic(),
                received.aggregate(),
                received.subject(),
                expected,
                received.sequence() - 1);
        store(gap);
        noticed(
                "GAP",
                received.id(),
                received.subject(),
                incoming.traceparent(),
                gap.toString(),
                listener -> listener.gap(
                        gap.source(), gap.topic(), gap.subject(), gap.aggregate(), expected, received.sequence()));
    }

    private void store(Gap gap) {
        jdbc.sql("""
                INSERT INTO inbox_gap (source, topic, aggregate, subject, first, last)
                VALUES (:source, :topic, :aggregate, :subject, :first, :last)
                """)
                .param("source", gap.source())
                .param("topic", gap.topic())
                .param("aggregate", gap.aggregate())
                .param("subject", gap.subject())
                .param("first", gap.first())
                .param("last", gap.last())
                .update();
    }

    /**
     * A number that was missing came late, or the present state came in answer to what we said because of a gap: then
     * nothing that was missing before it is needed any more.
     */
    private void fill(Incoming incoming) {
        Received received = incoming.received();
        List<Gap> filled = jdbc.sql("""
                DELETE FROM inbox_gap
                WHERE source = :source AND topic = :topic AND aggregate = :aggregate
                AND (:sequence BETWEEN first AND last
                    OR last < :sequence
                    AND EXISTS (SELECT 1 FROM outbox o WHERE o.id = :causation AND o.causation LIKE :because || '%'))
                RETURNING *
                """)
                .param("source", received.source())
                .param("topic", incoming.topic())
                .param("aggregate", received.aggregate())
                .param("sequence", received.sequence())
                .param("causation", received.causation())
                .param("because", BECAUSE_OF_A_GAP)
                .query(JdbcInbox::gapRow)
                .list();
        for (Gap gap : filled) {
            if (gap.last() >= received.sequence()) {
                gap.without(received.sequence()).forEach(this::store);
            }
        }
        boolean open = jdbc.sql("""
                SELECT EXISTS (
                    SELECT 1 FROM inbox_gap WHERE source = :source AND topic = :topic AND aggregate = :aggregate)
                """)
                .param("source", received.source())
                .param("topic", incoming.topic())
                .param("aggregate", received.aggregate())
                .query(Boolean.class)
                .single();
        if (!open) {
            incident(
                    "GAP_CLOSED",
                    received.id(),
                    received.subject(),
                    "of " + received.aggregate() + " of " + received.source() + " on " + incoming.topic()
                            + " nothing is missing any more",
                    null,
                    null);
            tell(listener -> listener.gapClosed(received.source(), incoming.topic(), received.aggregate()));
        }
    }

    /** Kafka has deleted, or lost, records that we had not read. Said once. */
    void unread(String topic, int partition, long first, long last) {
        String records = topic + "/" + partition + "/" + first + "-" + last;
        transaction.executeWithoutResult(status -> {
            boolean known = jdbc.sql(
                            "SELECT EXISTS (SELECT 1 FROM inbox_incident WHERE kind = 'UNREAD' AND message = :records)")
                    .param("records", records)
                    .query(Boolean.class)
                    .single();
            if (!known) {
                noticed(
                        "UNREAD",
                        records,
                        topic,
                        null,
                        "the records " + first + " to " + last + " of " + topic + "/" + partition
                                + " were gone before they were read",
                        listener -> listener.unread(topic, partition, first, last));
            }
        });
    }

    private void noticed(
            String kind, String message, String subject, String trace, String detail, Consumer<InboxListener> news) {
        log.error("{}: {}", message, detail);
        UUID incident = UUID.randomUUID();
        incident(incident, kind, message, subject, detail, null, null);
        Causation.of(BECAUSE_OF_A_GAP + incident, trace).during(() -> {
            tell(news);
            return null;
        });
    }

    @Override
    public List<Gap> gaps() {
        return jdbc.sql("SELECT * FROM inbox_gap ORDER BY source, topic, aggregate, first")
                .query(JdbcInbox::gapRow)
                .list();
    }

    List<Candidate> candidates() {
        return jdbc.sql("""
                (SELECT %2$s FROM inbox i WHERE i.overtakes AND %1$s ORDER BY i.position LIMIT 100)
                UNION ALL
                (SELECT %2$s FROM inbox i WHERE NOT i.overtakes AND %1$s ORDER BY i.position LIMIT 100)
                """.formatted(claimable, Candidate.SQL))
                .query(JdbcInbox::candidate)
                .list();
    }

    /** What comes next of these subjects: found by its index, however many wait. */
    List<Candidate> nextOf(Collection<String> subjects) {
        return jdbc.sql("""
                SELECT DISTINCT ON (i.subject) %2$s FROM inbox i WHERE i.subject = ANY(:subjects) AND %1$s
                ORDER BY i.subject, i.overtakes DESC, i.position
                """.formatted(claimable, Candidate.SQL))
                .param("subjects", subjects.toArray(String[]::new))
                .query(JdbcInbox::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                row.getLong("position"), row.getString("subject"), row.getString("type"), row.getInt("attempts") == 0);
    }

    /**
     * In the handling transaction: takes those subjects for itself until commit that nobody else has, then their rows,
     * where it is still their turn. It waits for nobody.
     */
    List<Claimed> claim(Collection<Candidate> candidates) {
        Map<String, Long> positions = new LinkedHashMap<>();
        candidates.forEach(candidate -> positions.putIfAbsent(candidate.subject(), candidate.position()));
        List<Long> alone = jdbc
                .sql("""
                SELECT pg_try_advisory_xact_lock(hashtextextended(c.subject, 1)) AS alone, c.position
                FROM (SELECT %s) AS silent, unnest(:subjects::text[], :positions::bigint[]) AS c (subject, position)
                """.formatted(Silence.ENDS_THE_TRANSACTION))
                .param("subjects", positions.keySet().toArray(String[]::new))
                .param("positions", positions.values().toArray(Long[]::new))
                .param("silence", Silence.after(silence))
                .query((row, number) -> row.getBoolean("alone") ? row.getLong("position") : null)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
        if (alone.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT i.*, coalesce((SELECT moves FROM inbox_subject s WHERE s.subject = i.subject), 0) AS moves,
                    EXISTS (
                        SELECT 1 FROM inbox l
                        WHERE l.subject = i.subject AND l.position > i.position AND l.state IN ('NEW', 'RETRYING'))
                    AS more
                FROM inbox i WHERE i.position = ANY(:positions) AND
                """ + claimable + " ORDER BY i.position FOR UPDATE OF i")
                .param("positions", alone.toArray(Long[]::new))
                .query((row, number) -> new Claimed(
                        row.getLong("position"),
                        received(row),
                        Causation.of(row.getString("id"), row.getString("traceparent")),
                        row.getBytes("body"),
                        row.getInt("attempts"),
                        row.getLong("moves"),
                        row.getBoolean("more")))
                .list();
    }

    void done(List<Claimed> handled) {
        jdbc.sql("""
                UPDATE inbox SET state = 'DONE', cause = NULL, next_attempt = NULL, finished_at = clock_timestamp()
                WHERE position = ANY(:positions)
                """)
                .param("positions", handled.stream().map(Claimed::position).toArray(Long[]::new))
                .update();
    }

    /** False when it was handled by another meanwhile. */
    boolean retry(Claimed claimed, String cause, Duration pause) {
        return jdbc.sql("""
                UPDATE inbox SET state = 'RETRYING', cause = :cause, attempts = attempts + 1,
                    next_attempt = clock_timestamp() + :pause::interval
                WHERE position = :position AND attempts = :attempts AND state IN ('NEW', 'RETRYING')
                """)
                        .param("cause", cause)
                        .param("pause", Times.interval(pause))
                        .param("position", claimed.position())
                        .param("attempts", claimed.attempts())
                        .update()
                == 1;
    }

    /** Parks it for a person, unless it was handled by another meanwhile. */
    void park(long position, int attempts, String cause) {
        UUID incident = UUID.randomUUID();
        jdbc.sql("""
                UPDATE inbox SET state = 'PARKED', cause = :cause, attempts = attempts + 1, next_attempt = NULL,
                    incident = :incident
                WHERE position = :position AND attempts = :attempts AND state IN ('NEW', 'RETRYING')
                RETURNING *
                """)
                .param("cause", cause)
                .param("incident", incident)
                .param("position", position)
                .param("attempts", attempts)
                .query(JdbcInbox::parkedRow)
                .optional()
                .ifPresent(parked -> {
                    log.error("{} {} is parked: {}", parked.type(), parked.id(), cause);
                    incident(incident, "PARKED", parked.id(), parked.subject(), cause, null, null);
                    tell(listener -> listener.parked(parked));
                });
    }

    /**
     * Sets it aside, unless its subject moved since it was claimed: then nobody would come for it. The lock on the
     * subject's row puts this before or after each move, never beside it.
     */
    void early(Claimed claimed, String reason) {
        long moves = jdbc.sql("""
                INSERT INTO inbox_subject AS s (subject, moves) VALUES (:subject, 0)
                ON CONFLICT (subject) DO UPDATE SET moves = s.moves
                RETURNING moves
                """)
                .param("subject", claimed.received().subject())
                .query(Long.class)
                .single();
        if (moves == claimed.moves()) {
            jdbc.sql("""
                    UPDATE inbox SET state = 'EARLY', cause = :reason, next_attempt = NULL
                    WHERE position = :position AND attempts = :attempts AND state IN ('NEW', 'RETRYING')
                    """)
                    .param("reason", reason)
                    .param("position", claimed.position())
                    .param("attempts", claimed.attempts())
                    .update();
        }
    }

    @Override
    public void moved(String subject) {
        transaction.executeWithoutResult(status -> {
            SubjectLock.take(jdbc, subject);
            jdbc.sql("""
                    INSERT INTO inbox_subject AS s (subject, moves) VALUES (:subject, 1)
                    ON CONFLICT (subject) DO UPDATE SET moves = s.moves + 1
                    """).param("subject", subject).update();
            int again = jdbc.sql("""
                    UPDATE inbox SET state = 'NEW', attempts = 0 WHERE subject = :subject AND state = 'EARLY'
                    """).param("subject", subject).update();
            if (again > 0) {
                wakeups.afterCommit(QUEUE);
            }
        });
    }

    @Override
    public List<Parked> parked() {
        return jdbc.sql("SELECT * FROM inbox WHERE state = 'PARKED' ORDER BY position")
                .query(JdbcInbox::parkedRow)
                .list();
    }

    @Override
    public List<Retrying> retrying() {
        return jdbc.sql("SELECT * FROM inbox WHERE state = 'RETRYING' ORDER BY position")
                .query((row, number) -> new Retrying(
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getString("cause"),
                        row.getInt("attempts"),
                        Times.instant(row, "next_attempt")))
                .list();
    }

    @Override
    public boolean tryAgain(String id, String actor) {
        return resume(id, actor, "TRIED_AGAIN", "tried again", "state = 'NEW', attempts = 0");
    }

    @Override
    public boolean skip(String id, String actor, String reason) {
        return resume(id, actor, "SKIPPED", reason, "state = 'SKIPPED', finished_at = clock_timestamp()");
    }

    private boolean resume(String id, String actor, String kind, String reason, String change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Parked> parked = jdbc.sql(
                            "UPDATE inbox SET " + change + " WHERE id = :id AND state = 'PARKED' RETURNING *")
                    .param("id", id)
                    .query(JdbcInbox::parkedRow)
                    .optional();
            parked.ifPresent(message -> {
                incident(kind, id, message.subject(), reason, actor, null);
                tell(listener -> listener.resumed(message, actor, kind.equals("SKIPPED")));
                wakeups.afterCommit(QUEUE);
            });
            return parked.isPresent();
        }));
    }

    /** Of what is long due and still here, something else must end first: whoever ends it wakes us. */
    Duration untilNext() {
        return jdbc.sql("""
                SELECT extract(epoch FROM min(next_attempt) - clock_timestamp())::float8 FROM inbox
                WHERE state = 'RETRYING' AND next_attempt > clock_timestamp() - interval '1 second'
                """)
                .query((row, number) -> Times.ofSeconds(row.getObject(1, Double.class)))
                .single();
    }

    void prune(Duration retention) {
        jdbc.sql("DELETE FROM inbox WHERE finished_at < clock_timestamp() - :retention::interval")
                .param("retention", Times.interval(retention))
                .update();
    }

    private void tell(Consumer<InboxListener> news) {
        listeners.orderedStream().forEach(news);
    }

    private void incident(String kind, String message, String subject, String detail, String actor, byte[] body) {
        incident(UUID.randomUUID(), kind, message, subject, detail, actor, body);
    }

    private void incident(
            UUID id, String kind, String message, String subject, String detail, String actor, byte[] body) {
        jdbc.sql("""
                INSERT INTO inbox_incident (id, kind, message, subject, detail, actor, body)
                VALUES (:id, :kind, :message, :subject, :detail, :actor, :body)
                """)
                .param("id", id)
                .param("kind", kind)
                .param("message", message)
                .param("subject", subject)
                .param("detail", detail)
                .param("actor", actor)
                .param("body", body)
                .update();
    }

    private static Parked parkedRow(ResultSet row, int number) throws SQLException {
        return new Parked(
                row.getString("id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("cause"),
                row.getInt("attempts"),
                row.getObject("incident", UUID.class));
    }

    private static Gap gapRow(ResultSet row, int number) throws SQLException {
        return new Gap(
                row.getString("source"),
                row.getString("topic"),
                row.getString("aggregate"),
                row.getString("subject"),
                row.getLong("first"),
                row.getLong("last"));
    }

    private static Received received(ResultSet row) throws SQLException {
        return new Received(
                row.getString("id"),
                row.getString("type"),
                row.getString("source"),
                Times.instant(row, "time"),
                row.getString("subject"),
                row.getString("aggregate"),
                row.getLong("sequence"),
                row.getString("actor"),
                row.getString("causation"));
    }
}
