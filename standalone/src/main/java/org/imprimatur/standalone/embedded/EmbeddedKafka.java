package org.imprimatur.standalone.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka node, broker and controller (KRaft), in this JVM. A lone one flushes each message, since no second node
 * holds a copy: what it has acknowledged survives a loss of power. Of three, two hold each message before it is
 * acknowledged.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * The nodes that make one cluster.
     *
     * @param id the cluster's
     * @param ports of the brokers, in the order of the nodes
     * @param controllerPorts of the controllers
     */
    public record Quorum(String id, List<Integer> ports, List<Integer> controllerPorts) {

        /** So many nodes on free ports. */
        public static Quorum of(int nodes) {
            List<Integer> free = Ports.free(2 * nodes);
            return new Quorum(Uuid.randomUuid().toString(), free.subList(0, nodes), free.subList(nodes, 2 * nodes));
        }

        public String bootstrapServers() {
            return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        }

        private String voters() {
            return IntStream.range(0, controllerPorts.size())
                    .mapToObj(at -> at + 1 + "@127.0.0.1:" + controllerPorts.get(at))
                    .collect(Collectors.joining(","));
        }
    }

    /** Starts a lone node on the folder, made when it isn't there. */
    public static EmbeddedKafka start(Path folder) {
        return start(folder, Quorum.of(1), 1);
    }

    /**
     * Starts one node of several on its folder, made when it isn't there.
     *
     * @param node which of them, from 1
     */
    public static EmbeddedKafka start(Path folder, Quorum quorum, int node) {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                new Formatter()
                        .setClusterId(quorum.id())
                        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                        .setNodeId(node)
                        .setControllerListenerName("CONTROLLER")
                        .setMetadataLogDirectory(folder.toString())
                        .addDirectory(folder.toString())
                        .setReleaseVersion(MetadataVersion.latestProduction())
                        .run();
            }
        } catch (Exception e) {
            throw new Trouble("Kafka can't use the folder " + folder + ": " + e.getMessage(), e);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(properties(folder, quorum, node), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, quorum.bootstrapServers());
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    private static Properties properties(Path folder, Quorum quorum, int node) {
        int port = quorum.ports().get(node - 1);
        int controllerPort = quorum.controllerPorts().get(node - 1);
        String copies = String.valueOf(Math.min(3, quorum.ports().size()));
        String inSync = copies.equals("3") ? "2" : "1";
        Properties p = new Properties();
        p.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(node),
                "controller.quorum.voters",
                quorum.voters(),
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "log.dirs",
                folder.toString(),
                "auto.create.topics.enable",
                "false"));
        p.putAll(Map.of(
                "offsets.topic.replication.factor", copies,
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", copies,
                "transaction.state.log.min.isr", inSync,
                "default.replication.factor", copies,
                "min.insync.replicas", inSync,
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "2097152"));
        if (quorum.ports().size() == 1) {
            p.put("log.flush.interval.messages", "1");
            // nobody follows its metadata, and it serves few: what it does while nobody asks anything is wasted
            p.put("metadata.max.idle.interval.ms", "0");
            p.put("num.network.threads", "1");
            p.put("num.io.threads", "2");
        }
        // after kill -9 the old session must run out before the broker may come back
        p.put("broker.session.timeout.ms", "3000");
        p.put("broker.heartbeat.interval.ms", "1000");
        return p;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
