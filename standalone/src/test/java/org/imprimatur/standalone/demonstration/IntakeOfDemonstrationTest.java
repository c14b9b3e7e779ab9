package org.imprimatur.standalone.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.imprimatur.intake.citation.CheckingCitations;
import org.imprimatur.intake.citation.Finding;
import org.imprimatur.intake.citation.Finding.Code;
import org.imprimatur.intake.citation.IntakeReport;
import org.imprimatur.intake.reading.ReadingManuscripts;
import org.imprimatur.intake.reading.ReadingResult;
import org.imprimatur.intake.text.StructuredText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author of the demonstration sees after the upload. */
class IntakeOfDemonstrationTest {
    private static final DemonstrationManuscripts MANUSCRIPTS = new DemonstrationManuscripts();

    private record Fault(Code code, String citation, String suggestion) {
        static Fault of(Finding finding) {
            return new Fault(finding.code(), finding.citation(), finding.suggestion());
        }
    }

    @Test
    void version_1_has_the_faults_of_the_published_article_and_no_other() {
        var report = check(MANUSCRIPTS.article(1));

        assertThat(report.citations()).isEqualTo(36);
        assertThat(report.references()).isEqualTo(31);
        assertThat(report.findings().stream().map(Fault::of))
                .containsExactly(
                        new Fault(Code.CITATION_AMBIGUOUS, "Khan, 2021", null),
                        new Fault(Code.CITATION_AMBIGUOUS, "Khan, 2021", null),
                        new Fault(Code.CITATION_STYLE, "Molnar 2022", "Molnar, 2022"),
                        new Fault(Code.REFERENCE_YEAR_DIFFERS, "Shah et al., 2023", "Shah et al., 2022"),
                        new Fault(Code.CITATION_STYLE, "Tankel 2018", "Tankel, 2018"),
                        new Fault(Code.CITATION_STYLE, "Dikshit 2012", "Dikshit, 2012"),
                        new Fault(Code.AUTHOR_COUNT_DIFFERS, "Cookman et al., 2022", "Cookman, 2022"),
                        new Fault(Code.CITATION_WITHOUT_REFERENCE, "Carry, 2022", "Clary, 2022"),
                        new Fault(Code.REFERENCE_NEVER_CITED, null, null));
        assertThat(report.findings().get(8).reference()).startsWith("State Bank of Pakistan");
    }

    @Test
    void the_revision_has_no_fault_left() {
        var report = check(MANUSCRIPTS.article(2));

        assertThat(report.citations()).isEqualTo(37);
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void the_robots_articles_have_no_fault(int which) {
        var report = check(MANUSCRIPTS.robotArticle(which));

        assertThat(report.citations()).isGreaterThan(report.references());
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void the_title_page_is_read_as_the_author_enters_it(int version) {
        var front = read(MANUSCRIPTS.article(version)).front();
        var entered = MANUSCRIPTS.titlePage(version);

        assertThat(front.title()).hasValue(entered.title());
        assertThat(front.keywords()).isEqualTo(entered.keywords());
        assertThat(front.authors())
                .extracting(author -> author.name())
                .containsExactlyElementsOf(entered.authors().stream()
                        .map(author -> author.person().name())
                        .toList());
        assertThat(front.authors())
                .filteredOn(author -> author.corresponding())
                .extracting(author -> author.email().orElseThrow())
                .containsExactly(MANUSCRIPTS.people().correspondingAuthor().email());
    }

    private static IntakeReport check(byte[] docx) {
        return new CheckingCitations().check(read(docx));
    }

    private static StructuredText read(byte[] docx) {
        return ((ReadingResult.Read) new ReadingManuscripts(10_000_000).read(docx, "manuscript.docx")).text();
    }
}
