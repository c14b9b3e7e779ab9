package org.imprimatur.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.imprimatur.contracts.Contracts;
import org.imprimatur.gateway.GatewayApplication;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.PublicationApplication;
import org.imprimatur.review.ReviewApplication;
import org.imprimatur.standalone.embedded.EmbeddedKafka;
import org.imprimatur.standalone.embedded.Ports;
import org.imprimatur.standalone.embedded.PostgresNode;
import org.imprimatur.submission.SubmissionApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * All services in one JVM, each with its own context, port and database, beside one embedded Kafka and one embedded
 * PostgreSQL. It configures the services from outside, by the same properties as any other deployment, and knows
 * nothing of their insides.
 */
public final class Standalone implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);
    private static final Map<String, Class<?>> SERVICES = new LinkedHashMap<>();

    static {
        // everybody's log goes one way; a library that writes to the JDK's own would write to the terminal
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SERVICES.put("gateway", GatewayApplication.class);
        SERVICES.put("submission", SubmissionApplication.class);
        SERVICES.put("review", ReviewApplication.class);
        SERVICES.put("publication", PublicationApplication.class);
    }

    /**
     * @param data where everything is kept
     * @param port of the gateway, the one address for people; 0 for any free one
     * @param clockOffset how far the domain's time is from the system's
     * @param properties for all services, on top of what this class gives them
     */
    public record Settings(Path data, int port, Duration clockOffset, Map<String, String> properties) {}

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, ConfigurableApplicationContext> contexts = new LinkedHashMap<>();
    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private final URI publicUrl;
    private final String kafka;

    private Standalone(Settings settings) {
        try {
            Files.createDirectories(settings.data());
            PostgresNode postgres = keep(PostgresNode.start(
                    settings.data().resolve("postgres"), settings.data().resolve("unpacked")));
            EmbeddedKafka broker = keep(EmbeddedKafka.start(settings.data().resolve("kafka"), topics()));
            kafka = broker.bootstrapServers();
            List<Integer> ports = Ports.free(SERVICES.size());
            int at = 0;
            for (String service : SERVICES.keySet()) {
                boolean chosen = service.equals("gateway") && settings.port() != 0;
                int port = chosen ? Ports.wanted(settings.port(), "Imprimatur") : ports.get(at);
                addresses.put(service, URI.create("http://localhost:" + port));
                at++;
            }
            publicUrl = addresses.get("gateway");
            Secrets secrets = Secrets.in(settings.data());
            Map<String, CompletableFuture<ConfigurableApplicationContext>> starting = new LinkedHashMap<>();
            SERVICES.forEach((service, application) -> {
                Map<String, Object> properties = properties(service, settings, secrets, postgres);
                starting.put(service, CompletableFuture.supplyAsync(() -> run(service, application, properties)));
            });
            starting.forEach((service, future) -> {
                try {
                    contexts.put(service, keep(future.join()));
                } catch (CompletionException e) {
                    starting.values().forEach(other -> other.thenAccept(ConfigurableApplicationContext::close));
                    throw new IllegalStateException(service + " did not start", e.getCause());
                }
            });
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts everything; whatever had started is ended again when something doesn't. */
    public static Standalone start(Settings settings) {
        return new Standalone(settings);
    }

    /** Every topic that a message travels on. */
    public static List<String> topics() {
        return List.copyOf(
                new TreeSet<>(Contracts.ALL.stream().map(Contracts::topicOf).toList()));
    }

    public URI publicUrl() {
        return publicUrl;
    }

    public String bootstrapServers() {
        return kafka;
    }

    /** The service's own address, for what is not for people. */
    public URI address(String service) {
        return addresses.get(service);
    }

    /** Moves the time of all services on by the same span. */
    public void moveClockOn(Duration by) {
        contexts.values().forEach(context -> context.getBean(DomainClock.class).moveOn(by));
    }

    /** The domain's time. */
    public Instant now() {
        return contexts.get("gateway").getBean(DomainClock.class).instant();
    }

    private ConfigurableApplicationContext run(String service, Class<?> application, Map<String, Object> properties) {
        long begun = System.nanoTime();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .properties(properties)
                .registerShutdownHook(false)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
        LOG.info("{} is up after {} ms", service, (System.nanoTime() - begun) / 1_000_000);
        return context;
    }

    private Map<String, Object> properties(String service, Settings settings, Secrets secrets, PostgresNode postgres) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.config.name", service.equals("gateway") ? service : service + "-service");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.jmx.enabled", "false");
        properties.put("server.address", "localhost");
        properties.put("server.port", addresses.get(service).getPort());
        properties.put("spring.datasource.url", postgres.database(service));
        properties.put("spring.datasource.username", "postgres");
        properties.put("spring.datasource.password", "");
        properties.put("spring.datasource.hikari.maximum-pool-size", "16");
        properties.put("spring.kafka.bootstrap-servers", kafka);
        properties.put("imprimatur.public-url", publicUrl.toString());
        addresses.forEach((peer, address) -> properties.put("imprimatur.peers." + peer, address.toString()));
        properties.put("imprimatur.assertion.key", secrets.assertionKey());
        properties.put("imprimatur.link.key", secrets.linkKey());
        properties.put(
                "imprimatur.documents.folder",
                settings.data().resolve("documents").resolve(service).toString());
        properties.put("imprimatur.clock.offset", settings.clockOffset().toString());
        properties.putAll(settings.properties());
        return properties;
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    /** Ends everything, the last started first, and leaves no process behind. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not end well", part, e);
            }
        }
    }

    /** Keys that this installation made for itself when it first started. */
    private record Secrets(String assertionKey, String linkKey) {

        static Secrets in(Path data) throws IOException {
            return new Secrets(key(data.resolve("assertion.key")), key(data.resolve("link.key")));
        }

        private static String key(Path file) throws IOException {
            if (!Files.exists(file)) {
                byte[] random = new byte[48];
                new SecureRandom().nextBytes(random);
                Files.writeString(file, Base64.getEncoder().encodeToString(random), StandardCharsets.US_ASCII);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(
                            file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
                }
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        }
    }
}
