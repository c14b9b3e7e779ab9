package org.imprimatur.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka of one node, broker and controller (KRaft), in this JVM. It flushes each message, since no second node
 * holds a copy: what it has acknowledged survives a loss of power.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts the node on the folder, made when it isn't there, and sees that the topics exist. */
    public static EmbeddedKafka start(Path folder, List<String> topics) {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                new Formatter()
                        .setClusterId(Uuid.randomUuid().toString())
                        .setNodeId(1)
                        .setControllerListenerName("CONTROLLER")
                        .setMetadataLogDirectory(folder.toString())
                        .addDirectory(folder.toString())
                        .setReleaseVersion(MetadataVersion.latestProduction())
                        .run();
            }
        } catch (Exception e) {
            throw new Trouble("Kafka can't use the folder " + folder + ": " + e.getMessage(), e);
        }
        List<Integer> ports = Ports.free(2);
        String servers = "127.0.0.1:" + ports.get(0);
        KafkaRaftServer server = new KafkaRaftServer(
                KafkaConfig.fromProps(properties(folder, ports.get(0), ports.get(1)), false), Time.SYSTEM);
        server.startup();
        EmbeddedKafka node = new EmbeddedKafka(server, servers);
        node.create(topics);
        return node;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    private void create(List<String> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (String topic : topics) {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, 4, (short) 1)))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("topic " + topic + " could not be made", e);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while Kafka started", e);
                }
            }
        }
    }

    private static Properties properties(Path folder, int port, int controllerPort) {
        Properties p = new Properties();
        p.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "PLAINTEXT",
                "log.dirs", folder.toString(),
                "auto.create.topics.enable", "false"));
        p.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "log.flush.interval.messages", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "2097152"));
        // after kill -9 the old session must run out before the broker may come back
        p.put("broker.session.timeout.ms", "3000");
        p.put("broker.heartbeat.interval.ms", "500");
        return p;
    }

    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
    }
}
