package org.imprimatur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.imprimatur.standalone.embedded.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void what_stands_in_the_file_reaches_every_service() throws IOException {
        write("spring.mail.host=smtp.example.org");

        assertThat(surroundings(Configuration.in(folder, Map.of())).of("review"))
                .containsEntry("spring.mail.host", "smtp.example.org");
    }

    @Test
    void what_begins_with_a_service_is_for_that_service_alone() throws IOException {
        write("review.spring.datasource.url=jdbc:postgresql://elsewhere/review\npublication.imprimatur.doi.login=us");
        Surroundings surroundings = surroundings(Configuration.in(folder, Map.of()));

        assertThat(surroundings.of("review"))
                .containsEntry("spring.datasource.url", "jdbc:postgresql://elsewhere/review")
                .doesNotContainKey("imprimatur.doi.login");
        assertThat(surroundings.of("submission"))
                .containsEntry("spring.datasource.url", "jdbc:postgresql://here/submission");
        assertThat(surroundings.of("publication")).containsEntry("imprimatur.doi.login", "us");
    }

    @Test
    void the_environment_goes_before_the_file() throws IOException {
        write("spring.kafka.bootstrap-servers=file:9092\nimprimatur.mail.from=file@example.org");
        Configuration configuration = Configuration.in(
                folder,
                Map.of(
                        "SPRING_KAFKA_BOOTSTRAPSERVERS", "environment:9092",
                        "REVIEW_IMPRIMATUR_MAIL_FROM", "review@example.org"));

        assertThat(configuration.value("spring.kafka.bootstrap-servers")).contains("environment:9092");
        assertThat(surroundings(configuration).of("review"))
                .containsEntry("imprimatur.mail.from", "review@example.org");
        assertThat(surroundings(configuration).of("gateway")).containsEntry("imprimatur.mail.from", "file@example.org");
    }

    @Test
    void only_the_gateway_is_told_what_makes_an_administrator() {
        Surroundings surroundings = surroundings(Configuration.of(Map.of()));

        assertThat(surroundings.of("gateway")).containsEntry("imprimatur.setup-token", "token");
        assertThat(surroundings.of("submission")).doesNotContainKey("imprimatur.setup-token");
    }

    @Test
    void no_mail_server_and_no_agency_are_there_until_somebody_names_them() {
        assertThat(surroundings(Configuration.of(Map.of())).of("publication"))
                .doesNotContainKeys("spring.mail.host", "imprimatur.doi.agency");
    }

    @Test
    void a_file_that_is_no_list_of_properties_is_named() throws IOException {
        write("broken=\\u12");

        assertThatThrownBy(() -> Configuration.in(folder, Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("imprimatur.properties");
    }

    private void write(String properties) throws IOException {
        Files.writeString(folder.resolve("imprimatur.properties"), properties);
    }

    private Surroundings surroundings(Configuration configuration) {
        return new Surroundings(
                configuration,
                "kafka:9092",
                Map.of(
                        "gateway", "jdbc:postgresql://here/gateway",
                        "submission", "jdbc:postgresql://here/submission",
                        "review", "jdbc:postgresql://here/review",
                        "publication", "jdbc:postgresql://here/publication"),
                Map.of(),
                URI.create("http://localhost:8080"),
                folder,
                new Secrets("assertion", "link", "token"),
                Duration.ZERO);
    }
}
