package org.imprimatur.messaging.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.yaml.snakeyaml.Yaml;

/**
 * Kafka and PostgreSQL in containers, from the very images that {@code docker-compose.yml} names. Whoever starts them
 * leaves them running: Testcontainers clears up when this JVM has ended.
 */
final class Containers {

    private static final String REFUSAL = "-Pcontainers needs a container engine (Docker), and none answers here: "
            + "start one, or leave the profile away, and the tests bring a Kafka and a PostgreSQL of their own";

    private Containers() {}

    /** The bootstrap servers of a fresh broker, set like the embedded one. */
    static String kafka() {
        needEngine(() -> DockerClientFactory.instance().isDockerAvailable());
        KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(image("kafka")))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000");
        kafka.start();
        return kafka.getBootstrapServers();
    }

    /** The JDBC URL of a fresh server, user and password included. */
    static String postgres() {
        needEngine(() -> DockerClientFactory.instance().isDockerAvailable());
        PostgreSQLContainer postgres = new PostgreSQLContainer(DockerImageName.parse(image("postgres")))
                .withDatabaseName("postgres")
                .withUsername("postgres")
                .withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C.UTF-8")
                .withCommand("postgres", "-c", "max_connections=300");
        postgres.start();
        return "jdbc:postgresql://" + postgres.getHost() + ":"
                + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/postgres?user="
                + postgres.getUsername() + "&password=" + postgres.getPassword();
    }

    /** @throws IllegalStateException with what to do, in one line */
    static void needEngine(BooleanSupplier answers) {
        if (!answers.getAsBoolean()) {
            throw new IllegalStateException(REFUSAL);
        }
    }

    /** The image of a service of the compose file, which stands in this folder or above it. */
    static String image(String service) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
        }
        try (InputStream file = Files.newInputStream(folder.resolve("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(file);
            return (String) compose.get("services").get(service).get("image");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
