package org.imprimatur.publication.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.article.DepositHead;
import org.imprimatur.publication.article.Disagreement;
import org.imprimatur.publication.article.RenderedArticle;
import org.imprimatur.publication.article.Typeset;
import org.imprimatur.publication.rendering.RenderingArticles;
import org.imprimatur.publication.rendering.Samples;
import org.imprimatur.publication.rendering.print.Press;
import org.imprimatur.publication.rendering.print.TypesettingWithFop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparingRenderingsTest {
    private static final Press PRESS = new Press();
    private static final TypesettingWithFop TYPESETTING = new TypesettingWithFop(PRESS);
    private static final RenderingArticles RENDERINGS = new RenderingArticles(PRESS);
    private static final DepositHead HEAD =
            new DepositHead("batch-1", 20240601000000000L, "Press", "doi@example.org", "P");
    private static final int ARTICLES = 8;
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private static ArticleRecord record;
    private static RenderedArticle rendered;

    @BeforeAll
    static void render() {
        ArticleUnderProduction article =
                Samples.article("On the Often Soft Examination of Examples", Samples.everything());
        record = Samples.placed(article, 27, pages(article));
        rendered = rendered(record);
    }

    private static int pages(ArticleUnderProduction article) {
        Typeset proof = TYPESETTING.typeset(article);
        assertThat(proof).isInstanceOf(Typeset.Set.class);
        return ((Typeset.Set) proof).pages();
    }

    private static RenderedArticle rendered(ArticleRecord record) {
        Typeset galley = TYPESETTING.typeset(record);
        assertThat(galley).isInstanceOf(Typeset.Set.class);
        return new RenderedArticle(
                ((Typeset.Set) galley).pdf(),
                RENDERINGS.cover(record),
                RENDERINGS.jats(record),
                RENDERINGS.crossrefDeposit(record, HEAD),
                SitePages.landingPage(record, RENDERINGS),
                SitePages.contentsPage(record),
                RENDERINGS.oaiDc(record),
                RENDERINGS.citations(record));
    }

    private static List<Disagreement> compare(ArticleRecord record, RenderedArticle rendered) {
        return new ComparingRenderings().compare(record, rendered);
    }

    @Test
    void what_is_rendered_from_one_record_agrees() {
        assertThat(compare(record, rendered)).isEmpty();
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                slip("JATS", "first page", r -> jats(r, "<fpage>27", "<fpage>37")),
                slip("JATS", "issue DOI", r -> jats(r, "2024(IX.II)", "2024(IX.I)")),
                slip("JATS", "season", r -> jats(r, "<season>Spring", "<season>Summer")),
                slip("JATS", "received", r -> jats(r, "<day>05</day><month>02", "<day>06</day><month>02")),
                slip("JATS", "keywords", r -> jats(r, "<kwd>policy</kwd>", "")),
                slip("Crossref deposit", "last page", r -> deposit(r, "<last_page>", "<last_page>1")),
                slip("Crossref deposit", "landing page", r -> deposit(r, "articles/9-2-03</resource>", "x</resource>")),
                slip("Crossref deposit", "ISSNs", r -> deposit(r, "2521-2982", "2521-2983")),
                slip(
                        "landing page",
                        "citation_volume",
                        r -> landing(r, "citation_volume\" content=\"IX", "citation_volume\" content=\"X")),
                slip("landing page", "visible title", r -> landing(r, "<h1>On", "<h1>In")),
                slip("landing page", "visible pages", r -> landing(r, "pages <span>27", "pages <span>37")),
                slip("landing page", "visible issue", r -> landing(r, "issue II, Spring", "issue II, Autumn")),
                slip("contents page", "pages", r -> contents(r, "</span>27", "</span>28")),
                slip("contents page", "title", r -> contents(r, "Often", "Never")),
                slip("OAI-PMH", "date", r -> oai(r, "2024-06", "2024-07")),
                slip("apa", "pages", r -> cited(r, "apa", "27–", "37–")),
                slip("mla", "volume", r -> cited(r, "mla", " IX,", " XI,")),
                slip("oxford", "title", r -> cited(r, "oxford", "Soft", "soft")),
                slip("turabian", "DOI", r -> cited(r, "turabian", ").03", ").04")),
                slip("bibtex", "contributors", r -> cited(r, "bibtex", "Paper, Ada", "Paper, Ade")),
                slip("ris", "first page", r -> cited(r, "ris", "SP  - 27", "SP  - 37")),
                slip("csl-json", "issue", r -> cited(r, "csl-json", "\"issue\" : \"II\"", "\"issue\" : \"III\"")));
    }

    private static Arguments slip(String rendering, String field, UnaryOperator<RenderedArticle> made) {
        return Arguments.of(rendering, field, made);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("slips")
    void a_slip_in_one_rendering_is_named_by_rendering_and_field_and_nothing_else_is(
            String rendering, String field, UnaryOperator<RenderedArticle> slip) {
        RenderedArticle slipped = slip.apply(rendered);

        assertThat(slipped).isNotEqualTo(rendered);
        // what repeats a citation disagrees with a changed one as well
        assertThat(compare(record, slipped))
                .filteredOn(it -> !it.field().equals("citation"))
                .extracting(Disagreement::rendering, Disagreement::field)
                .containsExactly(tuple(rendering, field));
    }

    @Test
    void a_galley_of_other_pages_disagrees_in_its_folios_labels_and_line_of_pages() {
        ArticleRecord moved =
                Samples.placed(record.article(), 28, record.pages().count());
        RenderedArticle mixed = with(
                ((Typeset.Set) TYPESETTING.typeset(moved)).pdf(),
                rendered.cover(),
                rendered.jats(),
                rendered.crossrefDeposit(),
                rendered.landingPage(),
                rendered.contentsPage(),
                rendered.oaiDc(),
                rendered.citations());

        assertThat(compare(record, mixed))
                .allMatch(it -> it.rendering().equals("PDF"))
                .extracting(Disagreement::field)
                .containsExactlyInAnyOrder("folios", "page labels", "pages");
    }

    @Test
    void a_galley_set_from_another_title_disagrees_wherever_it_bears_it() {
        ArticleUnderProduction other =
                Samples.article("On the Often Soft Examination of Exemptions", Samples.everything());
        RenderedArticle mixed = with(
                ((Typeset.Set) TYPESETTING.typeset(
                                Samples.placed(other, 27, record.pages().count())))
                        .pdf(),
                rendered.cover(),
                rendered.jats(),
                rendered.crossrefDeposit(),
                rendered.landingPage(),
                rendered.contentsPage(),
                rendered.oaiDc(),
                rendered.citations());

        assertThat(compare(record, mixed))
                .allMatch(it -> it.rendering().equals("PDF"))
                .extracting(Disagreement::field)
                .containsExactlyInAnyOrder("title", "document title", "XMP dc:title");
    }

    @Test
    void a_cover_of_another_place_disagrees_in_what_differs() {
        ArticleRecord moved =
                Samples.placed(record.article(), 28, record.pages().count());
        RenderedArticle mixed = with(
                rendered.pdf(),
                RENDERINGS.cover(moved),
                rendered.jats(),
                rendered.crossrefDeposit(),
                rendered.landingPage(),
                rendered.contentsPage(),
                rendered.oaiDc(),
                rendered.citations());

        assertThat(compare(record, mixed))
                .extracting(Disagreement::rendering, Disagreement::field)
                .containsExactlyInAnyOrder(tuple("cover", "pages"), tuple("cover", "citation"));
    }

    @Test
    void a_rendering_that_cannot_be_read_disagrees_as_a_whole() {
        RenderedArticle broken = with(
                new byte[] {1, 2, 3},
                rendered.cover(),
                "<article>",
                rendered.crossrefDeposit(),
                rendered.landingPage(),
                rendered.contentsPage(),
                "",
                Map.of());

        assertThat(compare(record, broken))
                .filteredOn(it -> it.field().equals("whole"))
                .extracting(Disagreement::rendering)
                .contains("PDF", "JATS", "OAI-PMH", "apa", "bibtex", "ris", "csl-json");
    }

    static Stream<Random> seeds() {
        System.out.println("Generated articles run with -Dseed=" + SEED);
        return Stream.iterate(0, at -> at < ARTICLES, at -> at + 1).map(at -> new Random(SEED + at));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_an_article_holds_its_renderings_agree(Random random) {
        ArticleUnderProduction article = Samples.any(random);
        ArticleRecord any = Samples.anywhere(random, article, pages(article));

        assertThat(compare(any, rendered(any))).isEmpty();
    }

    private static RenderedArticle jats(RenderedArticle r, String from, String to) {
        return with(
                r.pdf(),
                r.cover(),
                replaced(r.jats(), from, to),
                r.crossrefDeposit(),
                r.landingPage(),
                r.contentsPage(),
                r.oaiDc(),
                r.citations());
    }

    private static RenderedArticle deposit(RenderedArticle r, String from, String to) {
        return with(
                r.pdf(),
                r.cover(),
                r.jats(),
                replaced(r.crossrefDeposit(), from, to),
                r.landingPage(),
                r.contentsPage(),
                r.oaiDc(),
                r.citations());
    }

    private static RenderedArticle landing(RenderedArticle r, String from, String to) {
        return with(
                r.pdf(),
                r.cover(),
                r.jats(),
                r.crossrefDeposit(),
                replaced(r.landingPage(), from, to),
                r.contentsPage(),
                r.oaiDc(),
                r.citations());
    }

    private static RenderedArticle contents(RenderedArticle r, String from, String to) {
        return with(
                r.pdf(),
                r.cover(),
                r.jats(),
                r.crossrefDeposit(),
                r.landingPage(),
                replaced(r.contentsPage(), from, to),
                r.oaiDc(),
                r.citations());
    }

    private static RenderedArticle oai(RenderedArticle r, String from, String to) {
        return with(
                r.pdf(),
                r.cover(),
                r.jats(),
                r.crossrefDeposit(),
                r.landingPage(),
                r.contentsPage(),
                replaced(r.oaiDc(), from, to),
                r.citations());
    }

    private static RenderedArticle cited(RenderedArticle r, String style, String from, String to) {
        Map<String, String> citations = new HashMap<>(r.citations());
        citations.computeIfPresent(style, (key, text) -> replaced(text, from, to));
        return with(
                r.pdf(),
                r.cover(),
                r.jats(),
                r.crossrefDeposit(),
                r.landingPage(),
                r.contentsPage(),
                r.oaiDc(),
                citations);
    }

    private static String replaced(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private static RenderedArticle with(
            byte[] pdf,
            byte[] cover,
            String jats,
            String deposit,
            String landingPage,
            String contentsPage,
            String oaiDc,
            Map<String, String> citations) {
        return new RenderedArticle(pdf, cover, jats, deposit, landingPage, contentsPage, oaiDc, citations);
    }
}
