package org.imprimatur.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imprimatur.acceptance.torture.Compose;
import org.imprimatur.acceptance.torture.Rehearsal;
import org.imprimatur.standalone.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compose file, held to what it promises without an engine for containers. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(OnTheCluster.NAME)
class ComposeTest {

    private final Compose compose = Compose.read(Path.of("..", "docker-compose.yml"));

    @Test
    void every_image_has_a_version_and_none_is_the_latest() {
        assertThat(compose.services().values())
                .allSatisfy(service -> assertThat((String) service.get("image"))
                        .matches(".+:[^:]+")
                        .doesNotContain("latest"));
    }

    @Test
    void every_service_has_limits_and_a_health_check() {
        assertThat(compose.services().values())
                .allSatisfy(service -> assertThat(service).containsKeys("mem_limit", "cpus", "healthcheck", "restart"));
    }

    @Test
    void our_own_services_run_on_a_read_only_file_system_and_without_privileges() throws IOException {
        assertThat(Surroundings.SERVICES)
                .allSatisfy(service -> assertThat(compose.services().get(service))
                        .containsEntry("read_only", true)
                        .containsKeys("cap_drop", "security_opt"));
        assertThat(Files.readString(Path.of("..", "Dockerfile"))).contains("\nUSER imprimatur\n");
    }

    @Test
    void no_secret_stands_in_it() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", "docker-compose.yml")).stream()
                        .filter(line -> line.matches(".*(PASSWORD|KEY|TOKEN):.*")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern("\\$\\{\\w+:[?-]"));
    }

    @Test
    @ExtendWith(OnTheCluster.class)
    void a_manuscript_of_ones_own_gets_the_pages_that_it_needs(Rehearsal rehearsal) throws IOException {
        JsonNode summary =
                JsonMapper.shared().readTree(Files.readAllBytes(OnTheCluster.EVIDENCE.resolve("summary.json")));

        assertThat(summary.get("firstPage").asInt()).isEqualTo(27);
        assertThat(summary.get("pdfPages").asInt())
                .isLessThan(10)
                .isEqualTo(summary.get("lastPage").asInt() - 26);
    }

    @Test
    @ExtendWith(OnTheCluster.class)
    void the_services_start_from_their_jars_with_the_environment_written_there_and_do_the_main_job(
            Rehearsal rehearsal) {
        assertThat(rehearsal.performance().good()).isTrue();
    }
}
