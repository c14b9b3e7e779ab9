package org.imprimatur.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the services from their jars, two of each, with the environment that the compose file writes, beside three
 * Kafka nodes, and plays the main job there. One cluster for all tests that ask for it.
 */
final class OnTheCluster implements ParameterResolver {

    static final Path EVIDENCE = Path.of("target", "evidence-of-the-cluster");
    static final Compose COMPOSE = Compose.read(Path.of("..", "docker-compose.yml"));

    record Played(Cluster cluster, Performance performance) implements AutoCloseable {
        @Override
        public void close() {
            performance.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Played.class;
    }

    @Override
    public Played resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OnTheCluster.class))
                .computeIfAbsent(Played.class, key -> play(), Played.class);
    }

    private static Played play() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "clusters")), "cluster");
            Cluster[] started = new Cluster[1];
            Performance performance = Performance.onMany(
                    (offset, sandbox) -> {
                        Map<String, String> dotEnv = dotEnv(sandbox);
                        started[0] = Cluster.start(new Cluster.Settings(
                                data,
                                Jars.of(Path.of("..")),
                                0,
                                2,
                                3,
                                Duration.ZERO,
                                Configuration.of(Map.of()),
                                (service, surroundings) -> COMPOSE.here(
                                        service,
                                        with(
                                                dotEnv,
                                                Map.of(
                                                        "IMPRIMATUR_PUBLIC_URL",
                                                        surroundings.publicUrl().toString(),
                                                        "IMPRIMATUR_SETUP_TOKEN",
                                                        surroundings.secrets().setupToken())),
                                        surroundings)));
                        return started[0];
                    },
                    Files.createDirectories(EVIDENCE));
            return new Played(started[0], performance);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }
}
