package org.imprimatur.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.imprimatur.acceptance.torture.Rehearsal;
import org.imprimatur.standalone.Configuration;
import org.imprimatur.standalone.Standalone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The standalone with Kafka, PostgreSQL and the file store outside: those of the cluster, of which it is one more instance. */
@ExtendWith(OnTheCluster.class)
class ExternalPartsTest {

    @TempDir
    private Path data;

    @Test
    void with_parts_outside_named_none_is_embedded_and_what_they_hold_is_there(Rehearsal rehearsal) throws Exception {
        Map<String, String> outside = new HashMap<>();
        outside.put("spring.kafka.bootstrap-servers", rehearsal.cluster().bootstrapServers());
        rehearsal.cluster().databases().forEach((service, url) -> {
            outside.put(service + ".spring.datasource.url", url);
            outside.put(
                    service + ".imprimatur.documents.folder",
                    rehearsal.cluster().files(service).toString());
        });

        try (Standalone standalone =
                Standalone.start(new Standalone.Settings(data, 0, Duration.ZERO, Configuration.of(outside)))) {
            URI article = standalone.publicUrl().resolve(rehearsal.performance().articlePath());
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(article).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("citation_doi");
            assertThat(data.resolve("documents")).doesNotExist();
            assertThat(data.resolve("kafka")).doesNotExist();
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }
}
