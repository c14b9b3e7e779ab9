package org.imprimatur.sandbox.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormOfDepositTest {

    private static final DoiAgency OWN_RULES = agency(Settings.settings());

    private static DoiAgency agency(Settings settings) {
        return DoiAgency.start(settings.account("press", "pw", "10.5555", "10.32013"));
    }

    @AfterAll
    static void close() {
        OWN_RULES.close();
    }

    private static Depositor.Result.Line refusal(DoiAgency agency, String fileName, String xml) throws Exception {
        var result = new Depositor(agency, "press", "pw").depositAndWait(fileName, xml);
        assertThat(result.only().status()).isEqualTo("Failure");
        return result.only();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<doi_batch_id>batch-of-1</doi_batch_id> |                              | doi_batch_id",
                "batch-of-1                               | abc                          | doi_batch_id",
                "<timestamp>1</timestamp>                 |                              | timestamp",
                "<timestamp>1</timestamp>                 | <timestamp>today</timestamp> | timestamp",
                "deposits@example.org                     | a@b.c                        | email_address",
                "A Depositor                              |                              | depositor_name",
                "<registrant>A Registrant</registrant>    |                              | registrant",
                "A result nobody had expected             |                              | title",
                "10.5555/form                             | 10.55/form                   | 10\\.[0-9]{4,9}/.{1,200}",
                "https://journal.example.org/articles/3   |                              | resource",
                "https://journal.example.org/articles/3   | javascript:alert(1)          | resource",
                "<first_page>27</first_page>              |                              | first_page",
                "2024                                     |                              | year",
                "<year>2024</year>                        | <year>soon</year>            | year",
                "<month>06</month>                        | <month>13</month>            | month"
            })
    void what_the_schema_demands_is_demanded_without_it_too(String part, String instead, String named)
            throws Exception {
        var xml = Deposits.article("10.5555/form", "1")
                .replace(part, Optional.ofNullable(instead).orElse(""));
        var line = refusal(OWN_RULES, "own" + xml.hashCode() + ".xml", xml);
        assertThat(line.doi()).isEmpty();
        assertThat(line.message()).startsWith("Error: ").contains(named);
        assertThat(OWN_RULES.registered("10.5555/form")).isEmpty();
    }

    static Stream<String> notXml() {
        return Stream.of(
                "no XML at all",
                "<a>".repeat(100_000),
                "<doi_batch>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><doi_batch>&e;</doi_batch>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><doi_batch/>",
                "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><doi_batch>&b;</doi_batch>");
    }

    @ParameterizedTest
    @MethodSource("notXml")
    void a_file_that_is_not_well_formed_or_brings_a_document_type_is_refused_as_a_whole(String file) throws Exception {
        var line = refusal(OWN_RULES, "broken" + file.hashCode() + ".xml", file);
        assertThat(line.messageId()).isEqualTo("29");
        assertThat(line.message()).startsWith("Deposited XML is not well-formed or does not validate: Error on line 1");
    }

    @Test
    void a_file_of_another_kind_is_refused() throws Exception {
        assertThat(refusal(OWN_RULES, "html.xml", "<html xmlns='http://www.w3.org/1999/xhtml'/>")
                        .message())
                .contains("doi_batch");
    }

    @Test
    void a_file_without_a_record_is_refused() throws Exception {
        assertThat(refusal(OWN_RULES, "empty.xml", Deposits.file("empty", "1", ""))
                        .message())
                .contains("doi_data");
    }

    /** Against the agency's own schemas, which are not ours to ship and lie beside the checkout. */
    @Nested
    class With_the_real_schemas {

        private static DoiAgency agency;
        private static Path schemas;

        @BeforeAll
        static void start() {
            var shared = Stream.of(
                            Optional.ofNullable(System.getProperty("IMPRIMATUR_SHARED"))
                                    .or(() -> Optional.ofNullable(System.getenv("IMPRIMATUR_SHARED"))),
                            Optional.of("../shared"),
                            Optional.of("../../shared"),
                            Optional.of("../../../shared"))
                    .flatMap(Optional::stream)
                    .map(Path::of)
                    .filter(it -> Files.isDirectory(it.resolve("schemas/crossref")))
                    .findFirst();
            assumeTrue(
                    shared.isPresent(),
                    "Skipped: no schemas/crossref in ../shared; set IMPRIMATUR_SHARED to the folder that has it");
            schemas = shared.get().resolve("schemas/crossref");
            agency = agency(Settings.settings().schemas(schemas));
        }

        @AfterAll
        static void stop() {
            if (agency != null) agency.close();
        }

        @ParameterizedTest
        @CsvSource({"journal.article5.3.0.xml, 2", "journal.vol.issue5.3.0.xml, 3"})
        void the_agencys_own_examples_validate_once_they_name_the_schema_at_hand(String name, int records)
                throws Exception {
            var example =
                    Files.readString(schemas.resolve("examples").resolve(name)).replace("5.3.0", "5.3.1");
            // The examples name one ISSN with two titles and two prefixes, so each gets an agency of its own.
            try (var fresh = agency(Settings.settings().schemas(schemas))) {
                var result = new Depositor(fresh, "press", "pw").depositAndWait(name, example);
                assertThat(result.counts()).isEqualTo(records + " records, " + records + " ok, 0 warned, 0 failed");
            }
        }

        @Test
        void an_article_file_of_these_tests_validates() throws Exception {
            var result = new Depositor(agency, "press", "pw")
                    .depositAndWait("ours.xml", Deposits.article("10.5555/ours", "20240601120000000"));
            assertThat(result.only().message()).isEqualTo("Successfully added");
        }

        @Test
        void a_file_that_breaks_the_schema_is_refused_in_the_schemas_words() throws Exception {
            var xml = Deposits.article("10.5555/bad", "1").replace("<first_page>27</first_page>", "");
            assertThat(refusal(agency, "bad.xml", xml).message()).contains("cvc-complex-type", "first_page");
        }

        @Test
        void a_valid_file_without_a_doi_is_refused() throws Exception {
            var xml = Deposits.file("no-doi", "1", Deposits.journal(Deposits.TITLE, Deposits.ISSN, ""));
            assertThat(refusal(agency, "none.xml", xml).message()).isEqualTo("There is no DOI in the file");
        }

        @Test
        void a_version_without_a_schema_is_refused() throws Exception {
            var xml = Deposits.article("10.5555/old", "1").replace("5.3.1", "4.3.6");
            assertThat(refusal(agency, "old.xml", xml).message()).contains("No schema");
        }
    }
}
