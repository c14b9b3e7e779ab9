package org.imprimatur.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.SampleSite;
import org.imprimatur.messaging.sample.Words.Told;
import org.imprimatur.messaging.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two services with databases of their own and Kafka between them. */
class TracesTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static Running here;
    private static Running there;

    @BeforeAll
    static void start() {
        here = new Running(SampleSite.start("traces-here"));
        there = new Running(SampleService.start("traces-there", "imprimatur.messaging.listen=sample"));
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
    }

    @Test
    void all_messages_about_a_subject_go_by_the_trace_of_the_first_in_every_service_and_each_by_a_span_of_its_own()
            throws Exception {
        String subject = UUID.randomUUID().toString();
        Map<String, String> logged = new ConcurrentHashMap<>();
        there.ear().meet(subject, (message, received) -> {
            if (message.aggregate().equals("a")) {
                logged.put(received.id(), MDC.get("traceId") + "-" + MDC.get("spanId"));
                there.get(Outbox.class).say(new Told(subject, "answer", "heard"), "process");
            }
            return Handling.done();
        });
        Trace first = Trace.begun();
        get("/say/" + subject, "traceparent", first.traceparent());
        get("/say/" + subject, "traceparent", Trace.begun().traceparent());
        get("/say/" + subject);

        await().untilAsserted(() -> assertThat(said(there, subject)).hasSize(3));
        there.inTransaction(() -> there.get(Outbox.class).say(new Told(subject, "timer", "due"), "process"));
        there.ear().calm(subject);

        List<Trace> all = new ArrayList<>(said(here, subject));
        all.addAll(said(there, subject));
        assertThat(all).hasSize(7).extracting(Trace::id).containsOnly(first.id());
        assertThat(all).extracting(Trace::span).doesNotHaveDuplicates().doesNotContain(first.span());
        assertThat(here.get(Traces.class).of(subject)).contains(first.id());
        assertThat(there.get(Traces.class).of(subject)).contains(first.id());
        // the log of the handling: the same trace, and the span from which the answer comes
        assertThat(logged.values())
                .containsExactlyInAnyOrderElementsOf(said(there, subject).stream()
                        .limit(3)
                        .map(trace -> trace.id() + "-" + trace.span())
                        .toList());
        assertThat(MDC.get("traceId")).isNull();
    }

    @Test
    void whoever_only_heard_of_a_subject_goes_on_with_its_trace_when_a_person_acts_on_it_later() throws Exception {
        String subject = UUID.randomUUID().toString();
        get("/say/" + subject);
        await().untilAsserted(() -> assertThat(there.effects(subject)).hasSize(1));

        Causation.of("request/a-later-day", null)
                .during(() -> there.inTransaction(
                        () -> there.get(Outbox.class).say(new Told(subject, "later", "on"), "account/1")));

        assertThat(said(there, subject).get(0).id())
                .isEqualTo(said(here, subject).get(0).id());
    }

    @Test
    void a_request_that_brings_no_trace_begins_one_and_the_answer_names_it() throws Exception {
        String subject = UUID.randomUUID().toString();
        HttpResponse<String> answer = get("/say/" + subject, "traceparent", "00-nonsense-01");
        assertThat(answer.headers().firstValue("X-Trace-Id"))
                .isEqualTo(Optional.of(said(here, subject).get(0).id()));
    }

    @Test
    void what_was_never_committed_begins_no_trace() {
        String subject = UUID.randomUUID().toString();
        here.rolledBack(() -> here.get(Outbox.class).say(new Told(subject, "a", "never"), "account/1"));
        assertThat(here.get(Traces.class).of(subject)).isEmpty();
    }

    @Test
    void subjects_that_were_under_way_before_there_were_traces_get_the_same_one_in_every_service() {
        for (String service : List.of("one", "other")) {
            String database = TestPostgres.freshDatabase("traces-" + service);
            Flyway before = Flyway.configure()
                    .dataSource(new DriverManagerDataSource(database))
                    .locations("classpath:db/messaging")
                    .target("0.5")
                    .load();
            before.migrate();
            JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database));
            jdbc.sql("""
                    INSERT INTO outbox (id, topic, type, subject, aggregate, sequence, time, actor, body)
                    VALUES (:id, 'sample', 'sample.told.v1', 'under-way', 'a', 1, now(), 'x', '')
                    """).param("id", service).update();
            SampleService.migrate(database);
            assertThat(jdbc.sql("SELECT trace FROM subject_trace WHERE subject = 'under-way'")
                            .query(String.class)
                            .single())
                    .isEqualTo("ae269b04752cb83eafb56b711e50a606");
        }
    }

    private static List<Trace> said(Running service, String subject) {
        return service
                .jdbc()
                .sql("SELECT traceparent FROM outbox WHERE subject = :subject ORDER BY position")
                .param("subject", subject)
                .query(String.class)
                .list()
                .stream()
                .map(traceparent -> Trace.read(traceparent).orElseThrow())
                .toList();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + here.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
