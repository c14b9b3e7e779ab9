package org.imprimatur.submission.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.imprimatur.messaging.testing.TestKafka;
import org.imprimatur.messaging.testing.TestPostgres;
import org.imprimatur.sandbox.mail.MailServer;
import org.imprimatur.sandbox.mail.Settings;
import org.imprimatur.sandbox.registry.PublicRegistries;
import org.imprimatur.submission.SubmissionApplication;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on real PostgreSQL, Kafka and mail, started once for all tests of this JVM. */
public final class RunningService {

    private static final String KEY = "c3VibWlzc2lvbi1zZXJ2aWNlLXRlc3RzLW9ubHktMzI=";
    private static final String PEERS = gateway();
    private static RunningService running;

    private final ConfigurableApplicationContext context;
    private final MailServer mails;
    private final PublicRegistries registries = PublicRegistries.start();
    private final Assertions assertions = new Assertions(KEY, Clock.systemUTC());

    private RunningService() {
        TestKafka.createTopics(
                "imprimatur.submission",
                "imprimatur.submission.commands",
                "imprimatur.review",
                "imprimatur.publication",
                "imprimatur.accounts",
                "imprimatur.operations");
        mails = MailServer.start(Settings.settings());
        context = SubmissionApplication.application()
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + TestPostgres.freshDatabase("submission"),
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--spring.mail.host=localhost",
                        "--spring.mail.port=" + mails.smtpPort(),
                        "--imprimatur.mail.domain=journal.example.org",
                        "--imprimatur.mail.from=editors@journal.example.org",
                        "--imprimatur.documents.folder=target/documents/" + UUID.randomUUID(),
                        "--imprimatur.public-url=https://journal.example.org",
                        "--imprimatur.assertion.key=" + KEY,
                        "--imprimatur.clock.begins=2024-02-05T09:00:00Z",
                        "--imprimatur.design-page=true",
                        "--imprimatur.peers.review=http://localhost:1",
                        "--imprimatur.registries.orcid=" + registries.orcid(),
                        "--imprimatur.registries.ror=" + registries.ror(),
                        "--imprimatur.peers.gateway=" + PEERS,
                        "--imprimatur.peers.publication=" + PEERS);
        context.getBean(JournalsKnown.class)
                .keep(
                        new JournalsKnown.KnownJournal(
                                "gpr",
                                "Global Political Review",
                                "GPR",
                                List.of(
                                        new JournalsKnown.KnownSection("articles", "Articles"),
                                        new JournalsKnown.KnownSection("reviews", "Book Reviews"))),
                        1);
    }

    // a gateway at which each account has the address <account>@example.org, and some have shown an iD to be theirs
    private static String gateway() {
        try {
            HttpServer people = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            people.createContext("/internal/people/", exchange -> {
                String account = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
                byte[] answer = """
                        {"id":"%1$s","name":"Somebody","address":"%1$s@example.org"%2$s}""".formatted(
                                account, account.startsWith("orcid-") ? ",\"orcid\":\"0000-0002-1825-0097\"" : "")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            // a publication-service at which every article is cited alike
            people.createContext("/internal/readings", exchange -> {
                String manuscripts = exchange.getRequestURI().getQuery().replace("manuscripts=", "");
                byte[] answer = Arrays.stream(manuscripts.split(","))
                        .map(
                                "{\"manuscript\":\"%s\",\"citation\":\"Mustafa, G. (2024). <Gas>.\",\"pages\":120,\"pdfs\":1}"
                                        ::formatted)
                        .collect(Collectors.joining(",", "[", "]"))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            people.start();
            return "http://localhost:" + people.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static synchronized RunningService get() {
        if (running == null) {
            running = new RunningService();
        }
        return running;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public PublicRegistries registries() {
        return registries;
    }

    public MailServer mails() {
        return mails;
    }

    /** A browser in front of which nobody has signed in. */
    public Browser anonymous() {
        return new Browser(url(), null);
    }

    /** A browser of somebody who came through the gateway. */
    public Browser signedIn(String account, String name) {
        SignedIn person = new SignedIn(account, name, Set.of());
        return new Browser(url(), () -> assertions.forPerson(person));
    }

    /** What the gateway would say of this person, for the next minute. */
    public String assertion(String account, String name) {
        return assertions.forPerson(new SignedIn(account, name, Set.of()));
    }

    public String url() {
        return "http://localhost:" + port();
    }

    public String port() {
        return context.getEnvironment().getProperty("local.server.port");
    }
}
