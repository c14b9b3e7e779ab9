package org.imprimatur.sandbox.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DepositProtocolTest {

    private final DoiAgency agency = DoiAgency.start(Settings.settings()
            .account("editor@example.org/press", "Secret&1", "10.5555")
            .account("other", "Other", "10.7777")
            .pendingLimit(3));
    private final Depositor depositor = new Depositor(agency, "editor@example.org/press", "Secret&1");

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void a_deposit_is_received_queued_processed_and_its_result_found_by_file_name() throws Exception {
        var answer = depositor.deposit("issue-2.xml", Deposits.article("10.5555/abc", "20240601120000000"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("successfully received");

        var result = depositor.completed("issue-2.xml");
        assertThat(result.batchId()).isEqualTo("batch-of-20240601120000000");
        assertThat(result.submissionId()).isEqualTo("1");
        assertThat(result.only())
                .isEqualTo(new Depositor.Result.Line("Success", "", "10.5555/abc", "Successfully added"));
        assertThat(result.counts()).isEqualTo("1 records, 1 ok, 0 warned, 0 failed");
    }

    @Test
    void a_result_is_found_by_batch_id_once_the_file_is_parsed() throws Exception {
        agency.faults().neverAnswer(1);
        depositor.deposit("queued.xml", Deposits.article("10.5555/q", "1"));
        depositor.depositAndWait("parsed.xml", Deposits.article("10.5555/p", "2"));

        assertThat(depositor.result("queued.xml").status()).isEqualTo("queued");
        assertThat(depositor.ask("&doi_batch_id=batch-of-1").body()).contains("status=\"unknown_submission\"");
        assertThat(depositor.ask("&doi_batch_id=batch-of-2").body()).contains("status=\"completed\"");
    }

    @Test
    void the_result_may_be_asked_for_by_post_so_that_no_url_holds_the_password() throws Exception {
        depositor.depositAndWait("a.xml", Deposits.article("10.5555/a", "1"));
        var answer = depositor.send(
                "POST",
                "/servlet/submissionDownload",
                "application/x-www-form-urlencoded",
                "usr=editor%40example.org%2Fpress&pwd=Secret%261&file_name=a.xml&type=result");
        assertThat(answer.body()).contains("status=\"completed\"");
    }

    @Test
    void the_contents_come_back_as_they_were_sent() throws Exception {
        var xml = Deposits.article("10.5555/ü", "1", "Größe – ٹائٹل", "");
        depositor.depositAndWait("größe.xml", xml);
        assertThat(depositor
                        .ask("&type=contents&file_name=" + Depositor.encoded("größe.xml"))
                        .body())
                .isEqualTo(xml);
    }

    @Test
    void of_two_files_with_one_name_only_the_first_is_found() throws Exception {
        depositor.depositAndWait("same.xml", Deposits.article("10.5555/first", "1"));
        depositor.deposit("same.xml", Deposits.article("10.5555/second", "1"));
        await().until(() -> agency.registered("10.5555/second").isPresent());
        assertThat(depositor.result("same.xml").only().doi()).isEqualTo("10.5555/first");
    }

    @Test
    void a_file_nobody_sent_is_an_unknown_submission() throws Exception {
        assertThat(depositor.result("never.xml").status()).isEqualTo("unknown_submission");
    }

    @Test
    void wrong_credentials_are_401_and_nothing_is_kept() throws Exception {
        var stranger = new Depositor(agency, "editor@example.org/press", "secret&1");
        assertThat(stranger.deposit("a.xml", Deposits.article("10.5555/a", "1")).statusCode())
                .isEqualTo(401);
        assertThat(stranger.ask("&file_name=a.xml").statusCode()).isEqualTo(401);
        assertThat(agency.submissions()).isEmpty();
    }

    @Test
    void one_account_cannot_see_what_another_deposited() throws Exception {
        depositor.depositAndWait("a.xml", Deposits.article("10.5555/a", "1"));
        assertThat(new Depositor(agency, "other", "Other").result("a.xml").status())
                .isEqualTo("unknown_submission");
    }

    @Test
    void too_many_pending_submissions_are_429_for_that_account_alone() throws Exception {
        agency.faults().neverAnswer(3);
        for (var i = 0; i < 3; i++)
            assertThat(depositor
                            .deposit("p" + i + ".xml", Deposits.article("10.5555/p" + i, "1"))
                            .statusCode())
                    .isEqualTo(200);
        assertThat(depositor
                        .deposit("p3.xml", Deposits.article("10.5555/p3", "1"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(new Depositor(agency, "other", "Other")
                        .depositAndWait("o.xml", Deposits.article("10.7777/o", "1"))
                        .counts())
                .startsWith("1 records, 1 ok");
    }

    @Test
    void a_request_that_is_no_deposit_is_refused_with_400() throws Exception {
        assertThat(depositor
                        .send("POST", "/servlet/deposit", "text/xml", "<doi_batch/>")
                        .statusCode())
                .isEqualTo(400);
        assertThat(depositor
                        .send("POST", "/servlet/deposit", "multipart/form-data", "no boundary")
                        .statusCode())
                .isEqualTo(400);
        assertThat(depositor.deposit("a.xml", "").statusCode()).isEqualTo(400);
        assertThat(depositor.deposit("", Deposits.article("10.5555/a", "1")).statusCode())
                .isEqualTo(400);
        assertThat(depositor
                        .deposit("a.xml", Deposits.article("10.5555/a", "1"), "doQueryUpload")
                        .statusCode())
                .isEqualTo(400);
        assertThat(depositor.get("/servlet/deposit").statusCode()).isEqualTo(405);
        assertThat(depositor.ask("").statusCode()).isEqualTo(400);
        assertThat(agency.submissions()).isEmpty();
    }

    @Test
    void a_slow_submission_is_in_process_meanwhile() throws Exception {
        agency.faults().slow(Duration.ofSeconds(30), 1);
        depositor.deposit("slow.xml", Deposits.article("10.5555/slow", "1"));
        await().until(() -> depositor.result("slow.xml").status().equals("in_process"));
        assertThat(agency.registered("10.5555/slow")).isEmpty();
        assertThat(agency.faults().counts()).containsEntry("slow", 1L);
    }

    @Test
    void a_registered_doi_resolves_in_any_case_and_with_parentheses() throws Exception {
        depositor.depositAndWait("a.xml", Deposits.article("10.5555/gpr.2024(IX-II).03", "1"));
        var answer = depositor.get("/resolve/10.5555/GPR.2024(ix-ii).03");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("https://journal.example.org/articles/3");
        assertThat(depositor.get("/resolve/10.5555/other").statusCode()).isEqualTo(404);
    }

    @Test
    void what_the_agency_holds_can_be_read_back() throws Exception {
        depositor.depositAndWait("a.xml", Deposits.article("10.5555/a", "20240601120000000"));
        var work = depositor.get("/works/10.5555/a");
        assertThat(work.statusCode()).isEqualTo(200);
        assertThat(work.body().replaceAll("\\s+", ""))
                .contains(
                        "\"DOI\":\"10.5555/a\"",
                        "\"title\":[\"Aresultnobodyhadexpected\"]",
                        "\"container-title\":[\"JournalofInventedResults\"]",
                        "\"ISSN\":[\"2049-3630\"]",
                        "\"volume\":\"9\"",
                        "\"issue\":\"2\"",
                        "\"page\":\"27-36\"",
                        "\"date-parts\":[[2024,6]]",
                        "\"name\":\"AdaInvented\"",
                        "\"timestamp\":\"20240601120000000\"",
                        "\"URL\":\"https://journal.example.org/articles/3\"");
        assertThat(depositor.get("/works/10.5555/none").statusCode()).isEqualTo(404);
    }
}
