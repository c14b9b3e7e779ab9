package org.imprimatur.messaging.outbox.kafka;

import java.time.Clock;
import java.util.UUID;
import org.imprimatur.messaging.Causation;
import org.imprimatur.messaging.MessageCatalogue;
import org.imprimatur.messaging.Trace;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.work.SubjectLock;
import org.imprimatur.messaging.work.Times;
import org.imprimatur.messaging.work.Wakeups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Stores what is said in the caller's transaction. */
final class JdbcOutbox implements Outbox {

    static final String QUEUE = "outbox";

    private static final Logger log = LoggerFactory.getLogger(JdbcOutbox.class);

    private final JdbcClient jdbc;
    private final MessageCatalogue catalogue;
    private final JsonMapper json;
    private final Clock clock;
    private final Wakeups wakeups;
    private final DataSize largest;

    JdbcOutbox(
            JdbcClient jdbc,
            MessageCatalogue catalogue,
            JsonMapper json,
            Clock clock,
            Wakeups wakeups,
            DataSize largest) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.json = json;
        this.clock = clock;
        this.wakeups = wakeups;
        this.largest = largest;
    }

    @Override
    public String say(Object message, String actor) {
        inTransaction(message.getClass().getSimpleName() + " was said");
        byte[] body = json.writeValueAsBytes(message);
        if (body.length > largest.toBytes()) {
            throw new IllegalArgumentException("%s about %s has %d bytes, the largest message %d: it is not said"
                    .formatted(
                            message.getClass().getSimpleName(),
                            catalogue.subject(message),
                            body.length,
                            largest.toBytes()));
        }
        String id = UUID.randomUUID().toString();
        String topic = catalogue.topic(message);
        String subject = catalogue.subject(message);
        String aggregate = catalogue.aggregate(message);
        Causation causation = Causation.current();
        Trace here = causation.trace() == null ? Trace.begun() : causation.trace();
        String trace = jdbc.sql("""
                WITH locked AS MATERIALIZED (%s),
                next AS (
                    INSERT INTO outbox_sequence AS s (topic, aggregate, sequence)
                    SELECT :topic, :aggregate, 1 FROM locked
                    ON CONFLICT (topic, aggregate) DO UPDATE SET sequence = s.sequence + 1
                    RETURNING sequence),
                known AS (SELECT trace FROM subject_trace WHERE subject = :subject),
                begun AS (
                    INSERT INTO subject_trace AS t (subject, trace)
                    SELECT :subject, :trace WHERE NOT EXISTS (SELECT FROM known)
                    ON CONFLICT (subject) DO UPDATE SET trace = t.trace
                    RETURNING trace),
                its AS (SELECT trace FROM known UNION ALL SELECT trace FROM begun)
                INSERT INTO outbox
                    (id, topic, type, subject, aggregate, sequence, time, actor, causation, traceparent, body)
                SELECT :id, :topic, :type, :subject, :aggregate, next.sequence, :time, :actor, :causation,
                    '00-' || its.trace || '-' || :span || '-01', :body
                FROM next, its
                RETURNING (SELECT trace FROM its)
                """.formatted(SubjectLock.sql("SELECT :subject")))
                // held until commit: only then may the next one draw a position for this subject
                .params(SubjectLock.values())
                .param("id", id)
                .param("topic", topic)
                .param("type", catalogue.type(message))
                .param("subject", subject)
                .param("aggregate", aggregate)
                .param("time", Times.at(clock.instant()))
                .param("actor", actor)
                .param("causation", causation.id())
                .param("trace", here.id())
                .param("span", here.span())
                .param("body", body)
                .query(String.class)
                .single();
        SubjectLock.taken(subject);
        if (causation.trace() != null && !trace.equals(here.id())) {
            // the line bears the trace of the request or the errand: so each leads to the other
            log.info("{} about {} goes on with trace {}", message.getClass().getSimpleName(), subject, trace);
        }
        wakeups.afterCommit(QUEUE);
        return id;
    }

    @Override
    public int sayAgain(String subject) {
        inTransaction("what is known of " + subject + " was said again");
        SubjectLock.take(jdbc, subject);
        int again = jdbc.sql("UPDATE outbox SET sent_at = NULL WHERE subject = :subject AND sent_at IS NOT NULL")
                .param("subject", subject)
                .update();
        wakeups.afterCommit(QUEUE);
        return again;
    }

    private static void inTransaction(String what) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    what + " outside a transaction: it could be said of something that never happened");
        }
    }
}
