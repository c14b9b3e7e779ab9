package org.imprimatur.sandbox.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyPagesTest {

    private final DoiAgency agency =
            DoiAgency.start(Settings.settings().account("press", "a-password-nobody-sees", "10.5555"));
    private final Depositor depositor = new Depositor(agency, "press", "a-password-nobody-sees");

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void every_page_says_that_nothing_is_registered_at_a_real_agency() throws Exception {
        depositor.depositAndWait("a.xml", Deposits.article("10.5555/a", "1"));
        for (var page : new String[] {"/", "/submissions/1", "/nothing-here"})
            assertThat(depositor.get(page).body())
                    .contains("Sandbox: nothing here is registered at a real agency")
                    .doesNotContain("a-password-nobody-sees");
    }

    @Test
    void the_first_page_lists_submissions_registered_dois_and_faults() throws Exception {
        agency.faults().unavailable(1);
        depositor.deposit("a.xml", Deposits.article("10.5555/a", "1"));
        depositor.depositAndWait("a.xml", Deposits.article("10.5555/a", "1"));
        depositor.depositAndWait("bad.xml", "<no/>");
        assertThat(depositor.get("/").body())
                .contains("a.xml", "bad.xml", "completed, with failures", "10.5555/a", "27-36", "unavailable");
    }

    @Test
    void a_submissions_page_shows_the_file_and_the_result() throws Exception {
        depositor.depositAndWait("a.xml", Deposits.article("10.5555/a", "1"));
        assertThat(depositor.get("/submissions/1").body())
                .contains("Successfully added", "&lt;doi_batch_diagnostic", "&lt;registrant&gt;A Registrant");
        var file = depositor.get("/submissions/1/contents");
        assertThat(file.body()).isEqualTo(Deposits.article("10.5555/a", "1"));
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"1.xml\"");
    }

    @Test
    void nothing_deposited_becomes_markup_or_a_script() throws Exception {
        depositor.depositAndWait(
                "<img src=x onerror=alert(1)>.xml",
                Deposits.article("10.5555/&lt;script&gt;", "1", "&lt;script&gt;alert(1)&lt;/script&gt;", ""));
        for (var page : new String[] {"/", "/submissions/1"}) {
            var answer = depositor.get(page);
            assertThat(answer.body()).doesNotContain("<script", "<img");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
        }
        assertThat(agency.registered("10.5555/<script>")).isPresent();
    }

    @Test
    void a_path_that_is_wrongly_encoded_is_400() throws Exception {
        try (var socket = new Socket("127.0.0.1", agency.baseUrl().getPort())) {
            socket.getOutputStream()
                    .write("GET /resolve/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/submissions/99", "/submissions/x", "/submissions/1/other", "/resolve/", "/works/", "/x"})
    void what_is_not_there_is_404(String path) throws Exception {
        assertThat(depositor.get(path).statusCode()).isEqualTo(404);
    }
}
