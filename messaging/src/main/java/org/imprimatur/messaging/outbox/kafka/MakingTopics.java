package org.imprimatur.messaging.outbox.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.imprimatur.messaging.work.Faults;
import org.imprimatur.messaging.work.Signal;
import org.imprimatur.messaging.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the topics that don't exist yet, with the broker's own replication. Start-up waits a little for the broker; a
 * longer absence is waited for in the background, so that the service can say what it waits for.
 */
final class MakingTopics implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MakingTopics.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final Set<String> topics;
    private final int partitions;
    private final Signal stopping = new Signal();
    private volatile boolean running;

    MakingTopics(Map<String, Object> admin, Set<String> topics, int partitions) {
        this.settings = new HashMap<>(admin);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.topics = new TreeSet<>(topics);
        this.partitions = partitions;
    }

    @Override
    public void start() {
        running = true;
        if (!make()) {
            Thread waiting = new Thread(this::keepTrying, "making-topics");
            waiting.setDaemon(true);
            waiting.start();
        }
    }

    private void keepTrying() {
        try {
            long seen = stopping.count();
            do {
                stopping.await(seen, PAUSE);
            } while (running && !make());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean make() {
        try (Admin admin = Admin.create(settings)) {
            Set<String> there = admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            for (String topic : topics) {
                if (!there.contains(topic)) {
                    make(admin, topic);
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.warn("Kafka can't be reached yet, so nothing is said or heard: {}", Faults.describe(e));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void make(Admin admin, String topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
            log.info("made the topic {}", topic);
        } catch (ExecutionException e) {
            // another instance was quicker
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.raise();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Workers.PHASE - 1;
    }
}
