package org.imprimatur.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.imprimatur.standalone.cluster.Cluster;
import org.imprimatur.standalone.cluster.Jars;
import org.imprimatur.standalone.embedded.Trouble;

/**
 * {@code ./imprimatur start} and {@code ./imprimatur cluster}: the system for real use, without demonstration data,
 * until somebody ends it.
 */
public final class Running {

    private static final int NOT_STARTED = 2;
    private static final int DEFAULT_PORT = 8080;

    private Running() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.out));
    }

    /**
     * @param arguments {@code start} or {@code cluster}, then options with their values
     * @return 0 when it was ended as it was asked to, 2 when it could not start
     */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
        try {
            boolean cluster = arguments.length > 0 && arguments[0].equals("cluster");
            Map<String, String> options = options(arguments, cluster);
            Path data = Path.of(options.get("--data"));
            Files.createDirectories(data);
            Configuration configuration = Configuration.in(data, environment);
            int port = port(environment);
            out.println("Starting; what the services say stands in "
                    + (cluster ? data.resolve("logs") : System.getProperty("imprimatur.log")));
            CountDownLatch end = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(end, ended), "end"));
            try (Installation installation = cluster
                    ? Cluster.start(new Cluster.Settings(
                            data,
                            Jars.of(Path.of(options.get("--checkout"))),
                            port,
                            number(options, "--instances"),
                            number(options, "--brokers"),
                            Duration.ZERO,
                            configuration))
                    : Standalone.start(new Standalone.Settings(data, port, Duration.ZERO, configuration))) {
                tell(installation, configuration, data, out);
                if (installation instanceof Cluster many) {
                    Surroundings.SERVICES.forEach(
                            service -> out.println("  " + service + ": " + many.addresses(service)));
                }
                end.await();
            } finally {
                ended.countDown();
            }
            return 0;
        } catch (Trouble e) {
            System.err.println("imprimatur: " + e.getMessage());
            return NOT_STARTED;
        } catch (IOException e) {
            System.err.println("imprimatur: can't use the data folder: " + e.getMessage());
            return NOT_STARTED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static Map<String, String> options(String[] arguments, boolean cluster) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(
                "--data",
                Path.of(System.getProperty("imprimatur.home", ".imprimatur"), "data")
                        .toString());
        List<String> known = List.of("--data");
        if (cluster) {
            options.put(
                    "--data",
                    Path.of(System.getProperty("imprimatur.home", ".imprimatur"), "cluster")
                            .toString());
            options.put("--instances", "2");
            options.put("--brokers", "1");
            options.put("--checkout", ".");
            known = List.copyOf(options.keySet());
        }
        for (int at = 1; at < arguments.length; at += 2) {
            if (!known.contains(arguments[at])) {
                throw new Trouble("there is no option " + arguments[at] + ": the options are " + known);
            }
            if (at + 1 == arguments.length) {
                throw new Trouble(arguments[at] + " wants a value behind it");
            }
            options.put(arguments[at], arguments[at + 1]);
        }
        return options;
    }

    private static int number(Map<String, String> options, String name) {
        String value = options.get(name);
        if (!value.matches("[1-5]")) {
            throw new Trouble(name + " wants a number from 1 to 5, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static int port(Map<String, String> environment) {
        String port = environment.getOrDefault("IMPRIMATUR_PORT", String.valueOf(DEFAULT_PORT));
        if (!port.matches("\\d{1,5}")) {
            throw new Trouble("IMPRIMATUR_PORT is " + port + ": give a number, for example 8080");
        }
        return Integer.parseInt(port);
    }

    private static void tell(Installation installation, Configuration configuration, Path data, PrintStream out) {
        out.println();
        out.println("Imprimatur is up: " + installation.publicUrl());
        URI setup = installation.publicUrl().resolve("/setup?token=" + installation.setupToken());
        if (answers(setup)) {
            out.println("Nobody administers it yet. Whoever opens this link first becomes its administrator:");
            out.println("  " + setup);
        }
        if (configuration.value("spring.mail.host").isEmpty()) {
            out.println("No mail server: all mails wait. Set spring.mail.host in "
                    + data.resolve("imprimatur.properties") + " (or SPRING_MAIL_HOST) and start again.");
        }
        if (configuration.value("imprimatur.doi.agency").isEmpty()) {
            out.println("No DOI agency: registrations wait. Set imprimatur.doi.agency, .login and .password likewise.");
        }
        out.println("Ctrl-C ends it.");
        out.flush();
    }

    private static boolean answers(URI page) {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(page)
                                            .timeout(Duration.ofSeconds(20))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            throw new Trouble("it is up, but doesn't answer at " + page.resolve("/") + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(CountDownLatch end, CountDownLatch ended) {
        end.countDown();
        try {
            if (!ended.await(90, TimeUnit.SECONDS)) {
                System.err.println("imprimatur: not everything ended within 90 seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
