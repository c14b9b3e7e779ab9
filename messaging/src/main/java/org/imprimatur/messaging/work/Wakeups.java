package org.imprimatur.messaging.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.imprimatur.messaging.Bulletins;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes a queue's workers when a transaction that left work for them commits: those of this process at once, those of
 * other processes on the same database by NOTIFY a moment later. Both only save time; a lost one costs a wait until the
 * net. It is not said in the transaction itself: PostgreSQL lets only one that has said NOTIFY commit at a time, so each
 * would wait for the disk by itself. Bulletins are, since they must not be lost.
 */
public final class Wakeups implements Bulletins, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Wakeups.class);
    private static final String CHANNEL = "imprimatur_messaging";
    private static final String BULLETINS = "imprimatur_bulletins";
    private static final int LISTEN_MILLIS = 10_000;

    /** Other processes are told no more often. */
    private static final Duration BREATH = Duration.ofMillis(20);

    private final Map<String, Signal> signals = new ConcurrentHashMap<>();
    private final Set<String> untold = ConcurrentHashMap.newKeySet();
    private final Signal telling = new Signal();
    private final String me = "@" + UUID.randomUUID();
    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private Thread ears;
    private Thread voice;
    private volatile boolean listening;
    private volatile boolean running;

    public Wakeups(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    public Signal signal(String queue) {
        return signals.computeIfAbsent(queue, name -> new Signal());
    }

    /** Wakes that queue after the current transaction commits. */
    public void afterCommit(String queue) {
        Waking waking = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Waking.class::isInstance)
                .map(Waking.class::cast)
                .filter(w -> w.owner() == this)
                .findFirst()
                .orElseGet(this::register);
        waking.queues.add(queue);
    }

    private void notify(String channel, String text) {
        jdbc.sql("SELECT pg_notify(:channel, :text)")
                .param("channel", channel)
                .param("text", text)
                .query((row, number) -> text)
                .list();
    }

    @Override
    public void postAfterCommit(String text) {
        notify(BULLETINS, text);
    }

    @Override
    public void onPosted(Consumer<String> reader, Runnable missed) {
        readers.add(new Reader(reader, missed));
    }

    private record Reader(Consumer<String> posted, Runnable missed) {}

    private Waking register() {
        Waking waking = new Waking();
        TransactionSynchronizationManager.registerSynchronization(waking);
        return waking;
    }

    private final class Waking implements TransactionSynchronization {

        private final Set<String> queues = new HashSet<>();

        private Wakeups owner() {
            return Wakeups.this;
        }

        @Override
        public void afterCommit() {
            queues.forEach(queue -> signal(queue).raise());
            untold.addAll(queues);
            telling.raise();
        }
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            ears = new Thread(this::listen, "messaging-ears");
            ears.setDaemon(true);
            ears.start();
            voice = new Thread(this::tell, "messaging-voice");
            voice.setDaemon(true);
            voice.start();
        }
    }

    private void tell() {
        try {
            for (long seen = telling.count(); running; seen = telling.count()) {
                tellOnce();
                new Signal().await(0, BREATH);
                telling.await(seen, Duration.ofDays(1));
            }
            tellOnce();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellOnce() {
        try {
            untold.forEach(queue -> {
                untold.remove(queue);
                notify(CHANNEL, queue + me);
            });
        } catch (RuntimeException e) {
            log.debug("other processes are not told for now, the net holds", e);
        }
    }

    private void listen() {
        while (running) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("LISTEN " + CHANNEL);
                statement.execute("LISTEN " + BULLETINS);
                listening = true;
                // whatever was said while we didn't listen
                signals.values().forEach(Signal::raise);
                readers.forEach(reader -> reader.missed().run());
                PGConnection postgres = connection.unwrap(PGConnection.class);
                while (running) {
                    PGNotification[] notifications = postgres.getNotifications(LISTEN_MILLIS);
                    if (notifications != null) {
                        for (PGNotification notification : notifications) {
                            heard(notification);
                        }
                    }
                }
                statement.execute("UNLISTEN *");
            } catch (SQLException e) {
                if (running) {
                    log.warn("no notifications for now, the net holds: {}", e.getMessage());
                    pause();
                }
            } finally {
                listening = false;
            }
        }
    }

    private void heard(PGNotification notification) {
        String text = notification.getParameter();
        if (notification.getName().equals(CHANNEL)) {
            // what we said ourselves, we know
            if (!text.endsWith(me)) {
                signal(text.split("@")[0]).raise();
            }
        } else {
            readers.forEach(reader -> reader.posted().accept(text));
        }
    }

    private void pause() {
        try {
            new Signal().await(0, Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        telling.raise();
        if (ears != null) {
            if (listening) {
                // they hear it and see that they are done
                notify(CHANNEL, "");
            }
            try {
                voice.join(5_000);
                ears.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ears = null;
            voice = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Workers.PHASE;
    }
}
