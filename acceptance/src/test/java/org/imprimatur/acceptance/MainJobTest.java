package org.imprimatur.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.standalone.demo.Performance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One real article from upload to registered DOI and settled pages, through pages, mails and Kafka. */
@ExtendWith(OnTheStage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path evidence = OnTheStage.EVIDENCE;
    private boolean good;
    private JsonNode summary;

    @BeforeAll
    void takes_the_article_the_whole_way_once(Performance performance) throws IOException {
        good = performance.good();
        summary = JSON.readTree(Files.readAllBytes(evidence.resolve("summary.json")));
    }

    @Test
    void every_step_is_reached_and_every_check_holds() {
        assertThat(good).isTrue();
        assertThat(summary.get("checks").properties())
                .allSatisfy(check -> assertThat(check.getValue().asString())
                        .as(check.getKey())
                        .isEqualTo("held"));
    }

    @Test
    void all_the_evidence_is_there_and_none_of_it_is_empty() {
        assertThat(List.of(
                        "article.pdf",
                        "cover.pdf",
                        "article.jats.xml",
                        "crossref-deposit.xml",
                        "crossref-result.xml",
                        "landing.html",
                        "toc.html",
                        "oai-record.xml",
                        "citations.json",
                        "intake-report.json",
                        "history.json",
                        "process.svg",
                        "summary.json",
                        "timings.json"))
                .allSatisfy(name -> assertThat(evidence.resolve(name)).isNotEmptyFile());
    }

    @Test
    void the_doi_and_the_pages_are_those_that_follow_from_pattern_place_and_galley() {
        assertThat(summary.get("doi").asString()).isEqualTo("10.31703/gpr.2024(IX-II).03");
        assertThat(summary.get("issueDoi").asString()).isEqualTo("10.31703/gpr.2024(IX.II)");
        assertThat(summary.get("firstPage").asInt()).isEqualTo(27);
        assertThat(summary.get("lastPage").asInt() - summary.get("firstPage").asInt() + 1)
                .isEqualTo(summary.get("pdfPages").asInt());
    }

    @Test
    void the_intake_report_names_the_defects_that_the_manuscript_came_with() throws IOException {
        JsonNode report = JSON.readTree(Files.readAllBytes(evidence.resolve("intake-report.json")));

        assertThat(report.get("findings")
                        .valueStream()
                        .map(finding -> finding.get("code").asString()))
                .containsExactlyInAnyOrder(
                        "citation-ambiguous",
                        "citation-ambiguous",
                        "citation-without-reference",
                        "reference-year-differs",
                        "author-count-differs",
                        "reference-never-cited",
                        "citation-style",
                        "citation-style",
                        "citation-style");
    }

    @Test
    void the_history_names_exactly_the_events_of_this_way() throws IOException {
        List<String> names = JSON.readTree(Files.readAllBytes(evidence.resolve("history.json")))
                .valueStream()
                .map(event -> event.get("type").asString())
                .filter(type -> !type.contains("manuscript-moved") && !type.contains("operations"))
                .map(type -> type.replaceFirst("imprimatur\\.\\w+\\.", "").replaceFirst("\\.v1$", ""))
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "manuscript-submitted",
                        "screening-passed",
                        "reviewer-invited",
                        "reviewer-invited",
                        "reviewer-invited",
                        "invitation-accepted",
                        "invitation-declined",
                        "reviewer-invited",
                        "invitation-accepted",
                        "invitation-expired",
                        "reviewer-invited",
                        "review-submitted",
                        "review-submitted",
                        "invitation-revoked",
                        "revision-requested",
                        "manuscript-revised",
                        "reviewer-invited",
                        "reviewer-invited",
                        "invitation-accepted",
                        "invitation-accepted",
                        "review-submitted",
                        "review-submitted",
                        "manuscript-accepted",
                        "produce-galley",
                        "proof-ready",
                        "proof-approved",
                        "schedule-article",
                        "article-scheduled",
                        "allocate-pages",
                        "pages-allocated",
                        "pages-fixed",
                        "register-doi",
                        "doi-registered",
                        "publish-article",
                        "article-published");
    }

    @Test
    void the_mails_bear_the_demonstrations_notice() throws IOException {
        try (Stream<Path> mails = Files.list(evidence.resolve("mails"))) {
            assertThat(mails.filter(file -> file.toString().endsWith(".eml")).toList())
                    .isNotEmpty()
                    .allSatisfy(mail -> assertThat(Files.readString(mail, StandardCharsets.UTF_8)
                                    .replaceAll("=\r?\n", "") // RFC 2045, 6.7: where a line was too long
                                    .split("Demonstration text", -1))
                            .as("in its text and in its HTML")
                            .hasSizeGreaterThan(2));
        }
    }
}
