package org.imprimatur.sandbox.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    private Path folder;

    private DoiAgency start() {
        return DoiAgency.start(
                Settings.settings().account("press", "pw", "10.5555").folder(folder));
    }

    @Test
    void what_was_registered_is_registered_after_a_restart_and_what_waited_is_processed() throws Exception {
        try (var agency = start()) {
            var depositor = new Depositor(agency, "press", "pw");
            agency.faults().refuse("10.5555/b", "Not this one", 1);
            depositor.depositAndWait("a.xml", Deposits.article("10.5555/a", "5"));
            depositor.depositAndWait("b.xml", Deposits.article("10.5555/b", "5", "B", ""));
            agency.faults().neverAnswer(1);
            depositor.deposit("c.xml", Deposits.article("10.5555/c", "5", "C", ""));
        }
        try (var agency = start()) {
            var depositor = new Depositor(agency, "press", "pw");
            assertThat(depositor.completed("c.xml").only().status()).isEqualTo("Success");
            assertThat(agency.registered()).extracting(RegisteredDoi::doi).containsExactly("10.5555/a", "10.5555/c");
            assertThat(depositor.result("b.xml").only().message()).isEqualTo("Not this one");
            var again = depositor.depositAndWait("again.xml", Deposits.article("10.5555/a", "5"));
            assertThat(again.only().messageId()).isEqualTo("4");
            assertThat(again.submissionId()).isEqualTo("4");
        }
    }

    @Test
    void a_submission_that_was_overtaken_does_not_win_after_a_restart() throws Exception {
        try (var agency = start()) {
            var depositor = new Depositor(agency, "press", "pw");
            agency.faults().slow(Duration.ofMillis(200), 1);
            depositor.deposit("first.xml", Deposits.article("10.5555/a", "7", "Newer by its timestamp", ""));
            depositor.depositAndWait("second.xml", Deposits.article("10.5555/a", "5", "Older by its timestamp", ""));
            depositor.completed("first.xml");
            assertThat(agency.registered("10.5555/a").orElseThrow().title()).contains("Newer by its timestamp");
        }
        try (var agency = start()) {
            assertThat(agency.registered("10.5555/a").orElseThrow().title()).contains("Newer by its timestamp");
        }
    }

    @Test
    void a_taken_port_is_said_in_words() {
        try (var agency = start()) {
            var port = agency.baseUrl().getPort();
            var settings = Settings.settings().account("press", "pw", "10.5555").port(port);
            assertThatThrownBy(() -> DoiAgency.start(settings))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Can't listen on 127.0.0.1:" + port);
        }
    }

    @Test
    void without_an_account_or_its_schemas_it_does_not_start() {
        assertThatThrownBy(() -> DoiAgency.start(Settings.settings())).hasMessageContaining("account");
        var settings = Settings.settings().account("press", "pw", "10.5555").schemas(folder.resolve("none"));
        assertThatThrownBy(() -> DoiAgency.start(settings)).hasMessageContaining("No folder of schemas");
    }
}
