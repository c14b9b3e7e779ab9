package org.imprimatur.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailBoxTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final MailServer server = MailServer.start(Settings.settings());
    private final Sender sender = new Sender(server);

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(server.webUrl() + path)).build(), BodyHandlers.ofString());
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    @Test
    void the_newest_mail_stands_first_and_an_address_narrows_the_list() throws Exception {
        assertThat(get("/").body()).contains("No mail has come yet");
        sender.send("ada@example.org", "The older");
        sender.send("bob@example.org", "The newer");
        assertThat(get("/").body()).containsSubsequence("The newer", "The older");
        assertThat(get("/?address=ADA%40").body()).contains("The older").doesNotContain("The newer");
        assertThat(get("/?address=eve").body()).contains("No mail to an address with “eve”");
    }

    @Test
    void a_mails_page_shows_its_envelope_and_both_parts_with_links_to_follow() throws Exception {
        Transport.send(
                sender.withHtml(
                        "ada@example.org",
                        "Invitation",
                        "Answer at https://journal.example.org/review/abc?x=1&y=2.",
                        "<html><head><title>x</title></head><body><a href=\"https://journal.example.org/\">Answer</a></body></html>"));
        var page = get("/messages/1").body();
        assertThat(page)
                .contains("ada@example.org", "bounces@journal.example.org", "Message-ID", "/messages/1.eml")
                .contains("<a href=\"https://journal.example.org/review/abc?x=1&amp;y=2\"")
                .contains("<iframe src=\"/messages/1/html\" sandbox=\"allow-popups");
        assertThat(page.substring(page.indexOf("sandbox=\"")))
                .doesNotContain("allow-scripts", "allow-same-origin", "allow-forms");
        assertThat(get("/messages/1/html").body()).contains("<head><base target=\"_top\"><title>");
    }

    @Test
    void a_malicious_mail_runs_nothing_and_loads_nothing() throws Exception {
        Transport.send(sender.withHtml(
                "ada@example.org",
                "<script>alert('subject')</script>",
                "</pre><script>alert('text')</script> https://evil.example/\"onclick=alert(1)",
                "<script>alert('html')</script><img src=https://evil.example/pixel>"));
        for (var path : new String[] {"/", "/messages/1", "/?address=%22%3E%3Cscript%3E"})
            assertThat(get(path).body()).doesNotContain("<script").doesNotContain("\"onclick");
        assertThat(policy(get("/messages/1"))).contains("default-src 'none'").doesNotContain("script-src");
        assertThat(policy(get("/messages/1/html")))
                .contains("default-src 'none'", "img-src data:;", "form-action 'none'", "sandbox allow-popups")
                .doesNotContain("allow-scripts")
                .doesNotContain("allow-same-origin");
    }

    @Test
    void the_raw_message_is_a_download() throws Exception {
        sender.send("ada@example.org", "Raw");
        var raw = get("/messages/1.eml");
        assertThat(raw.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"1.eml\"");
        assertThat(raw.body())
                .startsWith("Return-Path: <bounces@journal.example.org>\r\nDelivered-To: ada@example.org\r\n")
                .contains("\r\nSubject: Raw\r\n");
    }

    @Test
    void programs_read_the_list_as_json() throws Exception {
        sender.send("ada@example.org", "One");
        sender.send("bob@example.org", "Two");
        assertThat(get("/messages.json").body()).containsSubsequence("\"Two\"", "\"One\"");
        assertThat(get("/messages.json?address=ada").body())
                .contains(
                        "\"subject\" : \"One\"",
                        "\"to\" : [ \"ada@example.org\" ]",
                        server.messages().get(0).messageId(),
                        "https://journal.example.org/review/abc?x=1&y=2",
                        server.webUrl() + "/messages/1.eml")
                .doesNotContain("Two");
    }

    @Test
    void faults_that_happened_are_read_as_json() throws Exception {
        server.faults().cutAfterData(1, true);
        assertThatThrownBy(() -> sender.send("ada@example.org", "One")).isInstanceOf(MessagingException.class);
        assertThat(get("/faults").body().replaceAll("\\s+", "")).contains("\"counts\":{\"cut\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/messages/2",
                "/messages/x",
                "/messages/1/html",
                "/messages/1/attachments/0",
                "/messages/1/..%2F..%2Fetc",
                "/x"
            })
    void what_is_not_there_is_404(String path) throws Exception {
        sender.send("ada@example.org", "Text only");
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    private int post(String path, String type, String body) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(server.webUrl() + path))
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void the_mail_box_only_reads() throws Exception {
        assertThat(post("/", "text/plain", "x")).isEqualTo(405);
        assertThat(post("/messages/1", "text/plain", "x")).isEqualTo(405);
    }

    @Test
    void faults_are_set_over_http() throws Exception {
        assertThat(post("/faults", "application/json", "{\"kind\":\"connection-refused\"}"))
                .isEqualTo(200);
        assertThatThrownBy(() -> sender.send("ada@example.org", "One")).hasMessageContaining("421");
        var recipient = "{\"kind\":\"recipient-refused\",\"pattern\":\"ada@.*\",\"code\":550}";
        assertThat(post("/faults", "application/json", recipient)).isEqualTo(200);
        assertThatThrownBy(() -> sender.send("ada@example.org", "Two")).hasStackTraceContaining("550");
        assertThat(post("/faults", "application/json", "{\"kind\":\"message-refused\"}"))
                .isEqualTo(200);
        assertThatThrownBy(() -> sender.send("ada@example.org", "Three")).hasStackTraceContaining("451");
        var stall = "{\"kind\":\"stalled\",\"phase\":\"connect\",\"seconds\":600}";
        assertThat(post("/faults", "application/json", stall)).isEqualTo(200);
        assertThatThrownBy(() -> sender.impatiently("ada@example.org", "Four")).hasStackTraceContaining("timed out");
        assertThat(post("/faults", "application/json", "{\"kind\":\"cut\",\"stored\":false}"))
                .isEqualTo(200);
        assertThatThrownBy(() -> sender.send("ada@example.org", "Five")).isInstanceOf(MessagingException.class);
        assertThat(server.messages()).isEmpty();
        assertThat(server.faults().counts()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"kind\":\"cut\",\"times\":0}",
                "{\"kind\":\"connection-refused\",\"code\":250}",
                "{\"kind\":\"recipient-refused\",\"pattern\":\"(\"}"
            })
    void a_fault_that_makes_no_sense_is_422_and_one_from_a_form_415(String body) throws Exception {
        assertThat(post("/faults", "application/json", body)).isEqualTo(422);
        assertThat(post("/faults", "text/plain", "{\"kind\":\"cut\"}")).isEqualTo(415);
        sender.send("ada@example.org", "One");
        assertThat(server.messages()).hasSize(1);
    }
}
