package org.imprimatur.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that something changed, by server-sent events (HTML Living Standard, section 9.2). The event
 * {@code changed} says which topic and nothing else: the page fetches the fragment, so the right to see it is checked at
 * the fetch. Say {@link #changed} after the change is committed.
 *
 * <p>A topic that changes many times while a client is slow is told once. A slow client holds up nobody but itself; one
 * that has gone is forgotten. A client that comes back after a break is told that all its topics changed.
 */
public final class Changes implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int WRITERS = 8;

    private final Map<String, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis());
    private final ThreadPoolExecutor writers;
    private final ScheduledExecutorService heart;

    public Changes() {
        this(HEARTBEAT);
    }

    Changes(Duration heartbeat) {
        writers = new ThreadPoolExecutor(
                WRITERS, WRITERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> thread(task, "changes"));
        writers.allowCoreThreadTimeOut(true);
        heart = Executors.newSingleThreadScheduledExecutor(task -> thread(task, "changes-heart"));
        heart.scheduleWithFixedDelay(this::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A stream of the changes of these topics, for a controller to return. */
    public SseEmitter subscribe(String... topics) {
        return subscribe(new SseEmitter(LONGEST.toMillis()), false, topics);
    }

    /**
     * The same for a client that may come back.
     *
     * @param lastEventId the request's header {@code Last-Event-ID}, or null for a first visit
     */
    public SseEmitter resume(String lastEventId, String... topics) {
        return subscribe(new SseEmitter(LONGEST.toMillis()), lastEventId != null, topics);
    }

    SseEmitter subscribe(SseEmitter emitter, boolean again, String... topics) {
        var listener = new Listener(emitter, Set.of(topics));
        emitter.onCompletion(listener::forget);
        emitter.onError(fault -> listener.forget());
        emitter.onTimeout(emitter::complete);
        for (String topic : topics) {
            listeners.compute(topic, (key, known) -> {
                Set<Listener> all = known == null ? ConcurrentHashMap.newKeySet() : known;
                all.add(listener);
                return all;
            });
        }
        listener.beat();
        if (again) {
            Arrays.stream(topics).forEach(listener::changed);
        }
        return emitter;
    }

    /** Tells everybody who listens to this topic; returns at once. */
    public void changed(String topic) {
        listeners.getOrDefault(topic, Set.of()).forEach(listener -> listener.changed(topic));
    }

    /** Some changes may not have been heard here: everybody is told that all their topics changed. */
    public void missed() {
        listeners.keySet().forEach(this::changed);
    }

    /** How many listen to this topic now. */
    public int listening(String topic) {
        return listeners.getOrDefault(topic, Set.of()).size();
    }

    private void beat() {
        listeners.values().stream().flatMap(Set::stream).distinct().forEach(Listener::beat);
    }

    /** Ends all streams; browsers come back by themselves. */
    @Override
    public void close() {
        heart.shutdownNow();
        writers.shutdown();
        listeners.values().stream().flatMap(Set::stream).distinct().forEach(listener -> listener.emitter.complete());
        writers.shutdownNow();
    }

    private final class Listener {
        private final SseEmitter emitter;
        private final Set<String> topics;
        private final Set<String> waiting = new LinkedHashSet<>();
        private boolean beat;
        private boolean writing;

        Listener(SseEmitter emitter, Set<String> topics) {
            this.emitter = emitter;
            this.topics = topics;
        }

        synchronized void changed(String topic) {
            waiting.add(topic);
            write();
        }

        synchronized void beat() {
            beat = true;
            write();
        }

        // one writer at a time for a client, so events keep their order and a slow one takes one thread at most
        private void write() {
            if (writing) {
                return;
            }
            try {
                writers.execute(this::drain);
                writing = true;
            } catch (RejectedExecutionException closed) {
                forget();
                emitter.complete();
            }
        }

        private void drain() {
            try {
                for (SseEmitter.SseEventBuilder event = next(); event != null; event = next()) {
                    emitter.send(event);
                }
            } catch (IOException | IllegalStateException gone) {
                forget();
            }
        }

        private synchronized SseEmitter.SseEventBuilder next() {
            var topic = waiting.iterator();
            if (topic.hasNext()) {
                String which = topic.next();
                topic.remove();
                return SseEmitter.event()
                        .id(Long.toString(sequence.incrementAndGet()))
                        .name("changed")
                        .data(which);
            }
            if (beat) {
                beat = false;
                return SseEmitter.event().comment("still here");
            }
            writing = false;
            return null;
        }

        private void forget() {
            topics.forEach(topic -> listeners.computeIfPresent(topic, (key, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            }));
        }
    }
}
