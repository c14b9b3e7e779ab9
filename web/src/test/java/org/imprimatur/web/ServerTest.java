package org.imprimatur.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.imprimatur.web.live.Changes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a real server shows: what filters and the container refuse, and streams. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ServerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Changes changes;

    @Test
    void a_form_without_its_seal_gets_a_page_that_says_what_is_kept() throws Exception {
        HttpResponse<String> answer = send(to("/open/form").POST(form("title=Gas")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was open too long", "still in your browser", "imprimatur-");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void a_page_that_is_not_there_and_one_that_is_not_ones_own_look_alike() throws Exception {
        assertThat(send(to("/open/nothing")).statusCode()).isEqualTo(404);
        assertThat(send(to("/open/nothing")).body()).contains("There is nothing here for you");
        assertThat(send(to("/open/not-yours")).body()).contains("There is nothing here for you");
    }

    @Test
    void a_request_that_is_no_request_gets_no_stack_trace() throws Exception {
        for (String path :
                new String[] {"/open/%00", "/open/..%2f..%2fetc", "/open/form;jsessionid=1", "/web/../web"}) {
            HttpResponse<String> answer = send(to(path));
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("Exception", "org.apache", "org.springframework");
        }
    }

    @Test
    void an_answer_for_htmx_is_a_notice_that_leaves_the_page_as_it_is() throws Exception {
        HttpResponse<String> answer = send(to("/open/late").header("HX-Request", "true"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("HX-Retarget")).contains("#trouble");
        assertThat(answer.body()).contains("decided before you.").doesNotContain("<html", "<head");
    }

    @Test
    void an_internal_address_answers_a_stranger_as_a_program() throws Exception {
        HttpResponse<String> answer = send(to("/internal/secret"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void a_change_reaches_an_open_page() throws Exception {
        HttpResponse<InputStream> stream = client.send(to("/open/live").build(), BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith(":");
            changes.changed("m-1");
            assertThat(lines.lines().limit(4).toList()).contains("event:changed", "data:m-1");
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpRequest.BodyPublisher form(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .build(),
                BodyHandlers.ofString());
    }
}
