package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.imprimatur.messaging.testing.TestKafka;
import org.imprimatur.messaging.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Of each service one instance is frozen, or hangs up. A gateway that has less patience than in earnest. */
@SpringBootTest(
        classes = GatewayApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=gateway",
            "imprimatur.mail.domain=example.org",
            "imprimatur.mail.from=accounts@example.org",
            "imprimatur.assertion.key=dGhpcyBrZXkgaXMgb25seSBmb3IgdGVzdHMgb2Ygb3Vycw==",
            "imprimatur.link.key=dGhpcyBvdGhlciBrZXkgaXMgb25seSBmb3IgdGVzdHMhIQ==",
            "imprimatur.routing.taking=400ms",
            "imprimatur.routing.answering=1s"
        })
class FrozenInstancesTest {
    private static final Map<String, String> FORM = Map.of("a", "what somebody typed");

    private static final Frozen FROZEN = new Frozen(Frozen.When.AT_ONCE);
    private static final Peer SUBMISSION = new Peer("submission");
    private static final Frozen HANGS_UP = new Frozen(Frozen.When.NEVER_BUT_IT_HANGS_UP);
    private static final Peer REVIEW = new Peer("review");
    private static final Frozen ONE = new Frozen(Frozen.When.AFTER_THE_BODY);
    private static final Frozen OTHER = new Frozen(Frozen.When.AFTER_THE_BODY);

    @LocalServerPort
    int port;

    private Browser browser;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        TestPostgres.register(registry, "gateway");
        TestKafka.register(registry, "imprimatur.accounts", "imprimatur.operations", "imprimatur.gateway.commands");
        registry.add("imprimatur.peers.submission", () -> FROZEN.url() + "," + SUBMISSION.url());
        registry.add("imprimatur.peers.review", () -> HANGS_UP.url() + "," + REVIEW.url());
        registry.add("imprimatur.peers.publication", () -> ONE.url() + "," + OTHER.url());
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @Test
    void a_frozen_instance_costs_one_request_a_moment_and_the_next_ones_nothing() {
        for (int request = 0; request < 2; request++) {
            // whichever meets it: nothing was lost, and nothing of a form was given to it
            assertThat(browser.open("/author/x").body()).startsWith("submission GET /author/x\n");
            assertThat(browser.post("/author/form", FORM, null).body())
                    .startsWith("submission POST /author/form\nbody 21\n");
        }
        int met = FROZEN.requests.get();
        assertThat(met).isPositive();
        for (int request = 0; request < 6; request++) {
            assertThat(browser.open("/author/x").statusCode()).isEqualTo(200);
        }
        assertThat(FROZEN.requests).hasValue(met);
        assertThat(FROZEN.bodies).hasValue(0);
    }

    @Test
    void a_form_that_meets_a_connection_which_is_just_being_closed_reaches_another_instance_once() {
        for (int request = 0; request < 4; request++) {
            assertThat(browser.post("/review/form", FORM, null).body())
                    .startsWith("review POST /review/form\nbody 21\n");
        }
        assertThat(HANGS_UP.requests).hasPositiveValue();
        assertThat(HANGS_UP.bodies).hasValue(0);
    }

    @Test
    void what_a_frozen_instance_may_have_taken_is_not_given_to_another_and_the_page_says_so() {
        HttpResponse<String> answer = browser.post("/production/form", FORM, null);
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("Your step may have been carried out", "For the help desk");
        assertThat(ONE.bodies.get() + OTHER.bodies.get()).isEqualTo(1);
    }

    @Test
    void what_is_refused_before_any_of_it_was_sent_gets_its_page() {
        HttpResponse<String> answer = browser.post("/production/refused", FORM, null);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("For the help desk");
    }

    @Test
    void a_browser_that_takes_its_time_is_not_taken_for_a_frozen_instance() throws Exception {
        try (Socket slow = new Socket("127.0.0.1", port)) {
            OutputStream to = slow.getOutputStream();
            to.write(("POST /author/slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n"
                            + "Connection: close\r\n\r\nhalf ")
                    .getBytes(StandardCharsets.US_ASCII));
            to.flush();
            letPass(Duration.ofMillis(1500));
            to.write(" body".getBytes(StandardCharsets.US_ASCII));
            to.flush();
            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("submission POST /author/slow\nbody 10\n");
        }
    }

    private static void letPass(Duration time) {
        Instant then = Instant.now().plus(time);
        await().until(() -> then.isBefore(Instant.now()));
    }

    @Test
    void where_all_are_frozen_the_page_says_soon_that_the_part_is_away() {
        Instant asked = Instant.now();
        HttpResponse<String> answer = browser.open("/production/x");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("A part of Imprimatur is away", "your browser still holds what you typed");
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_stream_that_says_nothing_for_longer_than_anybody_is_waited_for_is_not_cut() throws Exception {
        SUBMISSION.more = new CountDownLatch(1);
        HttpResponse<InputStream> stream = browser.client()
                .send(HttpRequest.newBuilder(browser.uri("/author/stream")).build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data:first");
            letPass(Duration.ofMillis(1500));
            SUBMISSION.more.countDown();
            assertThat(lines.lines().limit(2).toList()).contains("data:second");
        }
    }
}
