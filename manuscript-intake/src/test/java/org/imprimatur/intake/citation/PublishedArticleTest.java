package org.imprimatur.intake.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.imprimatur.intake.PublishedArticle;
import org.imprimatur.intake.citation.Finding.Code;
import org.imprimatur.intake.citation.Finding.Severity;
import org.imprimatur.intake.reading.ReadingManuscripts;
import org.imprimatur.intake.reading.ReadingResult.Read;
import org.junit.jupiter.api.Test;

/** The mistakes of an article as it was really published, and no other. */
class PublishedArticleTest {
    private static final List<String> ERRORS = List.of(
            "citation-ambiguous Khan, 2021 -> null",
            "citation-ambiguous Khan, 2021 -> null",
            "reference-year-differs Shah et al., 2023 -> Shah et al., 2022",
            "author-count-differs Cookman et al., 2022 -> Cookman, 2022",
            "citation-without-reference Carry, 2022 -> Clary, 2022");

    @Test
    void its_mistakes_are_found_and_nothing_else_is_called_one() {
        var report = checked(article().asProperDocx());

        assertThat(report.references()).isEqualTo(31);
        assertThat(report.citations()).isEqualTo(36);
        assertThat(errors(report)).containsExactlyElementsOf(ERRORS);
        assertThat(report.findings())
                .filteredOn(finding -> finding.code() == Code.REFERENCE_NEVER_CITED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.reference()).startsWith("State Bank of Pakistan. 2022."));
        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() == Severity.HINT)
                .extracting(Finding::citation, Finding::suggestion)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Molnar 2022", "Molnar, 2022"),
                        org.assertj.core.groups.Tuple.tuple("Tankel 2018", "Tankel, 2018"),
                        org.assertj.core.groups.Tuple.tuple("Dikshit 2012", "Dikshit, 2012"));
        assertThat(report.findings()).hasSize(9);
    }

    @Test
    void each_stands_at_its_place() {
        assertPlaces(checked(article().asProperDocx()));
    }

    private static void assertPlaces(IntakeReport report) {
        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::section)
                .containsExactly(
                        "Introduction",
                        "Historical Background of Pak-Russia Relations",
                        "Economic and Energy Ties",
                        "Relations between Pakistan and Russia after the Ukraine Invasion and the American Impact",
                        "Relations between Pakistan and Russia after the Ukraine Invasion and the American Impact");
        assertThat(report.findings().get(0).text()).contains("(Khan, 2021)");
    }

    @Test
    void a_file_without_any_style_gives_the_same() {
        var report = checked(article().asCrudeDocx());

        assertThat(report.references()).isEqualTo(31);
        assertThat(errors(report)).containsExactlyElementsOf(ERRORS);
        assertThat(report.findings()).hasSize(9);
        assertPlaces(report);
    }

    private static PublishedArticle article() {
        var article = PublishedArticle.find();
        assumeThat(article)
                .as("the article's text is not part of the project; IMPRIMATUR_SHARED names the folder that has it")
                .isPresent();
        return article.orElseThrow();
    }

    private static IntakeReport checked(byte[] docx) {
        var result = new ReadingManuscripts(10 << 20).read(docx, "article.docx");
        assertThat(result).isInstanceOf(Read.class);
        return new CheckingCitations().check(((Read) result).text());
    }

    private static List<String> errors(IntakeReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.code().id() + " " + finding.citation() + " -> " + finding.suggestion())
                .toList();
    }
}
