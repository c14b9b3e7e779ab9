package org.imprimatur.publication.doi.crossref;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.imprimatur.publication.doi.Agency;
import org.imprimatur.publication.doi.AgencyContract;
import org.imprimatur.sandbox.agency.DoiAgency;
import org.imprimatur.sandbox.agency.Fault;
import org.imprimatur.sandbox.agency.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.JdkClientHttpRequestFactory;

class CrossrefAgencyTest extends AgencyContract {
    private final DoiAgency sandbox = DoiAgency.start(Settings.settings().account("house", "secret&word", "10.5555"));
    private final Agency agency = at(sandbox.baseUrl(), "secret&word");

    private static Agency at(URI address, String password) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(Duration.ofSeconds(5));
        return new CrossrefAgency(address, address, "house", password, requests);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected Agency agency() {
        return agency;
    }

    @Override
    protected void awayFor(int sendings) {
        sandbox.faults().unavailable(sendings);
    }

    @Override
    protected void refuse(String message) {
        sandbox.faults().refuse(DOI, message, 1);
    }

    @Test
    void wrong_credentials_are_said_and_not_retried() {
        assertThat(at(sandbox.baseUrl(), "wrong").send(fileName(), deposit(nextTimestamp())))
                .isInstanceOfSatisfying(
                        Agency.NotTaken.class, it -> assertThat(it.reason()).contains("401", "Invalid login"));
    }

    @Test
    void an_agency_that_can_not_be_reached_is_away() {
        sandbox.close();
        assertThat(agency.send(fileName(), deposit(nextTimestamp()))).isInstanceOf(Agency.Away.class);
        assertThat(agency.poll(fileName())).isInstanceOf(Agency.Away.class);
        assertThat(agency.holding(record.doi())).isInstanceOf(Agency.Away.class);
    }

    @Test
    void a_work_that_can_not_be_understood_is_no_difference() {
        for (String answer : List.of("<html>", "{}", "{\"message\":[]}", "[", "")) {
            assertThat(WorkReader.read(answer.getBytes(StandardCharsets.UTF_8)))
                    .as(answer)
                    .isInstanceOf(Agency.Away.class);
        }
    }

    @Test
    void a_connection_that_is_cut_is_away_and_the_file_is_found_when_it_came_through() {
        sandbox.faults().loseAnswer(1);
        String file = fileName();
        assertThat(agency.send(file, deposit(nextTimestamp()))).isInstanceOf(Agency.Away.class);
        assertThat(agency.poll(file)).isNotInstanceOf(Agency.Unknown.class);
    }

    @Test
    void nonsense_decides_nothing() {
        sandbox.faults().garbage(Fault.On.RESULT, 1);
        assertThat(agency.poll(fileName())).isInstanceOf(Agency.Away.class);
        assertThat(agency.poll(fileName())).isInstanceOf(Agency.Unknown.class);
    }

    @Test
    void a_diagnostic_can_not_make_us_read_files_or_fetch_addresses() {
        String attack = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<doi_batch_diagnostic status=\"completed\"><record_diagnostic status=\"Success\"><msg>&x;</msg>"
                + "</record_diagnostic></doi_batch_diagnostic>";
        assertThat(DiagnosticReader.read(attack.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Agency.Away.class);
    }

    @Test
    void credentials_stand_in_no_address_and_redirects_are_not_followed() throws IOException {
        List<String> addresses = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            addresses.add(exchange.getRequestURI().toString());
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            Agency redirecting =
                    at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "secret&word");
            assertThat(redirecting.send(fileName(), deposit(nextTimestamp()))).isInstanceOf(Agency.NotTaken.class);
            assertThat(redirecting.poll(fileName())).isInstanceOf(Agency.Away.class);
        } finally {
            server.stop(0);
        }
        assertThat(addresses).containsExactly("/servlet/deposit", "/servlet/submissionDownload");
    }
}
