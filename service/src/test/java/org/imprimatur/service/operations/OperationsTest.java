package org.imprimatur.service.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.imprimatur.contracts.Contracts;
import org.imprimatur.contracts.publication.ArticleUnscheduled;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.testing.TestInfrastructure;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service says what goes wrong, shows it, and lets an administrator of the house act, on a real Kafka and PostgreSQL. */
@SpringBootTest(
        classes = SampleService.class,
        properties = {
            "spring.application.name=sample",
            "spring.flyway.locations=classpath:db/messaging",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=1",
            "imprimatur.messaging.service=sample",
            "imprimatur.messaging.listen=imprimatur.publication",
            "imprimatur.messaging.attempts=1",
            "imprimatur.mail.domain=example.org",
            "imprimatur.mail.from=office@example.org",
            "imprimatur.public-url=https://journal.example.org",
            "imprimatur.assertion.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "imprimatur.metrics.token=only-the-scraper-knows",
            "imprimatur.test.database=operations",
            "imprimatur.test.topics=imprimatur.publication,imprimatur.operations"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestInfrastructure.class)
class OperationsTest {

    private static final SignedIn ADMINISTRATOR =
            new SignedIn("noor", "Noor Fatima", Set.of(new Held("*", "administrator")));
    private static final String CAUSE = "key (address)=(farah@example.org) is there already";
    private static final String REPORT = "/internal/operations";
    private static final String RESUMED = REPORT + "/resumed";

    @Autowired
    MockMvc mvc;

    @Autowired
    Outbox outbox;

    @Autowired
    Inbox inbox;

    @Autowired
    MailQueue mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SampleService sample;

    @Autowired
    Assertions assertions;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void everything_works() {
        sample.fault.set(null);
        inbox.parked().forEach(parked -> inbox.skip(parked.id(), "test", "of an earlier test"));
    }

    private String parked(String subject) {
        sample.fault.set(CAUSE);
        String id = new TransactionTemplate(transactions)
                .execute(status -> outbox.say(new ArticleUnscheduled(subject, true), "process"));
        await().untilAsserted(() ->
                assertThat(inbox.parked()).extracting(Inbox.Parked::id).contains(id));
        return id;
    }

    private JsonNode said(String type, String subject) {
        List<String> bodies = jdbc.sql(
                        "SELECT convert_from(body, 'UTF8') FROM outbox WHERE type = ? AND subject = ? ORDER BY position DESC")
                .params(type, subject)
                .query(String.class)
                .list();
        assertThat(bodies).as(type).isNotEmpty();
        String newest = bodies.get(0);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema(type), InputFormat.JSON)
                        .validate(newest, InputFormat.JSON))
                .isEmpty();
        return JsonMapper.shared().readTree(newest);
    }

    private static String schema(String type) {
        try (InputStream schema = Contracts.class.getResourceAsStream("schemas/" + type + ".json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private MvcResult ask(MockHttpServletRequestBuilder request, SignedIn person) {
        request.header(Assertions.SERVICE_HEADER, assertions.forService("gateway"));
        if (person != null) {
            request.header(Assertions.PERSON_HEADER, assertions.forPerson(person));
        }
        return send(request);
    }

    private MvcResult send(MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request).andReturn();
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static MockHttpServletRequestBuilder resumption(Map<String, ?> body) {
        return post(RESUMED)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body));
    }

    private static int status(MvcResult result) {
        return result.getResponse().getStatus();
    }

    private JsonNode report() {
        try {
            return JsonMapper.shared()
                    .readTree(ask(get(REPORT), ADMINISTRATOR).getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Test
    void a_parked_message_is_said_in_its_transaction_without_an_address() {
        String subject = UUID.randomUUID().toString();
        String id = parked(subject);
        JsonNode said = said("imprimatur.operations.handling-parked.v1", subject);
        assertThat(said.get("message").asString()).isEqualTo(id);
        assertThat(said.get("type").asString()).isEqualTo("imprimatur.publication.article-unscheduled.v1");
        assertThat(said.get("cause").asString())
                .contains("IllegalStateException")
                .doesNotContain("farah");
        // one transaction: the same transaction id wrote the row's state and the fact
        assertThat(jdbc.sql(
                                "SELECT (SELECT xmin::text FROM inbox WHERE id = :id) = (SELECT xmin::text FROM outbox"
                                        + " WHERE type LIKE '%handling-parked%' AND subject = :subject AND sent_at IS NULL)"
                                        + " OR (SELECT count(*) FROM outbox WHERE subject = :subject AND sent_at IS NOT NULL) > 0")
                        .param("id", id)
                        .param("subject", subject)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void trying_again_is_said_with_who_did_it_and_handles_the_message() {
        String subject = UUID.randomUUID().toString();
        String id = parked(subject);
        sample.fault.set(null);
        assertThat(status(ask(resumption(Map.of("message", id, "skip", false)), ADMINISTRATOR)))
                .isEqualTo(204);
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("DONE"));
        assertThat(said("imprimatur.operations.handling-resumed.v1", subject)
                        .get("how")
                        .asString())
                .isEqualTo("tried-again");
        assertThat(jdbc.sql("SELECT actor FROM outbox WHERE type LIKE '%handling-resumed%' AND subject = ?")
                        .param(subject)
                        .query(String.class)
                        .single())
                .isEqualTo("noor");
        assertThat(status(ask(resumption(Map.of("message", id, "skip", false)), ADMINISTRATOR)))
                .isEqualTo(409);
    }

    @Test
    void giving_up_needs_a_reason_which_stays_here_and_does_not_travel() {
        String subject = UUID.randomUUID().toString();
        String id = parked(subject);
        assertThat(status(ask(resumption(Map.of("message", id, "skip", true, "reason", " ")), ADMINISTRATOR)))
                .isEqualTo(422);
        assertThat(state(id)).isEqualTo("PARKED");
        assertThat(status(ask(
                        resumption(Map.of("message", id, "skip", true, "reason", "Farah did it by hand")),
                        ADMINISTRATOR)))
                .isEqualTo(204);
        assertThat(state(id)).isEqualTo("SKIPPED");
        assertThat(said("imprimatur.operations.handling-resumed.v1", subject).toString())
                .contains("skipped")
                .doesNotContain("Farah");
        JsonNode newest = report().get("incidents").get(0);
        assertThat(newest.get("detail").asString()).isEqualTo("Farah did it by hand");
        assertThat(newest.get("actor").asString()).isEqualTo("noor");
    }

    private String state(String id) {
        return jdbc.sql("SELECT state FROM inbox WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "gpr, administrator",
        "*, managing-editor",
        "gpr, managing-editor",
        "gpr, handling-editor",
        "gpr, editor-in-chief",
        "gpr, production-editor"
    })
    void nobody_but_an_administrator_of_the_house_sees_or_does_anything(String journal, String role) {
        String id = parked(UUID.randomUUID().toString());
        var other = new SignedIn("farah", "Farah Siddiqui", Set.of(new Held(journal, role)));
        assertThat(status(ask(get(REPORT), other))).isEqualTo(403);
        assertThat(status(ask(resumption(Map.of("message", id, "skip", false)), other)))
                .isEqualTo(403);
        assertThat(status(ask(resumption(Map.of("message", id, "skip", true, "reason", "x")), other)))
                .isEqualTo(403);
        assertThat(state(id)).isEqualTo("PARKED");
    }

    @Test
    void a_service_alone_a_person_alone_and_a_forged_assertion_are_refused() {
        assertThat(status(ask(get(REPORT), null))).isEqualTo(403);
        assertThat(status(send(get(REPORT)))).isEqualTo(401);
        assertThat(status(send(get(REPORT).header(Assertions.PERSON_HEADER, assertions.forPerson(ADMINISTRATOR)))))
                .isEqualTo(403);
        var forging = new Assertions("Zm9yZ2VkIGZvcmdlZCBmb3JnZWQgZm9yZ2VkIGZvcmdlZCE=", java.time.Clock.systemUTC());
        assertThat(status(send(get(REPORT)
                        .header(Assertions.SERVICE_HEADER, assertions.forService("gateway"))
                        .header(Assertions.PERSON_HEADER, forging.forPerson(ADMINISTRATOR)))))
                .isEqualTo(403);
    }

    @Test
    void the_report_shows_what_waits_and_why() {
        String subject = UUID.randomUUID().toString();
        String id = parked(subject);
        JsonNode report = report();
        assertThat(report.get("service").asString()).isEqualTo("sample");
        assertThat(report.get("inbox").get("PARKED").asLong()).isEqualTo(1);
        JsonNode held = report.get("held").get(0);
        assertThat(held.get("id").asString()).isEqualTo(id);
        assertThat(held.get("subject").asString()).isEqualTo(subject);
        assertThat(held.get("cause").asString()).contains("farah@example.org");
        assertThat(report.get("tallies").get("kettles").get("boiling").asLong()).isEqualTo(2);
        assertThat(report.get("lag").asLong()).isZero();
        await().untilAsserted(() ->
                assertThat(report().get("outbox").get("messages").asLong()).isZero());
    }

    @Test
    void every_state_of_a_mail_is_said_with_the_id_of_its_recipient() {
        String subject = UUID.randomUUID().toString();
        String cause = "test/" + subject;
        var order = new MailOrder(
                cause,
                subject,
                "account/ghulam",
                "greeting",
                Map.of(),
                java.time.Instant.now().plusSeconds(3600));
        new TransactionTemplate(transactions).execute(status -> mails.queue(order));
        assertThat(said("imprimatur.operations.mail-state-changed.v1", subject)
                        .get("state")
                        .asString())
                .isEqualTo("queued");
        mails.recall(cause);
        JsonNode recalled = said("imprimatur.operations.mail-state-changed.v1", subject);
        assertThat(recalled.get("state").asString()).isEqualTo("recalled");
        assertThat(recalled.get("recipient").asString()).isEqualTo("account/ghulam");
    }

    @Test
    void who_speaks_of_a_subject_and_then_recalls_its_mail_waits_for_nobody_who_changes_that_mail() {
        String subject = UUID.randomUUID().toString();
        String cause = "test/" + subject;
        var order = new MailOrder(
                cause,
                subject,
                "account/ghulam",
                "greeting",
                Map.of(),
                Instant.now().plusSeconds(3600));
        var transaction = new TransactionTemplate(transactions);
        transaction.execute(status -> mails.queue(order));
        AtomicReference<CompletableFuture<Boolean>> other = new AtomicReference<>();
        boolean mine = Boolean.TRUE.equals(transaction.execute(status -> {
            outbox.say(new ArticleUnscheduled(subject, false), "process");
            other.set(CompletableFuture.supplyAsync(() -> mails.recall(cause)));
            await().until(() -> jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                            .query(Long.class)
                            .single()
                    > 0);
            return mails.recall(cause);
        }));
        assertThat(mine).isTrue();
        assertThat(other.get().join()).isFalse();
    }

    @Test
    void metrics_are_for_the_one_who_has_the_token() throws Exception {
        parked(UUID.randomUUID().toString());
        assertThat(status(send(get("/internal/metrics")))).isEqualTo(401);
        assertThat(status(ask(get("/internal/metrics"), ADMINISTRATOR))).isEqualTo(401);
        assertThat(status(send(get("/internal/metrics").header("Authorization", "Bearer wrong"))))
                .isEqualTo(401);
        MvcResult scraped = send(get("/internal/metrics").header("Authorization", "Bearer only-the-scraper-knows"));
        assertThat(status(scraped)).isEqualTo(200);
        assertThat(scraped.getResponse().getContentAsString())
                .contains(
                        "imprimatur_inbox_messages{service=\"sample\",state=\"parked\"} 1.0",
                        "imprimatur_inbox_messages{service=\"sample\",state=\"retrying\"} 0.0",
                        "imprimatur_mail{service=\"sample\",state=\"failed\"} 0.0",
                        "imprimatur_kettles{service=\"sample\",state=\"boiling\"} 2.0",
                        "imprimatur_consumer_lag{service=\"sample\"}",
                        "imprimatur_outbox_oldest_seconds{service=\"sample\"}",
                        "jvm_memory_used_bytes");
    }
}
