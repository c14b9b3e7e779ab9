package org.imprimatur.standalone.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemonstrationManuscriptsTest {
    private static final DemonstrationManuscripts MANUSCRIPTS = new DemonstrationManuscripts();
    private static final Facts.Article FACTS = MANUSCRIPTS.facts().article();

    @Test
    void version_1_makes_the_citations_of_the_published_article_in_their_order() throws IOException {
        var asPublished = new ArrayList<>(FACTS.inTextCitations());

        assertThat(DocxText.of(MANUSCRIPTS.article(1)).citations()).containsExactlyElementsOf(asPublished);
    }

    @Test
    void version_2_mends_the_faulty_citations_and_no_other() throws IOException {
        var mends = Map.of(
                "Carry, 2022", "Clary, 2022",
                "Shah et al., 2023", "Shah et al., 2022",
                "Cookman et al., 2022", "Cookman, 2022",
                "Molnar 2022", "Molnar, 2022",
                "Tankel 2018", "Tankel, 2018",
                "Dikshit 2012", "Dikshit, 2012");
        var mended = new ArrayList<String>();
        var initials = List.of("F. H. ", "S. ").iterator();
        for (var citation : FACTS.inTextCitations()) {
            if (citation.equals("Chia & Haiqi, 2021")) {
                mended.add(citation);
                mended.add("State Bank of Pakistan, 2022");
            } else {
                mended.add(
                        citation.equals("Khan, 2021")
                                ? initials.next() + citation
                                : mends.getOrDefault(citation, citation));
            }
        }

        assertThat(DocxText.of(MANUSCRIPTS.article(2)).citations()).containsExactlyElementsOf(mended);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void both_versions_carry_the_facts_of_the_article(int version) throws IOException {
        var text = DocxText.of(MANUSCRIPTS.article(version));

        assertThat(text.title()).isEqualTo(FACTS.title());
        assertThat(text.headings()).containsExactlyElementsOf(FACTS.headings());
        assertThat(text.references()).containsExactlyElementsOf(FACTS.references());
        assertThat(text.inStyle("Author"))
                .containsExactly("Qamar Zaman Khan", "Imran Wakil", "Ghulam Mustafa (corresponding author)");
        assertThat(text.inStyle("Keywords"))
                .containsExactly("Keywords: Pakistan, Russia, USA, Strategic Relations, Multilateralism");
        assertThat(text.bodyWords()).isBetween(4_500L, 5_300L);
    }

    @Test
    void the_revision_answers_the_reviewers_at_greater_length() throws IOException {
        assertThat(DocxText.of(MANUSCRIPTS.article(2)).bodyWords())
                .isGreaterThan(DocxText.of(MANUSCRIPTS.article(1)).bodyWords());
        assertThat(MANUSCRIPTS.titlePage(2).abstractText())
                .isNotEqualTo(MANUSCRIPTS.titlePage(1).abstractText());
    }

    @Test
    void a_robots_article_is_as_long_as_it_is_asked_to_be() throws IOException {
        for (var which : List.of(1, 2)) {
            for (var words : List.of(3_000, 5_000, 7_000)) {
                var longest = 250;
                assertThat(DocxText.of(MANUSCRIPTS.robotArticle(which, words)).runningText().stream()
                                .mapToInt(text -> text.split("\\s+").length)
                                .sum())
                        .isBetween(words - longest, words + longest);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_robot_cites_each_of_its_references_and_nothing_else(int which) throws IOException {
        var text = DocxText.of(MANUSCRIPTS.robotArticle(which));
        var surnames = new HashSet<String>();
        for (var reference : text.references()) {
            assertThat(surnames.add(reference.substring(0, reference.indexOf(','))))
                    .as(reference)
                    .isTrue();
        }

        assertThat(text.references()).hasSizeGreaterThan(30).isSorted();
        assertThat(text.citations().stream().map(citation -> citation.split(",? (&|et al)|,")[0]))
                .containsAll(surnames)
                .allMatch(surnames::contains);
        assertThat(String.join(" ", text.runningText())).doesNotContain("{", "}");
    }

    @Test
    void every_file_says_that_it_is_a_demonstration_on_its_first_page_and_in_its_footer() throws IOException {
        for (var file : everyFile()) {
            var text = DocxText.of(file);
            assertThat(text.inStyle("Notice")).containsExactly("Demonstration text, not the authors' article");
            assertThat(text.footer()).startsWith("Demonstration text, not the authors' article");
        }
    }

    @Test
    void the_same_source_gives_the_same_bytes() throws IOException {
        var again = new DemonstrationManuscripts();

        assertThat(again.article(1)).isEqualTo(MANUSCRIPTS.article(1));
        assertThat(again.article(2)).isEqualTo(MANUSCRIPTS.article(2)).isNotEqualTo(MANUSCRIPTS.article(1));
        assertThat(again.robotArticle(1)).isEqualTo(MANUSCRIPTS.robotArticle(1));
        assertThat(again.robotArticle(2)).isEqualTo(MANUSCRIPTS.robotArticle(2));
        assertThat(again.responseToReviewers()).isEqualTo(MANUSCRIPTS.responseToReviewers());
    }

    @Test
    void no_time_of_writing_is_left_in_a_file() throws IOException {
        for (var file : everyFile()) {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    assertThat(entry.getTimeLocal()).isEqualTo("2024-02-05T09:00:00");
                }
            }
            var core = DocxText.of(file).document().getProperties().getCoreProperties();
            assertThat(core.getCreated().toInstant()).isEqualTo(Instant.parse("2024-02-05T09:00:00Z"));
            assertThat(core.getModified()).isEqualTo(core.getCreated());
        }
    }

    @Test
    void the_response_to_reviewers_names_no_author() throws IOException {
        var response = DocxText.of(MANUSCRIPTS.responseToReviewers());

        assertThat(response.document().getProperties().getCoreProperties().getCreator())
                .isIn(null, "");
        for (var author : MANUSCRIPTS.people().authors()) {
            assertThat(MANUSCRIPTS.responseToReviewersText()).doesNotContain(author.name());
        }
        assertThat(response.inStyle("Heading1")).containsExactly("Reviewer 1", "Reviewer 2");
    }

    @Test
    void titles_of_journals_and_books_stand_in_italics() {
        assertThat(ReferenceItalics.mark("Clary, C. (2022). Constraints. Asian Survey, 62(5-6), 838-865."))
                .isEqualTo("Clary, C. (2022). Constraints. *Asian Survey, 62*(5-6), 838-865.");
        assertThat(ReferenceItalics.mark("Ahmed, A. (2022). The Contours. In Pakistan's Policy (pp. 1-2). Routledge."))
                .isEqualTo("Ahmed, A. (2022). The Contours. In *Pakistan's Policy* (pp. 1-2). Routledge.");
        assertThat(ReferenceItalics.mark("Dikshit, S. (2012). Growing Ties. The Hindu."))
                .isEqualTo("Dikshit, S. (2012). Growing Ties. *The Hindu*.");
        assertThat(ReferenceItalics.mark("Wolff, S. (2023). The OSCE and Central Asia."))
                .isEqualTo("Wolff, S. (2023). The OSCE and Central Asia.");
    }

    @Test
    void there_is_no_version_3_and_no_third_robot() {
        assertThatThrownBy(() -> MANUSCRIPTS.article(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MANUSCRIPTS.robotArticle(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void no_eight_words_in_a_row_are_the_published_articles(int version) throws IOException {
        var published = publishedArticle();
        assumeTrue(published.isPresent(), "The published article is not at hand: set IMPRIMATUR_SHARED to its folder");
        var theirs = new HashSet<>(eightWords(Files.readString(published.get())));
        var text = DocxText.of(MANUSCRIPTS.article(version));

        assertThat(Stream.of(text.runningText(), text.inStyle("Abstract"), text.inStyle("Caption"), text.tableCells())
                        .flatMap(List::stream)
                        .flatMap(paragraph -> eightWords(paragraph).stream()))
                .doesNotContainAnyElementsOf(theirs);
    }

    private static List<byte[]> everyFile() {
        return List.of(
                MANUSCRIPTS.article(1),
                MANUSCRIPTS.article(2),
                MANUSCRIPTS.robotArticle(1),
                MANUSCRIPTS.robotArticle(2),
                MANUSCRIPTS.responseToReviewers());
    }

    private static List<String> eightWords(String text) {
        var words = Stream.of(text.replaceAll("\\[(\\d{4})]\\(#\\)", "$1")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var runs = new ArrayList<String>();
        for (var i = 0; i + 8 <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + 8)));
        }
        return runs;
    }

    /** In the folder that is named, or in one called shared beside the checkout or above it. */
    private static Optional<Path> publishedArticle() {
        var inShared = Path.of("gpr", "article-as-published.md");
        var named = System.getProperty("IMPRIMATUR_SHARED", System.getenv("IMPRIMATUR_SHARED"));
        var folders = named == null
                ? Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                        .map(folder -> folder.resolve("shared"))
                : Stream.of(Path.of(named));
        return folders.map(folder -> folder.resolve(inShared))
                .filter(Files::isReadable)
                .findFirst();
    }
}
