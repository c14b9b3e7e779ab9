package org.imprimatur.sandbox.agency;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import org.imprimatur.sandbox.agency.Depositor.Result.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationRulesTest {

    private final DoiAgency agency = DoiAgency.start(Settings.settings().account("press", "pw", "10.5555", "10.6666"));
    private final Depositor depositor = new Depositor(agency, "press", "pw");

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void a_later_deposit_replaces_all_the_metadata_and_leaves_nothing_of_the_earlier() throws Exception {
        depositor.depositAndWait("one.xml", Deposits.article("10.5555/a", "1"));
        assertThat(agency.registered("10.5555/a").orElseThrow().pages()).contains("27-36");

        var second = depositor.depositAndWait("two.xml", Deposits.article("10.5555/A", "2", "Another title", ""));
        assertThat(second.only().message()).isEqualTo("Successfully updated");
        var held = agency.registered("10.5555/a").orElseThrow();
        assertThat(held.title()).contains("Another title");
        assertThat(held.pages()).isEmpty();
        assertThat(agency.registered()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "20240601120000000, 20240601120000000",
        "20240601120000000, 20240601115959999",
        "20240601120000000, 1717243200",
        "9999999999999999999, 9999999999999999998"
    })
    void a_timestamp_must_be_numerically_greater_than_the_last_processed(String held, String submitted)
            throws Exception {
        depositor.depositAndWait("one.xml", Deposits.article("10.5555/a", held));
        var line = depositor
                .depositAndWait("two.xml", Deposits.article("10.5555/a", submitted, "Changed", ""))
                .only();
        assertThat(line)
                .isEqualTo(new Line(
                        "Failure",
                        "4",
                        "10.5555/a",
                        "Record not processed because submitted version: " + submitted
                                + " is less or equal to previously submitted version (DOI match)"));
        assertThat(agency.registered("10.5555/a").orElseThrow().title()).contains("A result nobody had expected");
    }

    @Test
    void timestamps_are_compared_per_doi_so_another_doi_may_come_with_an_earlier_one() throws Exception {
        depositor.depositAndWait("one.xml", Deposits.article("10.5555/a", "20"));
        assertThat(depositor
                        .depositAndWait("two.xml", Deposits.article("10.5555/b", "10", "Another", ""))
                        .only()
                        .status())
                .isEqualTo("Success");
    }

    @Test
    void a_timestamp_beside_the_doi_counts_instead_of_the_heads() throws Exception {
        var xml = Deposits.article("10.5555/a", "5").replace("<resource>", "<timestamp>7</timestamp><resource>");
        depositor.depositAndWait("one.xml", xml);
        assertThat(agency.registered("10.5555/a").orElseThrow().timestamp()).isEqualTo(7);
    }

    @Test
    void a_doi_twice_in_one_file_fails_for_all_but_the_first() throws Exception {
        var twice = Deposits.record("10.5555/a", "First", "") + Deposits.record("10.5555/a", "Second", "");
        var result = depositor.depositAndWait(
                "a.xml", Deposits.file("twice", "1", Deposits.journal(Deposits.TITLE, Deposits.ISSN, twice)));
        assertThat(result.lines()).extracting(Line::status).containsExactly("Success", "Failure");
        assertThat(result.counts()).isEqualTo("2 records, 1 ok, 0 warned, 1 failed");
        assertThat(agency.registered("10.5555/a").orElseThrow().title()).contains("First");
    }

    @Test
    void a_file_with_two_prefixes_registers_nothing() throws Exception {
        var mixed = Deposits.record("10.5555/a", "One", "") + Deposits.record("10.6666/b", "Two", "");
        var result = depositor.depositAndWait(
                "a.xml", Deposits.file("mixed", "1", Deposits.journal(Deposits.TITLE, Deposits.ISSN, mixed)));
        assertThat(result.only().message()).isEqualTo("All prefixes in a submission must match (DOI[10.6666/b])");
        assertThat(agency.registered()).isEmpty();
    }

    @Test
    void a_prefix_of_somebody_else_is_refused() throws Exception {
        var line = depositor
                .depositAndWait("a.xml", Deposits.article("10.31703/a", "1"))
                .only();
        assertThat(line.status()).isEqualTo("Failure");
        assertThat(line.message()).isEqualTo("User not allowed to add records for prefix: 10.31703");
    }

    @Test
    void an_issn_belongs_to_the_title_it_was_first_deposited_with() throws Exception {
        depositor.depositAndWait("one.xml", Deposits.article("10.5555/a", "1"));
        var other = Deposits.journal("Another Journal", Deposits.ISSN, Deposits.record("10.5555/b", "B", ""));
        var line = depositor
                .depositAndWait("two.xml", Deposits.file("other", "2", other))
                .only();
        assertThat(line.messageId()).isEqualTo("22");
        assertThat(line.doi()).isEqualTo("all doi's under the current journal element");
        assertThat(line.message())
                .contains("ISSN \"20493630\" has already been assigned to a different title", Deposits.TITLE);
        assertThat(agency.registered("10.5555/b")).isEmpty();

        var shouted =
                Deposits.journal("JOURNAL OF INVENTED RESULTS.", "20493630", Deposits.record("10.5555/c", "C", ""));
        assertThat(depositor
                        .depositAndWait("three.xml", Deposits.file("case", "3", shouted))
                        .only()
                        .status())
                .isEqualTo("Success");
    }

    @Test
    void an_issn_belongs_to_the_prefix_it_was_first_deposited_under() throws Exception {
        depositor.depositAndWait("one.xml", Deposits.article("10.5555/a", "1"));
        assertThat(depositor
                        .depositAndWait("two.xml", Deposits.article("10.6666/a", "2"))
                        .only()
                        .message())
                .isEqualTo("ISSN \"20493630\" has already been assigned to a different publisher (10.5555)");
    }

    @ParameterizedTest
    @CsvSource({"2049-3631, 21", "2049-363X, 21"})
    void an_issn_with_a_wrong_check_digit_fails_the_whole_journal(String issn, String messageId) throws Exception {
        var both = Deposits.record("10.5555/a", "A", "") + Deposits.record("10.5555/b", "B", "");
        var line = depositor
                .depositAndWait("a.xml", Deposits.file("issn", "1", Deposits.journal(Deposits.TITLE, issn, both)))
                .only();
        assertThat(line.messageId()).isEqualTo(messageId);
        assertThat(line.message()).isEqualTo("ISSN \"" + issn.replace("-", "") + "\" is invalid");
        assertThat(agency.registered()).isEmpty();
    }

    @Test
    void an_orcid_with_a_wrong_check_digit_fails_its_record_and_does_not_even_name_the_doi() throws Exception {
        var record = Deposits.record("10.5555/a", "A", "", "https://orcid.org/0000-0002-1825-0098")
                + Deposits.record("10.5555/b", "B", "");
        var result = depositor.depositAndWait(
                "a.xml", Deposits.file("orcid", "1", Deposits.journal(Deposits.TITLE, Deposits.ISSN, record)));
        assertThat(result.lines().get(0))
                .isEqualTo(new Line(
                        "Failure",
                        "45",
                        "DOI not found",
                        "ORCID \"https://orcid.org/0000-0002-1825-0098\" has invalid checksum"));
        assertThat(result.lines().get(1).status()).isEqualTo("Success");
    }

    @Test
    void a_second_doi_with_the_same_metadata_is_added_with_a_warning() throws Exception {
        depositor.depositAndWait("one.xml", Deposits.article("10.5555/a", "1"));
        var result = depositor.depositAndWait("two.xml", Deposits.article("10.5555/b", "1"));
        assertThat(result.only()).isEqualTo(new Line("Warning", "", "10.5555/b", "Added with conflict"));
        assertThat(result.counts()).isEqualTo("1 records, 0 ok, 1 warned, 0 failed");
        assertThat(agency.registered("10.5555/b")).isPresent();
    }

    @Test
    void pages_that_run_backwards_are_not_the_agencys_business() throws Exception {
        var backwards = "<pages><first_page>37</first_page><last_page>36</last_page></pages>";
        depositor.depositAndWait("a.xml", Deposits.article("10.5555/a", "1", "Backwards", backwards));
        assertThat(agency.registered("10.5555/a").orElseThrow().pages()).contains("37-36");
    }

    @Test
    void journal_volume_and_issue_have_dois_of_their_own() throws Exception {
        var journal = Deposits.journal(Deposits.TITLE, Deposits.ISSN, "")
                .replace("</issn>", "</issn>" + data("10.5555/gpr"))
                .replace("</volume>", "</volume>" + data("10.5555/gpr.9"))
                .replace("</issue>", "</issue>" + data("10.5555/gpr.9.2"));
        var result = depositor.depositAndWait("a.xml", Deposits.file("levels", "1", journal));
        assertThat(result.counts()).isEqualTo("3 records, 3 ok, 0 warned, 0 failed");
        assertThat(agency.registered())
                .extracting(RegisteredDoi::kind)
                .containsExactly("journal_metadata", "journal_volume", "journal_issue");
        var issue = agency.registered("10.5555/gpr.9.2").orElseThrow();
        assertThat(issue.volume()).contains("9");
        assertThat(issue.issue()).contains("2");
        assertThat(issue.year()).contains("2024");
    }

    private static String data(String doi) {
        return "<doi_data><doi>" + doi + "</doi><resource>https://journal.example.org/</resource></doi_data>";
    }

    @Test
    void where_told_so_a_doi_is_registered_only_if_its_landing_page_answers() throws Exception {
        var site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.createContext("/listed", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        site.start();
        try (var careful = DoiAgency.start(
                Settings.settings().account("press", "pw", "10.5555").checkLandingPages(true))) {
            var client = new Depositor(careful, "press", "pw");
            var at = "http://127.0.0.1:" + site.getAddress().getPort();
            var listed = Deposits.article("10.5555/a", "1").replace("https://journal.example.org", at + "/listed");
            var missing = Deposits.article("10.5555/b", "1", "B", "").replace("https://journal.example.org", at);
            assertThat(client.depositAndWait("a.xml", listed).only().status()).isEqualTo("Success");
            assertThat(client.depositAndWait("b.xml", missing).only().message())
                    .isEqualTo("Landing page answers 404: " + at + "/articles/3");
        } finally {
            site.stop(0);
        }
    }
}
