package org.imprimatur.messaging.sample;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A handler whose effect is a row, and whose behaviour a test can change by subject. */
public final class Ear<M> implements MessageHandler<M> {

    private final Class<M> message;
    private final boolean overtakes;
    private final JdbcClient jdbc;
    private final Map<String, BiFunction<M, Received, Handling>> whims = new ConcurrentHashMap<>();

    Ear(Class<M> message, boolean overtakes, JdbcClient jdbc) {
        this.message = message;
        this.overtakes = overtakes;
        this.jdbc = jdbc;
    }

    /** From now on messages of that subject are met like this, after their effect was stored. */
    public void meet(String subject, BiFunction<M, Received, Handling> whim) {
        whims.put(subject, whim);
    }

    public void calm(String subject) {
        whims.remove(subject);
    }

    @Override
    public Class<M> message() {
        return message;
    }

    @Override
    public Handling handle(M message, Received received) {
        jdbc.sql("INSERT INTO effect (message, subject, text) VALUES (:id, :subject, :text)")
                .param("id", received.id())
                .param("subject", received.subject())
                .param("text", text(message))
                .update();
        return whims.getOrDefault(received.subject(), (m, r) -> Handling.done()).apply(message, received);
    }

    /** It has nothing to do with what it said itself. */
    @Override
    public boolean concerns(Received received) {
        return !"itself".equals(received.actor());
    }

    private static String text(Object message) {
        return message instanceof Words.Told told ? told.text() : ((Words.CalledOff) message).text();
    }

    @Override
    public boolean overtakes() {
        return overtakes;
    }
}
