package org.imprimatur.messaging.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleSite;
import org.imprimatur.messaging.sample.Words.Told;
import org.imprimatur.messaging.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a caretaker of services, such as Kubernetes, is told. */
class HealthTest {

    private static final HttpClient CARETAKER = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static String database;
    private static Running service;

    @BeforeAll
    static void start() {
        database = TestPostgres.freshDatabase("health");
        service = new Running(SampleSite.start(
                "health",
                "spring.datasource.url=" + database,
                "spring.datasource.hikari.connection-timeout=1000",
                "spring.config.import=classpath:messaging/health.yml",
                "imprimatur.messaging.listen=sample"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_parked_message_makes_it_degraded_not_dead_until_a_person_has_tried_again() {
        AtomicBoolean mended = new AtomicBoolean();
        service.ear().meet("health", (message, received) -> {
            if (!mended.get()) {
                throw new IllegalStateException("not yet");
            }
            return Handling.done();
        });
        String id =
                service.inTransaction(() -> service.get(Outbox.class).say(new Told("health", "a", "one"), "account/1"));

        await().atMost(PATIENCE).untilAsserted(() -> says("readiness", 200, "DEGRADED"));
        assertThat(ask("readiness", 200).at("/components/inbox/status").asString())
                .isEqualTo("DEGRADED");
        says("liveness", 200, "UP");

        mended.set(true);
        assertThat(service.get(Inbox.class).tryAgain(id, "account/1")).isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> says("readiness", 200, "UP"));
        assertThat(service.effects("health")).containsExactly("one");
    }

    @Test
    void without_its_database_it_is_alive_and_not_ready_and_ready_again_when_that_is_back() {
        String name = database.replaceFirst("jdbc:postgresql://[^/]+/([^?]*).*", "$1");
        JdbcClient server =
                JdbcClient.create(new DriverManagerDataSource(database.replaceFirst("/" + name, "/postgres")));
        server.sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false").update();
        try {
            server.sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = :name")
                    .param("name", name)
                    .query(Long.class)
                    .single();
            await().atMost(PATIENCE).untilAsserted(() -> says("readiness", 503, "DOWN"));
            says("liveness", 200, "UP");
        } finally {
            server.sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true").update();
        }
        await().atMost(PATIENCE).untilAsserted(() -> says("readiness", 200, "UP"));
    }

    private static void says(String group, int answer, String status) {
        assertThat(ask(group, answer).get("status").asString()).isEqualTo(status);
    }

    private static JsonNode ask(String group, int status) {
        try {
            HttpResponse<String> answer = CARETAKER.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + service.port() + "/actuator/health/" + group))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }
}
