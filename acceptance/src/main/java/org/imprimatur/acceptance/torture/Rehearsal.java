package org.imprimatur.acceptance.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imprimatur.standalone.Configuration;
import org.imprimatur.standalone.cluster.Cluster;
import org.imprimatur.standalone.cluster.Jars;
import org.imprimatur.standalone.demo.Performance;

/**
 * The services from their jars, two of each, with the environment that the compose file writes, beside three Kafka
 * nodes, on which the main job was played.
 */
public record Rehearsal(Cluster cluster, Performance performance) implements AutoCloseable {

    /** Consumers that stand still for longer lose their partitions; short, so that a rehearsal sees it happen. */
    private static final Map<String, String> IMPATIENT = Map.of(
            "SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS", "6000",
            "SPRING_KAFKA_CONSUMER_PROPERTIES_HEARTBEAT_INTERVAL_MS", "2000",
            "IMPRIMATUR_MAIL_FIRSTPAUSE", "2s",
            "IMPRIMATUR_DOCUMENTS_UNNAMED", Checker.UNNAMED.toSeconds() + "s");

    /**
     * @param checkout where the jars were built
     * @param home under which the cluster keeps its data
     * @param evidence an existing folder
     * @param manuscript the file that is handed in, or null for the demonstration's own
     */
    public static Rehearsal play(Path checkout, Path home, Path evidence, byte[] manuscript) throws IOException {
        Compose compose = Compose.read(checkout.resolve("docker-compose.yml"));
        Path data = Files.createTempDirectory(Files.createDirectories(home), "cluster");
        Cluster[] started = new Cluster[1];
        Performance performance = Performance.onMany(
                (offset, sandbox) -> {
                    started[0] = Cluster.start(new Cluster.Settings(
                            data,
                            Jars.of(checkout),
                            0,
                            2,
                            3,
                            Duration.ZERO,
                            Configuration.of(Map.of()),
                            (service, surroundings) -> {
                                Map<String, String> dotEnv = dotEnv(sandbox);
                                dotEnv.put(
                                        "IMPRIMATUR_PUBLIC_URL",
                                        surroundings.publicUrl().toString());
                                dotEnv.put(
                                        "IMPRIMATUR_SETUP_TOKEN",
                                        surroundings.secrets().setupToken());
                                Map<String, String> environment = compose.here(service, dotEnv, surroundings);
                                environment.putAll(IMPATIENT);
                                return environment;
                            }));
                    return started[0];
                },
                evidence,
                manuscript);
        return new Rehearsal(started[0], performance);
    }

    private static Map<String, String> dotEnv(Configuration sandbox) {
        String key = Base64.getEncoder().encodeToString(new byte[48]);
        Map<String, String> dotEnv = new LinkedHashMap<>();
        dotEnv.put("IMPRIMATUR_DATABASE_PASSWORD", "any");
        dotEnv.put("IMPRIMATUR_ASSERTION_KEY", key);
        dotEnv.put("IMPRIMATUR_LINK_KEY", key);
        Map.of(
                        "IMPRIMATUR_BANNER", "imprimatur.banner",
                        "IMPRIMATUR_SMTP_HOST", "spring.mail.host",
                        "IMPRIMATUR_SMTP_PORT", "spring.mail.port",
                        "IMPRIMATUR_MAIL_DOMAIN", "imprimatur.mail.domain",
                        "IMPRIMATUR_MAIL_FROM", "imprimatur.mail.from",
                        "IMPRIMATUR_DOI_AGENCY", "imprimatur.doi.agency",
                        "IMPRIMATUR_DOI_LOGIN", "imprimatur.doi.login",
                        "IMPRIMATUR_DOI_PASSWORD", "imprimatur.doi.password",
                        "IMPRIMATUR_DOI_DEPOSITOR_EMAIL", "imprimatur.doi.depositor-email")
                .forEach((variable, property) ->
                        sandbox.value(property).ifPresent(value -> dotEnv.put(variable, value)));
        return dotEnv;
    }

    @Override
    public void close() {
        performance.close();
    }
}
