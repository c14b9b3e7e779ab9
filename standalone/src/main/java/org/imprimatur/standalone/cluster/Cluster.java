package org.imprimatur.standalone.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.standalone.Configuration;
import org.imprimatur.standalone.Installation;
import org.imprimatur.standalone.Secrets;
import org.imprimatur.standalone.Surroundings;
import org.imprimatur.standalone.embedded.EmbeddedKafka.Quorum;
import org.imprimatur.standalone.embedded.KafkaProcess;
import org.imprimatur.standalone.embedded.Ports;
import org.imprimatur.standalone.embedded.PostgresNode;
import org.imprimatur.standalone.embedded.Trouble;

/**
 * The whole system as processes of their own on this machine: Kafka nodes, PostgreSQL, and several instances of each
 * service and of the gateway, started from their jars with nothing but environment variables.
 */
public final class Cluster implements Installation {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /**
     * @param data where everything is kept
     * @param jars of the services
     * @param port of the first gateway; the others take the next ones; 0 for any free ones
     * @param instances of each service
     * @param brokers one, or three that hold copies of each other's messages
     * @param clockOffset how far the domain's time is from the system's
     * @param configuration what the operator says; a part outside that stands there is not started
     * @param environments what each service finds in its environment
     */
    public record Settings(
            Path data,
            Jars jars,
            int port,
            int instances,
            int brokers,
            Duration clockOffset,
            Configuration configuration,
            Environments environments) {

        /** With the environments of {@link Surroundings}. */
        public Settings(
                Path data,
                Jars jars,
                int port,
                int instances,
                int brokers,
                Duration clockOffset,
                Configuration configuration) {
            this(data, jars, port, instances, brokers, clockOffset, configuration, Cluster::variables);
        }
    }

    /** Says what stands in a service's environment. Its port is added to that. */
    @FunctionalInterface
    public interface Environments {

        Map<String, String> of(String service, Surroundings surroundings);
    }

    private final Map<String, List<Part>> services = new LinkedHashMap<>();
    private final List<Part> brokers = new ArrayList<>();
    private final Map<String, List<URI>> addresses = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Settings settings;
    private final Secrets secrets;
    private final Map<String, String> databases;
    private final String kafka;
    private final URI publicUrl;
    private PostgresNode postgres;

    private Cluster(Settings settings) {
        this.settings = settings;
        Path data = settings.data();
        try {
            Path logs = Files.createDirectories(data.resolve("logs"));
            Part.endLeftovers(logs);
            secrets = Secrets.in(data);
            Configuration configuration = settings.configuration();
            databases = configuration.databases(() -> {
                postgres = startPostgres(Ports.free(1).get(0));
                return postgres;
            });
            Optional<String> outside = configuration.value("spring.kafka.bootstrap-servers");
            kafka = outside.orElseGet(() -> startBrokers(logs));
            List<Integer> ports = Ports.free(Surroundings.SERVICES.size() * settings.instances());
            int at = 0;
            for (String service : Surroundings.SERVICES) {
                List<URI> its = new ArrayList<>();
                for (int instance = 0; instance < settings.instances(); instance++, at++) {
                    boolean chosen = service.equals("gateway") && settings.port() != 0;
                    int port = chosen ? Ports.wanted(settings.port() + instance, "Imprimatur") : ports.get(at);
                    its.add(URI.create("http://localhost:" + port));
                }
                addresses.put(service, its);
            }
            publicUrl = configuration
                    .value("imprimatur.public-url")
                    .map(URI::create)
                    .orElse(addresses.get("gateway").get(0));
            Map<String, String> peers = new LinkedHashMap<>();
            addresses.forEach((service, its) ->
                    peers.put(service, its.stream().map(URI::toString).collect(Collectors.joining(","))));
            Surroundings surroundings = new Surroundings(
                    configuration,
                    kafka,
                    databases,
                    peers,
                    publicUrl,
                    data.resolve("documents"),
                    secrets,
                    settings.clockOffset());
            for (String service : Surroundings.SERVICES) {
                List<Part> its = new ArrayList<>();
                for (int instance = 0; instance < settings.instances(); instance++) {
                    Map<String, String> environment =
                            new TreeMap<>(settings.environments().of(service, surroundings));
                    environment.put(
                            "SERVER_PORT",
                            String.valueOf(addresses.get(service).get(instance).getPort()));
                    its.add(new Part(
                            service + "-" + (instance + 1), settings.jars().command(service), environment, logs));
                }
                services.put(service, its);
                its.forEach(Part::start);
            }
            Instant end = Instant.now().plus(PATIENCE);
            services.forEach((service, its) ->
                    IntStream.range(0, its.size()).forEach(instance -> awaitReady(service, instance, end)));
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts everything and waits until all are ready; whatever had started is ended again when something isn't. */
    public static Cluster start(Settings settings) {
        return new Cluster(settings);
    }

    private PostgresNode startPostgres(int port) {
        return PostgresNode.start(
                settings.data().resolve("postgres"), settings.data().resolve("unpacked"), port);
    }

    private String startBrokers(Path logs) {
        Quorum quorum = Quorum.of(settings.brokers());
        for (int node = 1; node <= settings.brokers(); node++) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx320m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dimprimatur.log=" + logs.resolve("kafka-" + node + ".kafka.log"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    KafkaProcess.class.getName()));
            command.addAll(KafkaProcess.arguments(settings.data().resolve("kafka-" + node), quorum, node));
            brokers.add(new Part("kafka-" + node, command, Map.of(), logs));
        }
        brokers.forEach(Part::start);
        return quorum.bootstrapServers();
    }

    private static Map<String, String> variables(String service, Surroundings surroundings) {
        Map<String, String> environment = new TreeMap<>();
        surroundings.of(service).forEach((name, value) -> environment.put(Configuration.variable(name), value));
        return environment;
    }

    /** Waits until this instance is ready, or degraded: it serves, then. */
    public void awaitReady(String service, int instance) {
        awaitReady(service, instance, Instant.now().plus(PATIENCE));
    }

    private void awaitReady(String service, int instance, Instant end) {
        Part part = services.get(service).get(instance);
        while (!ready(addresses.get(service).get(instance))) {
            if (!part.running()) {
                throw new Trouble(part + " ended while it started; its log is " + part.log());
            }
            if (Instant.now().isAfter(end)) {
                throw new Trouble(part + " is not ready; its log is " + part.log());
            }
            pause();
        }
    }

    private boolean ready(URI address) {
        try {
            return http.send(
                                    HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted while the services started", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted while the services started", e);
        }
    }

    @Override
    public URI publicUrl() {
        return publicUrl;
    }

    @Override
    public List<URI> gateways() {
        return addresses.get("gateway");
    }

    @Override
    public String bootstrapServers() {
        return kafka;
    }

    @Override
    public String setupToken() {
        return secrets.setupToken();
    }

    @Override
    public Instant now() {
        return Instant.now().plus(settings.clockOffset());
    }

    @Override
    public void letGoBy(Duration time) {
        // several clocks can't be moved at once: see the interface
    }

    /** The instances' own addresses. */
    public List<URI> addresses(String service) {
        return addresses.get(service);
    }

    /** The instances of a service. */
    public List<Part> parts(String service) {
        return services.get(service);
    }

    /** The Kafka nodes of this cluster; none when Kafka is outside. */
    public List<Part> brokers() {
        return List.copyOf(brokers);
    }

    /** Where a service's instances keep their files. */
    public Path files(String service) {
        return settings.data().resolve("documents").resolve(service).toAbsolutePath();
    }

    /** JDBC addresses by service. */
    public Map<String, String> databases() {
        return databases;
    }

    /** Starts whatever is down, and waits until all serve again. */
    public void restartWhatIsDown() {
        brokers.forEach(Part::start);
        services.forEach((service, its) -> {
            its.forEach(Part::start);
            IntStream.range(0, its.size()).forEach(instance -> awaitReady(service, instance));
        });
    }

    /** Ends PostgreSQL, with all its connections, and starts it again on the same port. */
    public void restartPostgres() {
        int port = postgres.port();
        postgres.close();
        postgres = startPostgres(port);
    }

    @Override
    public void close() {
        List<Part> all = services.values().stream().flatMap(List::stream).toList();
        all.forEach(Part::askToEnd);
        all.forEach(Part::await);
        brokers.forEach(Part::askToEnd);
        brokers.forEach(Part::await);
        if (postgres != null) {
            postgres.close();
        }
    }
}
