package org.imprimatur.messaging.health;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.imprimatur.messaging.work.Faults;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Degraded while Kafka is away: what is said waits in the outbox, and people can go on working. */
final class BrokerHealth implements HealthIndicator, AutoCloseable {

    private static final int PATIENCE_MILLIS = 2_000;

    private final Map<String, Object> settings;
    private Admin admin;

    BrokerHealth(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
    }

    @Override
    public Health health() {
        try {
            int nodes = admin().describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                    .nodes()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .size();
            return Health.up().withDetail("nodes", nodes).build();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return Health.status(Degraded.STATUS)
                    .withDetail("away", Faults.describe(e))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
