package org.imprimatur.benchmarks.dashboard;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.imprimatur.review.ReviewApplication;
import org.imprimatur.standalone.embedded.EmbeddedKafka;
import org.imprimatur.standalone.embedded.PostgresNode;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** review-service as it is started anywhere, on a PostgreSQL and a Kafka of its own, with made-up names of people. */
final class Service implements AutoCloseable {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    /** Sees all five journals. */
    static final SignedIn MANAGING_EDITOR = new SignedIn(
            "managing",
            "Farah Siddiqui",
            IntStream.rangeClosed(1, Filling.JOURNALS)
                    .mapToObj(journal -> new Held("j" + journal, "managing-editor"))
                    .collect(java.util.stream.Collectors.toSet()));

    private final PostgresNode postgres;
    private final EmbeddedKafka kafka;
    private final HttpServer names;
    private final ConfigurableApplicationContext context;
    private final Assertions assertions = new Assertions(KEY, Clock.systemUTC());

    Service(Path folder, String... more) throws IOException {
        postgres = PostgresNode.start(folder.resolve("postgres"), folder.resolve("unpacked"));
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        names = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        names.setExecutor(Executors.newCachedThreadPool(Service::daemon));
        names.createContext("/", exchange -> {
            String account = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            byte[] answer = "{\"id\":\"%1$s\",\"name\":\"Person %1$s\",\"address\":\"%1$s@example.org\"}"
                    .formatted(account)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        names.start();
        SpringApplication application = ReviewApplication.application();
        application.setRegisterShutdownHook(false);
        String[] arguments = {
            "--server.port=0",
            "--spring.datasource.url=" + postgres.database("review"),
            "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=1",
            "--imprimatur.assertion.key=" + KEY,
            "--imprimatur.link.key=" + KEY,
            "--imprimatur.public-url=https://journal.example.org",
            "--imprimatur.peers.gateway=http://127.0.0.1:" + names.getAddress().getPort(),
            "--imprimatur.documents.folder=" + folder.resolve("documents"),
            "--imprimatur.mail.domain=journal.example.org",
            "--imprimatur.mail.from=editors@journal.example.org"
        };
        context = application.run(java.util.stream.Stream.of(arguments, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** What the gateway would send with a request of this person. */
    String assertion(SignedIn person) {
        return assertions.forPerson(person);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        names.stop(0);
        kafka.close();
        try {
            postgres.close();
        } catch (RuntimeException fault) {
            throw new UncheckedIOException(new IOException(fault));
        }
    }
}
