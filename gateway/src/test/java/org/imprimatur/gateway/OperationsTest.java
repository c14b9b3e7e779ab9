package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.contracts.operations.HandlingParked;
import org.imprimatur.contracts.operations.HandlingResumed;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.messaging.testing.TestKafka;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationsTest extends InGateway {
    private static final String PAGE = "/admin/operations";
    private static final String AGAIN = PAGE + "/again";
    private static final String SKIP = PAGE + "/skip";
    private static final String WELL = """
            {"service": "submission", "at": "2024-05-03T10:00:00Z", "newer": {"a": 1},
             "outbox": {"messages": 3, "oldest": "2024-05-03T09:59:48Z"}, "inbox": {}, "held": [], "lag": 12,
             "mail": {"HANDED_OVER": 41}, "errands": [], "tallies": {}, "incidents": []}
            """;
    private static final String PARKED = """
            {"service": "publication", "at": "2024-05-03T10:00:00Z",
             "outbox": {"messages": 0, "oldest": null}, "inbox": {"PARKED": 1, "RETRYING": 1},
             "held": [
               {"id": "m-1", "type": "imprimatur.publication.produce-galley.v1", "subject": "ms-1", "state": "PARKED",
                "cause": "<script>alert(1)</script> no font", "attempts": 10, "since": "2024-05-03T08:00:00Z"},
               {"id": "m-2", "type": "imprimatur.publication.allocate-pages.v1", "subject": "ms-2",
                "state": "RETRYING", "cause": "database away", "attempts": 3, "since": "2024-05-03T09:00:00Z",
                "nextAttempt": "2024-05-03T10:05:00Z"}],
             "mail": {"BOUNCED": 2}, "lag": null,
             "errands": [{"kind": "deposit", "key": "d-1", "cause": "503", "attempts": 2, "nextAttempt": "2024-05-03T10:05:00Z"}],
             "tallies": {"deposits": {"confirmed": 7, "given_up": 1}},
             "incidents": [{"at": "2024-05-03T07:00:00Z", "kind": "SKIPPED", "message": "m-0", "subject": "ms-0",
                "detail": "done by hand & checked", "actor": "%s"}]}
            """;

    private Account administrator;

    @BeforeEach
    void services_that_answer() {
        administrator = administrator();
        SUBMISSION.operations = WELL;
        REVIEW.operations = WELL;
        PUBLICATION.operations = PARKED.formatted(administrator.id());
        PUBLICATION.resumption = 204;
        PUBLICATION.resumed.clear();
    }

    private void signIn() {
        browser.signIn(administrator.address(), PASSWORD);
    }

    @Test
    void the_page_shows_how_each_service_stands_and_escapes_what_they_say() {
        signIn();
        HttpResponse<String> page = browser.open(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("The authors’ portal", "3 messages, the oldest 12 s old", "handed over: 41")
                .contains("Publication: produce galley", "after 10 attempts", "2 hours")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; no font")
                .contains("database away", "tried 3 times", "came back: 2", "confirmed: 7 · given up: 1")
                .contains("unknown: the broker doesn’t answer")
                .contains("Accounts and gateway", "nothing waits")
                .contains("Farah Siddiqui", "gave a message up · Publication", "done by hand &amp; checked")
                .doesNotContain("<script>alert", "??", "It doesn’t answer.");
    }

    @Test
    void a_service_that_is_away_shows_as_away_and_the_page_works() {
        REVIEW.operations = null;
        signIn();
        assertThat(browser.open(PAGE).body())
                .contains("A service is away.", "It doesn’t answer.", "Publication: produce galley", "handed over: 41");
        REVIEW.operations = "no JSON at all";
        assertThat(browser.open(PAGE).body()).contains("A service is away.", "handed over: 41");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_but_an_administrator_of_the_house_finds_anything_there(Role role) {
        browser.signIn(person(new Grant("gpr", role)).address(), PASSWORD);
        HttpResponse<String> page = browser.open(PAGE);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing here for you");
        for (String act : new String[] {AGAIN, SKIP}) {
            HttpResponse<String> answer = browser.send(
                    "/account", act, Map.of("service", "publication", "message", "m-1", "reason", "why not"));
            assertThat(answer.statusCode()).isEqualTo(404);
        }
        assertThat(PUBLICATION.resumed).isEmpty();
    }

    @Test
    void who_is_not_signed_in_is_asked_to_and_a_form_without_its_token_is_refused() {
        assertThat(location(browser.open(PAGE))).startsWith("/sign-in");
        signIn();
        var wanted = Map.of("service", "publication", "message", "m-1");
        assertThat(browser.post(AGAIN, wanted, null).statusCode()).isEqualTo(403);
        assertThat(browser.post(SKIP, wanted, "forged").statusCode()).isEqualTo(403);
        assertThat(PUBLICATION.resumed).isEmpty();
    }

    @Test
    void a_message_is_tried_again_in_the_name_of_the_administrator() {
        signIn();
        assertThat(location(browser.send(PAGE, AGAIN, Map.of("service", "publication", "message", "m-1"))))
                .isEqualTo(PAGE);
        assertThat(PUBLICATION.resumed).singleElement().satisfies(wanted -> {
            assertThat(wanted).contains("\"message\":\"m-1\"", "\"skip\":false");
            var verdict = assertions.verifyPerson(wanted.substring(wanted.indexOf(" by ") + 4));
            assertThat(verdict).isInstanceOfSatisfying(Verdict.Person.class, proven -> {
                assertThat(proven.person().account()).isEqualTo(administrator.id());
                assertThat(proven.person().roles()).containsExactly(new Held("*", "administrator"));
            });
        });
    }

    @Test
    void giving_up_needs_a_reason_and_keeps_what_was_typed() {
        signIn();
        String longest = "x".repeat(1001);
        for (String reason : new String[] {"", "  ", longest}) {
            HttpResponse<String> refused =
                    browser.send(PAGE, SKIP, Map.of("service", "publication", "message", "m-1", "reason", reason));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Write why it is given up", reason);
        }
        assertThat(PUBLICATION.resumed).isEmpty();
        browser.send(PAGE, SKIP, Map.of("service", "publication", "message", "m-1", "reason", " set by hand "));
        assertThat(PUBLICATION.resumed)
                .singleElement()
                .satisfies(wanted -> assertThat(wanted).contains("\"skip\":true", "\"reason\":\"set by hand\""));
    }

    @Test
    void what_is_over_unknown_or_away_is_said_with_its_status() {
        signIn();
        var wanted = Map.of("service", "publication", "message", "m-1");
        PUBLICATION.resumption = 409;
        HttpResponse<String> over = browser.send(PAGE, AGAIN, wanted);
        assertThat(over.statusCode()).isEqualTo(409);
        assertThat(over.body()).contains("It doesn’t wait any more");
        PUBLICATION.resumption = 403;
        assertThat(browser.send(PAGE, AGAIN, wanted).statusCode()).isEqualTo(404);
        PUBLICATION.resumption = 500;
        assertThat(browser.send(PAGE, AGAIN, wanted).statusCode()).isEqualTo(503);
        assertThat(browser.send(PAGE, AGAIN, Map.of("service", "http://evil", "message", "m-1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void our_own_parked_message_is_shown_given_up_and_recorded_with_who_did_it() {
        String subject = "unreadable-" + administrator.id();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<String, String>("imprimatur.gateway.commands", subject, "{}");
            record.headers().add("ce_type", "nothing else".getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        }
        await().untilAsserted(() -> assertThat(recorded.said)
                .anyMatch(fact -> fact instanceof HandlingParked parked
                        && parked.subject().equals(subject)));
        signIn();
        assertThat(browser.open(PAGE).body()).contains("Accounts and gateway: unreadable", subject);
        String id = jdbc.sql("SELECT id FROM inbox WHERE subject = ? AND state = 'PARKED'")
                .param(subject)
                .query(String.class)
                .single();
        assertThat(location(browser.send(
                        PAGE, SKIP, Map.of("service", "gateway", "message", id, "reason", "it was a test"))))
                .isEqualTo(PAGE);
        assertThat(recorded.said).contains(new HandlingResumed("gateway", id, subject, "skipped"));
        assertThat(jdbc.sql("SELECT actor FROM outbox WHERE type LIKE '%handling-resumed%' AND subject = ?")
                        .param(subject)
                        .query(String.class)
                        .single())
                .isEqualTo(administrator.id());
        assertThat(browser.open(PAGE).body())
                .contains("it was a test")
                .doesNotContain("Accounts and gateway: unreadable");
    }

    @Test
    void the_way_there_stands_on_the_accounts_page_for_those_who_may_go_it() {
        signIn();
        assertThat(browser.open("/admin/accounts").body()).contains("href=\"" + PAGE + "\"");
        var journals = new Browser(port);
        journals.signIn(person(new Grant("gpr", Role.ADMINISTRATOR)).address(), PASSWORD);
        assertThat(journals.open("/admin/accounts").body()).doesNotContain(PAGE);
    }
}
