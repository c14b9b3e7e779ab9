package org.imprimatur.messaging.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.imprimatur.messaging.errands.Errands;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.SampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services with a folder each; one of them answers over HTTP. */
class DocumentsTest {

    private static final String ABSENT = "0".repeat(64);

    @TempDir
    private static Path folder;

    private static Running site;
    private static Running service;
    private static Documents there;
    private static Documents here;

    @BeforeAll
    static void start() {
        site = new Running(
                SampleSite.start("documents-site", "imprimatur.documents.folder=" + folder.resolve("there")));
        service = new Running(SampleService.start(
                "documents",
                "imprimatur.documents.folder=" + folder.resolve("here"),
                "imprimatur.peers.site=http://localhost:" + site.port(),
                "imprimatur.peers.nowhere=http://localhost:1"));
        there = site.get(Documents.class);
        here = service.get(Documents.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        site.close();
    }

    @Test
    void a_document_is_named_by_what_it_holds() {
        String sha256 = here.keep(bytes("abc"));
        assertThat(sha256).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(here.keep(bytes("abc"))).isEqualTo(sha256);
        assertThat(here.read(sha256)).contains(bytes("abc"));
        assertThat(here.size(sha256)).hasValue(3);
        assertThat(here.read(ABSENT)).isEmpty();
        assertThat(here.size(ABSENT)).isEmpty();
        assertThat(file("here", sha256)).exists();
        assertThat(folder.resolve("here/tmp")).isEmptyDirectory();
    }

    @Test
    void a_name_that_is_none_leads_nowhere() {
        assertThat(here.read("../../../../etc/passwd")).isEmpty();
        assertThat(here.read("")).isEmpty();
        assertThat(here.size("../../../../etc/passwd")).isEmpty();
    }

    @Test
    void what_a_peer_keeps_is_fetched_once_and_kept() throws Exception {
        String sha256 = there.keep(bytes("a review"));
        assertThat(here.fetch(sha256, "site")).isEqualTo(bytes("a review"));
        Files.delete(file("there", sha256));
        assertThat(here.fetch(sha256, "site")).isEqualTo(bytes("a review"));
        assertThat(site.news("asked with")).contains("asked with a sign");
    }

    @Test
    void what_a_peer_does_not_have_or_gives_wrongly_is_away() throws Exception {
        assertThatThrownBy(() -> here.fetch(ABSENT, "site"))
                .isInstanceOf(Documents.DocumentAway.class)
                .isNotInstanceOf(Documents.PeerAway.class);
        assertThatThrownBy(() -> here.fetch(ABSENT, "nowhere")).isInstanceOf(Documents.PeerAway.class);
        String sha256 = there.keep(bytes("true"));
        Files.write(file("there", sha256), bytes("forged"));
        assertThatThrownBy(() -> here.fetch(sha256, "site"))
                .isInstanceOf(Documents.DocumentAway.class)
                .hasMessageContaining("another document");
        assertThat(here.read(sha256)).isEmpty();
    }

    @Test
    void files_are_given_out_for_ever_and_never_interpreted() throws Exception {
        String sha256 = there.keep(bytes("<script>"));
        HttpResponse<String> found = get("/internal/files/" + sha256);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).isEqualTo("<script>");
        assertThat(found.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(found.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(found.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get("/internal/files/" + ABSENT).statusCode()).isEqualTo(404);
        assertThat(get("/internal/files/..%2F..%2Fetc%2Fpasswd").statusCode()).isIn(400, 404);
    }

    @Test
    void what_is_a_day_old_and_named_nowhere_is_swept() throws Exception {
        String named = there.keep(bytes("named"));
        String forgotten = there.keep(bytes("forgotten"));
        String young = there.keep(bytes("young"));
        String keptAgain = there.keep(bytes("kept again"));
        for (String old : new String[] {named, forgotten, keptAgain}) {
            Files.setLastModifiedTime(
                    file("there", old), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        there.keep(bytes("kept again"));
        site.jdbc()
                .sql("INSERT INTO news (text) VALUES (:sha)")
                .param("sha", named)
                .update();

        site.inTransaction(() -> {
            site.get(Errands.class)
                    .plan(new Errands.Errand("documents.sweep", "daily", Instant.now(), Errands.Time.REAL, Map.of()));
            return null;
        });
        await().until(() -> there.read(forgotten).isEmpty());
        assertThat(there.read(named)).isPresent();
        assertThat(there.read(young)).isPresent();
        assertThat(there.read(keptAgain)).isPresent();
        await().untilAsserted(() -> assertThat(site.jdbc()
                        .sql("SELECT why FROM errand WHERE kind = 'documents.sweep' AND due > now()")
                        .query(String.class)
                        .single())
                .isEqualTo("1 taken away"));
    }

    @Test
    void what_a_request_makes_the_service_say_has_the_request_as_its_cause() throws Exception {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        get("/say/by-request", "X-Request-Id", "r-1", "traceparent", trace);
        assertThat(site.jdbc()
                        .sql(
                                "SELECT causation || ' ' || substr(traceparent, 4, 32) FROM outbox WHERE subject = 'by-request'")
                        .query(String.class)
                        .single())
                .isEqualTo("request/r-1 0af7651916cd43dd8448eb211c80319c");
        get("/say/by-stranger", "X-Request-Id", "<script>", "traceparent", "nonsense");
        assertThat(site.jdbc()
                        .sql("SELECT causation FROM outbox WHERE subject = 'by-stranger' AND traceparent <> 'nonsense'")
                        .query(String.class)
                        .single())
                .matches("request/[0-9a-f-]{36}");
    }

    private static Path file(String where, String sha256) {
        return folder.resolve(where)
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + site.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
