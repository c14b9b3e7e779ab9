package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.acting.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest extends InGateway {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/author/new,submission",
                "/author,submission",
                "/editor?q=a%20b&q=c,review",
                "/review/link/abc,review",
                "/reviewer,review",
                "/reviewer/reviews/1/report,review",
                "/certificates/abc,review",
                "/production/issues/1,publication",
                "/,publication",
                "/gpr/issues/9/2,publication",
                "/authors,publication"
            })
    void each_address_has_its_service(String pair) {
        String path = pair.substring(0, pair.indexOf(','));
        assertThat(browser.open(path).body()).startsWith(pair.substring(path.length() + 1) + " GET " + path + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Imprimatur-Person",
                "x-imprimatur-person",
                "X-IMPRIMATUR-SERVICE",
                "X-Imprimatur-Anything",
                "X_Imprimatur_Person",
                "X-Forwarded-Host",
                "Forwarded"
            })
    void nobody_brings_a_claim_of_their_own(String header) {
        var forged = new SignedIn("forged", "Forger", Set.of(new Held("gpr", "editor-in-chief")));
        String value = assertions.forPerson(forged);
        assertThat(browser.open("/author/x", header, value).body()).doesNotContain(value);
    }

    @Test
    void the_service_learns_who_signed_in_and_never_the_sessions_token() {
        Account editor = person(new Grant("gpr", Role.MANAGING_EDITOR));
        browser.signIn(editor.address(), PASSWORD);
        String reached =
                browser.open("/editor", "X-Imprimatur-Person", "forged").body();
        String assertion = reached.lines()
                .filter(line -> line.startsWith("x-imprimatur-person: "))
                .map(line -> line.substring("x-imprimatur-person: ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(assertions.verifyPerson(assertion)).isInstanceOfSatisfying(Verdict.Person.class, proven -> {
            assertThat(proven.person().account()).isEqualTo(editor.id());
            assertThat(proven.person().holds("gpr", "managing-editor")).isTrue();
        });
        assertThat(reached).doesNotContain(browser.cookie("imprimatur-session").orElseThrow());
    }

    @Test
    void a_stranger_goes_on_as_nobody() {
        assertThat(browser.open("/author/x").body()).doesNotContain("x-imprimatur");
    }

    @Test
    void a_session_that_was_made_up_is_nobodys() {
        browser.setCookie("imprimatur-session", "made-up");
        assertThat(browser.open("/author/x").body()).doesNotContain("x-imprimatur", "made-up");
    }

    @Test
    void internal_addresses_lead_to_no_service() {
        for (String path : List.of(
                "/internal/files/abc",
                "/internal/",
                "/author/..%2finternal/x",
                "/author/../internal/x",
                "//internal/x",
                "/internal;x/files")) {
            HttpResponse<String> answer = browser.open(path);
            assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).as(path).doesNotContain("GET /");
        }
    }

    @Test
    void a_large_upload_goes_through_whole() {
        byte[] body = new byte[30_000_000];
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(browser.uri("/author/upload"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(answer.body()).startsWith("submission POST /author/upload\nbody 30000000");
    }

    @Test
    void a_form_goes_through_as_it_was_sent() {
        assertThat(browser.post("/author/form?b=2", Map.of("a", "1 2"), null).body())
                .startsWith("submission POST /author/form?b=2\nbody 5\n");
    }

    @Test
    void a_stream_of_events_arrives_as_it_is_sent() throws Exception {
        SUBMISSION.more = new CountDownLatch(1);
        HttpResponse<InputStream> stream = browser.client()
                .send(HttpRequest.newBuilder(browser.uri("/author/stream")).build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data:first");
            SUBMISSION.more.countDown();
            assertThat(lines.lines().limit(2).toList()).contains("data:second");
        }
    }

    @Test
    void a_redirect_names_no_service() {
        HttpResponse<String> answer = browser.open("/author/redirect");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/author/there?a=1");
    }

    @Test
    void a_dead_instance_is_passed_over_and_nobody_sees_it() {
        for (int request = 0; request < 4; request++) {
            assertThat(browser.open("/review/anything").body()).startsWith("review GET");
        }
    }

    @Test
    void a_service_that_is_away_leaves_a_page_that_says_so() {
        HttpResponse<String> answer = browser.open("/review/away");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("A part of Imprimatur is away", "For the help desk");
    }
}
