package org.imprimatur.sandbox.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.imprimatur.sandbox.agency.Fault.On;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyFaultsTest {

    private final DoiAgency agency = DoiAgency.start(Settings.settings().account("press", "pw", "10.5555"));
    private final Depositor depositor = new Depositor(agency, "press", "pw");
    private final String xml = Deposits.article("10.5555/a", "1");

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void it_is_unavailable_twice_and_then_accepts() throws Exception {
        agency.faults().unavailable(2);
        assertThat(depositor.deposit("a.xml", xml).statusCode()).isEqualTo(503);
        assertThat(depositor.deposit("a.xml", xml).statusCode()).isEqualTo(503);
        assertThat(depositor.depositAndWait("a.xml", xml).only().status()).isEqualTo("Success");
        assertThat(agency.submissions()).hasSize(1);
        assertThat(agency.faults().counts()).containsEntry("unavailable", 2L);
        assertThat(agency.faults().happened()).extracting(Faults.Happened::what).containsOnly("a.xml");
    }

    @Test
    void the_question_for_a_result_can_fail_too() throws Exception {
        depositor.depositAndWait("a.xml", xml);
        agency.faults().unavailable(On.RESULT, 1);
        assertThat(depositor.ask("&file_name=a.xml").statusCode()).isEqualTo(503);
        assertThat(depositor.ask("&file_name=a.xml").statusCode()).isEqualTo(200);
    }

    @Test
    void a_garbage_answer_is_no_diagnostic() throws Exception {
        depositor.depositAndWait("a.xml", xml);
        agency.faults().garbage(On.RESULT, 1);
        var answer = depositor.ask("&file_name=a.xml");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> Depositor.Result.of(answer.body())).isInstanceOf(AssertionError.class);
        assertThat(depositor.result("a.xml").status()).isEqualTo("completed");
    }

    @Test
    void a_cut_deposit_is_not_kept() {
        agency.faults().cut(On.DEPOSIT, 1);
        assertThatThrownBy(() -> depositor.deposit("a.xml", xml)).isInstanceOf(IOException.class);
        assertThat(agency.submissions()).isEmpty();
        assertThat(agency.faults().counts()).containsEntry("cut", 1L);
    }

    @Test
    void a_deposit_whose_answer_is_lost_is_kept_and_found_by_its_name() {
        agency.faults().loseAnswer(1);
        assertThatThrownBy(() -> depositor.deposit("a.xml", xml)).isInstanceOf(IOException.class);
        assertThat(depositor.completed("a.xml").only().status()).isEqualTo("Success");
    }

    @Test
    void a_late_answer_comes_after_the_deposit_is_done() throws Exception {
        agency.faults().late(On.DEPOSIT, Duration.ofMinutes(1), 1);
        var answer = new FutureTask<>(() -> depositor.deposit("a.xml", xml));
        var asking = new Thread(answer, "late");
        asking.setDaemon(true);
        asking.start();
        await().until(() -> agency.registered("10.5555/a").isPresent());
        assertThat(answer.isDone()).isFalse();
        assertThat(depositor.completed("a.xml").only().status()).isEqualTo("Success");
        assertThat(agency.faults().counts()).containsEntry("late", 1L);
    }

    @Test
    void while_it_is_down_connections_are_refused_and_then_it_is_back_on_the_same_port() throws Exception {
        agency.faults().down(Duration.ofMillis(300));
        assertThatThrownBy(() -> depositor.deposit("a.xml", xml)).isInstanceOf(ConnectException.class);
        await().ignoreExceptions().until(() -> depositor.get("/").statusCode() == 200);
        assertThat(depositor.depositAndWait("a.xml", xml).only().status()).isEqualTo("Success");
        assertThat(agency.faults().counts()).containsEntry("down", 1L);
    }

    @Test
    void a_record_is_refused_by_its_doi_with_the_message_given() throws Exception {
        agency.faults().refuse("10.5555/A", "Refused for a test", 1);
        assertThat(depositor.depositAndWait("a.xml", xml).only().message()).isEqualTo("Refused for a test");
        assertThat(agency.registered("10.5555/a")).isEmpty();
        assertThat(depositor.depositAndWait("b.xml", xml).only().status()).isEqualTo("Success");
    }

    @Test
    void the_same_result_is_answered_under_two_submission_ids() throws Exception {
        agency.faults().answerTwice(1);
        var first = depositor.depositAndWait("a.xml", xml);
        var second = depositor.result("a.xml");
        assertThat(second.submissionId()).isNotEqualTo(first.submissionId());
        assertThat(second.lines()).isEqualTo(first.lines());
        assertThat(agency.registered()).hasSize(1);
    }

    @Test
    void a_submission_may_stay_queued_for_ever_while_others_go_on() throws Exception {
        agency.faults().neverAnswer(1);
        depositor.deposit("a.xml", xml);
        assertThat(depositor.depositAndWait("b.xml", xml).only().status()).isEqualTo("Success");
        assertThat(depositor.result("a.xml").status()).isEqualTo("queued");
        assertThat(agency.faults().counts()).containsEntry("never-answer", 1L);
    }

    @Test
    void faults_are_set_listed_and_cleared_over_http() throws Exception {
        assertThat(fault("{\"kind\":\"unavailable\",\"times\":1}")).isEqualTo(200);
        assertThat(fault("{\"kind\":\"refuse\",\"doi\":\"10.5555/a\",\"message\":\"No\"}"))
                .isEqualTo(200);
        assertThat(fault("{\"kind\":\"garbage\",\"on\":\"result\",\"times\":5}"))
                .isEqualTo(200);
        assertThat(agency.faults().set()).hasSize(3);
        assertThat(depositor.deposit("a.xml", xml).statusCode()).isEqualTo(503);
        assertThat(depositor.get("/faults").body().replaceAll("\\s+", ""))
                .contains("\"counts\":{\"unavailable\":1}", "\"kind\":\"REFUSE\"", "\"what\":\"a.xml\"");
        assertThat(depositor.send("DELETE", "/faults", "text/plain", "").statusCode())
                .isEqualTo(200);
        assertThat(agency.faults().set()).isEmpty();
        assertThat(agency.faults().counts()).containsEntry("unavailable", 1L);
    }

    @Test
    void it_can_be_sent_away_over_http_and_comes_back() throws Exception {
        assertThat(fault("{\"kind\":\"down\",\"seconds\":0.2}")).isEqualTo(200);
        await().until(() -> agency.faults().counts().containsKey("down"));
        await().ignoreExceptions().until(() -> depositor.get("/").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{}",
                "{\"kind\":\"earthquake\"}",
                "{\"kind\":\"unavailable\",\"times\":0}",
                "{\"kind\":\"refuse\"}"
            })
    void a_fault_that_makes_no_sense_is_422(String body) throws Exception {
        assertThat(fault(body)).isEqualTo(422);
        assertThat(agency.faults().set()).isEmpty();
    }

    @Test
    void a_form_on_another_site_cannot_set_a_fault() throws Exception {
        for (var type : new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
            assertThat(depositor
                            .send("POST", "/faults", type, "{\"kind\":\"unavailable\"}")
                            .statusCode())
                    .isEqualTo(415);
        assertThat(agency.faults().set()).isEmpty();
    }

    private int fault(String json) throws IOException, InterruptedException {
        return depositor.send("POST", "/faults", "application/json", json).statusCode();
    }
}
