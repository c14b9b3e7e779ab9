package org.imprimatur.publication.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Articles;
import org.imprimatur.publication.article.DepositHead;
import org.imprimatur.publication.article.IssueRecord;
import org.imprimatur.publication.article.Renderings.Heading;
import org.imprimatur.publication.article.Renderings.MetaTag;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.rendering.print.Press;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingArticlesTest {
    private static final RenderingArticles RENDERINGS = new RenderingArticles(new Press());
    private static final DepositHead HEAD =
            new DepositHead("batch-1", 20240601000000000L, "Press", "doi@example.org", "P");
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private static ArticleRecord titled(String title) {
        return Samples.placed(Samples.article(title, Samples.everything()), 27, 10);
    }

    static Stream<ArticleRecord> records() {
        System.out.println("Generated articles run with -Dseed=" + SEED);
        Random random = new Random(SEED);
        return Stream.concat(
                Stream.of(titled("Everything")),
                IntStream.range(0, 60).mapToObj(at -> Samples.anywhere(random, Samples.any(random), 1 + at)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void jats_and_deposit_of_any_article_are_valid(ArticleRecord record) {
        Schemas.assertValidJats(RENDERINGS.jats(record));
        Schemas.assertValidDeposit(RENDERINGS.crossrefDeposit(record, HEAD));
    }

    @ParameterizedTest
    @MethodSource("records")
    void an_orcid_is_marked_as_authenticated_where_its_holder_signed_in_there_and_nowhere_else(ArticleRecord record) {
        List<String> proven = record.contributors().stream()
                .filter(Contributor::orcidAuthenticated)
                .flatMap(one -> one.orcid().stream())
                .map(orcid -> "authenticated=\"true\">" + orcid.link() + "<")
                .toList();
        for (String xml : List.of(RENDERINGS.jats(record), RENDERINGS.crossrefDeposit(record, HEAD))) {
            assertThat(xml.split("authenticated=", -1)).hasSize(proven.size() + 1);
            proven.forEach(mark -> assertThat(xml).contains(mark));
        }
    }

    @Test
    void journal_volume_and_issue_have_deposits_of_their_own_that_are_valid() {
        IssueRecord issue = new IssueRecord(
                Articles.JOURNAL,
                Articles.ISSUE,
                Doi.of("10.5555/qip.2024(IX)"),
                Doi.of("10.5555/qip.2024(IX.II)"),
                URI.create("https://qip.example.org/qip"),
                URI.create("https://qip.example.org/qip/issues/9"),
                URI.create("https://qip.example.org/qip/issues/9/2"));
        String journal = RENDERINGS.crossrefJournalDeposit(Articles.JOURNAL, issue.journalPage(), HEAD);
        String volume = RENDERINGS.crossrefVolumeDeposit(issue, HEAD);
        String ofIssue = RENDERINGS.crossrefIssueDeposit(issue, HEAD);

        assertThat(List.of(journal, volume, ofIssue))
                .allSatisfy(deposit -> assertThat(deposit.split("<doi>", -1)).hasSize(2));
        assertThat(journal).contains("<doi>10.5555/qip</doi>");
        assertThat(volume).contains("<doi>10.5555/qip.2024(IX)</doi>");
        assertThat(ofIssue).contains("<doi>10.5555/qip.2024(IX.II)</doi>");
        List.of(journal, volume, ofIssue).forEach(Schemas::assertValidDeposit);
    }

    @Test
    void citations_come_in_the_order_in_which_readers_are_offered_them() {
        assertThat(RENDERINGS.citations(titled("Examples")).keySet())
                .containsExactly(
                        "apa", "chicago", "harvard", "mhra", "mla", "oxford", "turabian", "bibtex", "ris", "csl-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPR",
                "The NATO summit of iPhone users in the 21st century",
                "who reads e.e. cummings?",
                "A <b>bold</b> claim & its price: $5 {or} 50%",
                "“Quoted” within"
            })
    void no_style_changes_a_letter_of_the_title(String title) {
        RENDERINGS.citations(titled(title)).forEach((style, citation) -> {
            if (!List.of("bibtex", "csl-json").contains(style)) {
                assertThat(citation).as(style).contains(title);
            }
        });
    }

    @Test
    void an_article_on_pages_27_to_36_is_cited_with_them() {
        ArticleRecord record = titled("Examples");

        assertThat(RENDERINGS.citations(record).get("apa"))
                .isEqualTo("Paper, A., & Inkwell, B. (2024). Examples. Quarterly of Imaginary Policy, IX(II), 27–36. "
                        + "https://doi.org/10.5555/qip.2024(IX-II).03");
        assertThat(RENDERINGS.citations(record).values())
                .allSatisfy(citation -> assertThat(citation).containsPattern("27(–|--?)36|SP  - 27\r\nEP  - 36"));
    }

    @Test
    void an_article_on_one_page_is_cited_with_it_once() {
        ArticleRecord record = Samples.placed(Samples.article("Short", Articles.text()), 7, 1);

        assertThat(RENDERINGS.citations(record).get("apa")).contains("IX(II), 7. https");
        assertThat(RENDERINGS.citations(record).get("bibtex")).contains("pages = {7}");
    }

    @Test
    void meta_tags_name_each_author_with_his_institution_behind_him() {
        List<MetaTag> tags = RENDERINGS.metaTags(titled("Examples"));

        assertThat(tags)
                .extracting(MetaTag::name)
                .startsWith(
                        "citation_title",
                        "citation_author",
                        "citation_author_institution",
                        "citation_author",
                        "citation_author_institution",
                        "citation_publication_date");
        assertThat(tags)
                .contains(
                        new MetaTag("citation_publication_date", "2024/06"),
                        new MetaTag("citation_firstpage", "27"),
                        new MetaTag("citation_lastpage", "36"),
                        new MetaTag("citation_doi", "10.5555/qip.2024(IX-II).03"),
                        new MetaTag("citation_pdf_url", "https://qip.example.org/qip/articles/9-2-03/article.pdf"));
    }

    @Test
    void the_full_text_links_citations_to_references_and_notes_both_ways() {
        Document page = Jsoup.parse(RENDERINGS.html(Samples.everything()));

        assertThat(page.select("a[role=doc-biblioref]").attr("href")).isEqualTo("#ref1");
        assertThat(page.select("a[href^=#]"))
                .allSatisfy(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .as(link.outerHtml())
                                .isNotNull());
        assertThat(page.select("section[role=doc-endnotes] li").text())
                .startsWith("A note, see https://example.org/a_(b).");
        assertThat(page.select("section[role=doc-endnotes] a[href='https://example.org/a_(b)']"))
                .hasSize(1);
        assertThat(page.select("li#ref3 a").attr("href")).isEqualTo("https://doi.org/10.5555/made.up.3");
    }

    @Test
    void contents_are_the_headings_of_the_text_with_no_level_left_out() {
        Document page = Jsoup.parse(RENDERINGS.html(Samples.everything()));
        List<Heading> contents = RENDERINGS.contents(Samples.everything());

        assertThat(contents)
                .extracting(Heading::text)
                .containsExactly(
                        "A heading with emphasis",
                        "Deep",
                        "Deeper",
                        "Deepest",
                        "An empty section",
                        "Things",
                        "References");
        assertThat(contents).extracting(Heading::level).containsExactly(2, 3, 4, 5, 2, 2, 2);
        assertThat(page.select("h2, h3, h4, h5, h6").stream().map(Element::id))
                .containsExactlyElementsOf(contents.stream().map(Heading::id).toList());
    }

    @Test
    void headings_of_the_same_words_or_of_no_latin_letter_have_ids_of_their_own() {
        StructuredText text = new StructuredText(
                FrontMatter.NONE,
                List.of(
                        Samples.section("Results", 1, Samples.paragraph("x")),
                        Samples.section("Results", 1),
                        Samples.section("نتائج", 1),
                        Samples.section("ref1", 1)),
                List.of(Samples.reference(1, "Paper, A. (2020).")));

        assertThat(RENDERINGS.contents(text))
                .extracting(Heading::id)
                .doesNotHaveDuplicates()
                .doesNotContain("ref1");
    }

    @Test
    void nothing_in_a_text_becomes_markup_or_script() {
        String evil = "<script>alert(1)</script><img src=x onerror='alert(1)'>\"'";
        StructuredText text = new StructuredText(
                FrontMatter.NONE,
                List.of(new Section(
                        List.of(Samples.text(evil)),
                        1,
                        List.of(
                                new Block.Paragraph(List.of(
                                        new Inline.Link("javascript:alert(1)", List.of(Samples.text("a"))),
                                        new Inline.Link("https://x.example/\"onclick=\"a", List.of(Samples.text("b"))),
                                        new Inline.Citation(List.of(Samples.text(evil)), List.of("x\" onclick=\"a")))),
                                new Block.Table(List.of(Samples.text(evil)), 0, List.of()),
                                new Block.Figure(
                                        Samples.image(
                                                "image/svg+xml",
                                                "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)),
                                        List.of(),
                                        evil)))),
                List.of());
        Document page = Jsoup.parse(RENDERINGS.html(text));

        assertThat(page.select("script, img, svg, [onclick], [onerror], a[href^=javascript]"))
                .isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void a_cover_is_one_page_however_many_wrote_the_article() throws Exception {
        ArticleRecord record = titled("A Title of Some Length on the Examination of Examples and What Comes of It");
        try (PDDocument cover = Loader.loadPDF(RENDERINGS.cover(record))) {
            assertThat(cover.getNumberOfPages()).isEqualTo(1);
            assertThat(cover.getDocumentCatalog().getPageLabels()).isNull();
        }
        Random random = new Random(1);
        ArticleRecord crowded = Stream.generate(() -> Samples.any(random))
                .filter(article -> article.contributors().size() > 6)
                .map(article -> Samples.anywhere(random, article, 3))
                .findFirst()
                .orElseThrow();
        try (PDDocument cover = Loader.loadPDF(RENDERINGS.cover(crowded))) {
            assertThat(cover.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void the_same_record_gives_the_same_renderings() {
        ArticleRecord record = titled("Examples");

        assertThat(RENDERINGS.cover(record)).isEqualTo(RENDERINGS.cover(record));
        assertThat(RENDERINGS.citations(record)).isEqualTo(RENDERINGS.citations(record));
        assertThat(RENDERINGS.jats(record)).isEqualTo(RENDERINGS.jats(record));
    }

    @Test
    void a_licence_and_a_banner_stand_in_jats_and_a_season_apart_from_the_month() {
        String jats = RENDERINGS.jats(titled("Examples"));

        assertThat(jats)
                .contains("https://creativecommons.org/licenses/by/4.0/")
                .contains("Made up for a test")
                .contains("<season>Spring</season>")
                .contains("<month>06</month>");
        assertThat(Optional.of(jats)).hasValueSatisfying(Schemas::assertValidJats);
    }
}
