package org.imprimatur.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.imprimatur.standalone.Running;
import org.imprimatur.standalone.browser.Browser;
import org.imprimatur.standalone.browser.Onlooker;
import org.imprimatur.standalone.demo.Administrator;
import org.imprimatur.standalone.demonstration.DemonstrationManuscripts;
import org.imprimatur.standalone.demonstration.People;
import org.imprimatur.standalone.embedded.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./imprimatur start} as a process of its own, that is killed and started again on the same data. */
class StartTest {

    @TempDir
    private Path data;

    private final int port = Ports.free(1).get(0);
    private final URI home = URI.create("http://localhost:" + port);

    @Test
    void the_first_start_makes_an_administrator_by_a_link_and_a_killed_one_comes_back_with_all_its_data()
            throws Exception {
        DemonstrationManuscripts content = new DemonstrationManuscripts();
        People people = content.people();
        Administrator administrator = new Administrator(people.administrator(), home);

        Process first = start();
        List<String> said = until(first, "Ctrl-C");
        assertThat(said)
                .anyMatch(line -> line.contains("No mail server"))
                .anyMatch(line -> line.contains("No DOI agency"));
        String link = said.stream()
                .filter(line -> line.contains("/setup?token="))
                .findFirst()
                .orElseThrow();
        String token = link.substring(link.indexOf('=') + 1).strip();
        administrator.begin(token);
        administrator.setUp("gpr", content.facts().journal());
        assertThat(new Browser(home, "Somebody", Onlooker.NOBODY)
                        .open("/setup?token=" + token)
                        .status())
                .as("the link serves once")
                .isEqualTo(404);
        first.destroyForcibly().waitFor();

        Process second = start();
        assertThat(until(second, "Ctrl-C")).noneMatch(line -> line.contains("/setup"));
        // even the session is one of the things that are not lost
        assertThat(administrator
                        .open("/production/journals")
                        .says(content.facts().journal().title()))
                .isTrue();

        second.destroy();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(data.resolve("postgres/postmaster.pid"))
                .as("PostgreSQL ended with it")
                .doesNotExist();
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx640m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dimprimatur.log=" + Path.of("target", "start.log").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Running.class.getName(),
                        "start",
                        "--data",
                        data.toString())
                .redirectError(Files.createDirectories(Path.of("target"))
                        .resolve("start.err")
                        .toFile());
        builder.environment().put("IMPRIMATUR_PORT", String.valueOf(port));
        return builder.start();
    }

    private static List<String> until(Process process, String words) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.contains(words)) {
                return said;
            }
        }
        throw new AssertionError("it ended before it said “" + words + "”: " + said);
    }
}
