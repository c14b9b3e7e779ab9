package org.imprimatur.publication.rendering.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.article.Typeset;
import org.imprimatur.publication.rendering.RenderingArticles;
import org.imprimatur.publication.rendering.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class TypesettingWithFopTest {
    private static final Press PRESS = new Press();
    private static final TypesettingWithFop TYPESETTING = new TypesettingWithFop(PRESS);
    private static final double POINTS = 72 / 25.4;

    /** A line of text and where it begins, in tenths of a point. */
    private record Line(int page, long left, long top, double right, String text) {}

    private static Typeset.Set set(Typeset typeset) {
        assertThat(typeset).isInstanceOf(Typeset.Set.class);
        return (Typeset.Set) typeset;
    }

    private static String reason(Typeset typeset) {
        assertThat(typeset).isInstanceOf(Typeset.Failed.class);
        return ((Typeset.Failed) typeset).reason();
    }

    private static List<Line> lines(byte[] pdf) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    TextPosition first = positions.get(0);
                    TextPosition last = positions.get(positions.size() - 1);
                    lines.add(new Line(
                            getCurrentPageNo(),
                            Math.round(first.getXDirAdj() * 10),
                            Math.round(first.getYDirAdj() * 10),
                            last.getXDirAdj() + last.getWidthDirAdj(),
                            text));
                }
            }.getText(document);
        }
        return lines;
    }

    private static String text(byte[] pdf) throws IOException {
        return lines(pdf).stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static StructuredText longText(int words) {
        Random random = new Random(7);
        return new StructuredText(
                FrontMatter.NONE,
                IntStream.range(0, words / 200)
                        .mapToObj(at -> Samples.section(
                                "Part " + at, 1 + at % 3, Samples.paragraph(Samples.sentences(random, 200))))
                        .toList(),
                List.of(Samples.reference(1, "Paper, A. (2020). Examples.")));
    }

    @Test
    void a_final_galley_differs_from_its_proof_in_folios_issue_pages_and_doi_only() throws IOException {
        ArticleUnderProduction article = Samples.article("On the Often Soft Examination of Examples", longText(3000));
        Typeset.Set proof = set(TYPESETTING.typeset(article));
        Typeset.Set galley = set(TYPESETTING.typeset(Samples.placed(article, 998, proof.pages())));

        assertThat(galley.pages()).isEqualTo(proof.pages()).isGreaterThan(3);
        List<Line> onlyInProof = lines(proof.pdf());
        List<Line> onlyInGalley = lines(galley.pdf());
        List<Line> common = new ArrayList<>(onlyInProof);
        common.retainAll(onlyInGalley);
        assertThat(common).hasSizeGreaterThan(200);
        onlyInProof.removeAll(common);
        onlyInGalley.removeAll(common);
        assertThat(onlyInProof)
                .allMatch(line -> line.text()
                        .matches("[0-9]+|QIP · Proof( [0-9]+)?|Proof: volume and issue follow.*|Pages 1–[0-9]+"
                                + " .*|https://doi.org/.*"));
        assertThat(onlyInGalley)
                .allMatch(line -> line.text()
                        .matches("[0-9]+|QIP IX\\(II\\)( [0-9]+)?|Volume IX, Issue II.*|Pages"
                                + " 998–.*|https://doi.org/.*"));
    }

    @Test
    void every_page_bears_its_number_from_the_first_to_the_last() throws IOException {
        ArticleUnderProduction article = Samples.article("Examples", longText(2000));
        int pages = set(TYPESETTING.typeset(article)).pages();
        byte[] pdf =
                set(TYPESETTING.typeset(Samples.placed(article, 27, pages))).pdf();

        List<Line> lines = lines(pdf);
        for (int page = 1; page <= pages; page++) {
            String folio = String.valueOf(26 + page);
            int at = page;
            assertThat(lines)
                    .anyMatch(line -> line.page() == at
                            && line.top() < 22 * POINTS * 10
                            && line.text().endsWith(folio));
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
                    .startsWith("27", "28")
                    .hasSize(pages);
        }
    }

    @Test
    void a_galley_of_more_or_fewer_pages_than_allocated_goes_back() {
        ArticleUnderProduction article = Samples.article("Examples", Samples.everything());
        int pages = set(TYPESETTING.typeset(article)).pages();

        assertThat(reason(TYPESETTING.typeset(Samples.placed(article, 27, pages + 1))))
                .isEqualTo("The final galley has %d pages, but %d were allocated (27–%d). Make a new proof."
                        .formatted(pages, pages + 1, 27 + pages));
    }

    @Test
    void the_same_record_gives_the_same_bytes_on_any_press() {
        ArticleUnderProduction article = Samples.article("Examples", Samples.everything());
        int pages = set(TYPESETTING.typeset(article)).pages();
        byte[] first =
                set(TYPESETTING.typeset(Samples.placed(article, 27, pages))).pdf();
        set(TYPESETTING.typeset(Samples.article("Another", Samples.everything())));
        byte[] again = set(new TypesettingWithFop(new Press()).typeset(Samples.placed(article, 27, pages)))
                .pdf();

        assertThat(again).isEqualTo(first);
    }

    @Test
    void galley_proof_and_cover_are_archivable_and_accessible() throws Exception {
        ArticleUnderProduction article = Samples.article("Often: اردو زبان in a title", Samples.everything());
        Typeset.Set proof = set(TYPESETTING.typeset(article));

        assertThat(broken(proof.pdf())).isEmpty();
        assertThat(broken(set(TYPESETTING.typeset(Samples.placed(article, 27, proof.pages())))
                        .pdf()))
                .isEmpty();
        assertThat(broken(new RenderingArticles(PRESS).cover(Samples.placed(article, 27, proof.pages()))))
                .isEmpty();
    }

    /** The rules of PDF/A-2u and PDF/UA-1 that it breaks. */
    private static List<String> broken(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<String> broken = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                validator.validate(parser).getTestAssertions().stream()
                        .filter(it -> it.getStatus() == TestAssertion.Status.FAILED)
                        .map(it -> flavour + " " + it.getRuleId().getClause() + ": " + it.getMessage())
                        .distinct()
                        .forEach(broken::add);
            }
        }
        return broken;
    }

    @Test
    void a_character_that_no_font_holds_is_named_with_its_place() {
        assertThat(reason(TYPESETTING.typeset(Samples.article("On 字", Samples.everything()))))
                .isEqualTo("The character “字” (CJK UNIFIED IDEOGRAPHS 5B57, U+5B57) in the title has no glyph in the"
                        + " journal's print fonts. Replace it.");
        assertThat(reason(TYPESETTING.typeset(Samples.article(
                        "On",
                        new StructuredText(
                                FrontMatter.NONE,
                                List.of(Samples.section("Joy", 1, Samples.paragraph("So \uD83D\uDE00."))),
                                List.of())))))
                .contains("U+1F600", "under the heading “Joy”");
        assertThat(reason(TYPESETTING.typeset(Samples.article(
                        "On",
                        new StructuredText(
                                FrontMatter.NONE,
                                List.of(Samples.section("Joy", 1, Samples.paragraph("So."))),
                                List.of(Samples.reference(1, "Paper, A. (2020). ဗမာ.")))))))
                .contains("in the reference “Paper, A. (2020). ဗမာ.”");
    }

    @Test
    void a_picture_that_cannot_be_printed_is_refused_with_its_place() throws IOException {
        for (byte[] bytes : List.of("<svg/>".getBytes(StandardCharsets.UTF_8), hugePng())) {
            StructuredText text = new StructuredText(
                    FrontMatter.NONE,
                    List.of(Samples.section(
                            "Pictures", 1, new Block.Figure(Samples.image("image/png", bytes), List.of(), ""))),
                    List.of());

            assertThat(reason(TYPESETTING.typeset(Samples.article("On", text))))
                    .startsWith("A picture under the heading “Pictures” (image/png) can't be printed.");
        }
    }

    /** A few bytes that say they are 60,000 by 60,000 pixels. */
    private static byte[] hugePng() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(header);
        data.writeBytes("IHDR");
        data.writeInt(60_000);
        data.writeInt(60_000);
        data.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.toByteArray());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.writeLong(0x89504E470D0A1A0AL);
        out.writeInt(13);
        out.write(header.toByteArray());
        out.writeInt((int) crc.getValue());
        return png.toByteArray();
    }

    @Test
    void long_words_addresses_and_wide_tables_stay_within_the_page() throws IOException {
        StructuredText text = new StructuredText(
                FrontMatter.NONE,
                List.of(Samples.section(
                        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
                        1,
                        Samples.paragraph("W" + "x".repeat(400)),
                        Samples.paragraph(
                                "See https://example.org/" + "path_of-parts/".repeat(30) + "?q=" + "1".repeat(90)),
                        Samples.table(12, 4),
                        new Block.Table(
                                List.of(),
                                1,
                                List.of(
                                        new Block.Row(List.of(cell("Term"), cell("x".repeat(120)))),
                                        new Block.Row(List.of(cell("y".repeat(120)), cell("b"))))))),
                List.of(Samples.reference(1, "Paper, A. (2020). https://example.org/" + "z".repeat(200))));
        byte[] pdf = set(TYPESETTING.typeset(Samples.article("T" + "itle".repeat(40), text)))
                .pdf();

        assertThat(lines(pdf)).allSatisfy(line -> assertThat(line.right()).isLessThan(188 * POINTS));
    }

    private static Block.Cell cell(String text) {
        return new Block.Cell(List.of(Samples.paragraph(text)), 1, 1);
    }

    @Test
    void a_long_table_repeats_its_head_on_every_page_and_loses_no_row() throws IOException {
        StructuredText text = new StructuredText(
                FrontMatter.NONE, List.of(Samples.section("Rows", 1, Samples.table(6, 150))), List.of());
        Typeset.Set set = set(TYPESETTING.typeset(Samples.article("Rows", text)));
        String shown = text(set.pdf());

        assertThat(shown.split("Head 5", -1).length - 1).isEqualTo(set.pages()).isGreaterThan(1);
        assertThat(shown.split("Value 5", -1).length - 1).isEqualTo(149);
    }

    @Test
    void two_hundred_references_are_all_printed() throws IOException {
        StructuredText text = new StructuredText(
                FrontMatter.NONE,
                List.of(Samples.section("One", 1, Samples.paragraph("Text."))),
                IntStream.rangeClosed(1, 200)
                        .mapToObj(at -> Samples.reference(at, "Paper" + at + ", A. (2020). Examples of work."))
                        .toList());
        String shown =
                text(set(TYPESETTING.typeset(Samples.article("Many", text))).pdf());

        assertThat(IntStream.rangeClosed(1, 200)).allMatch(at -> shown.contains("Paper" + at + ", A."));
    }

    @Test
    void headings_are_tagged_level_by_level_and_pictures_and_joined_scripts_are_described() throws IOException {
        byte[] pdf = set(TYPESETTING.typeset(Samples.article("Examples", Samples.everything())))
                .pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDStructureElement> elements = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), elements);

            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .contains("Table", "TH", "L", "Figure", "Link", "BlockQuote");
            assertThat(elements.stream()
                            .map(PDStructureElement::getStructureType)
                            .filter(type -> type.matches("H[1-6]")))
                    .containsExactly("H1", "H2", "H3", "H4", "H5", "H2", "H2", "H2", "H2");
            assertThat(elements)
                    .filteredOn(it -> it.getStructureType().equals("Figure"))
                    .extracting(PDStructureElement::getAlternateDescription)
                    .containsExactly("Squares of three colors");
            assertThat(elements).extracting(PDStructureElement::getActualText).contains("اردو زبان");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .hasSize(4);
        }
    }

    private static StructuredText withNote() {
        return new StructuredText(
                FrontMatter.NONE,
                List.of(Samples.section(
                        "Noted",
                        1,
                        new Block.Paragraph(List.of(
                                Samples.text("A sentence"),
                                new Inline.Footnote(
                                        List.of(new Block.Paragraph(List.of(Samples.text("Its footnote."))))))))),
                List.of(Samples.reference(1, "Paper, A. (2020). Examples.")));
    }

    @Test
    void a_footnote_stands_at_the_foot_of_its_page_and_can_be_told_from_others() throws Exception {
        byte[] pdf = set(TYPESETTING.typeset(Samples.article("Examples", withNote())))
                .pdf();

        assertThat(lines(pdf))
                .filteredOn(line -> line.text().contains("Its footnote."))
                .allSatisfy(line -> assertThat(line.top()).isGreaterThan(Math.round(260 * POINTS * 10)))
                .hasSize(1);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDStructureElement> elements = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), elements);
            assertThat(elements)
                    .filteredOn(it -> it.getStructureType().equals("Note"))
                    .hasSize(1)
                    .allSatisfy(note -> assertThat(note.getCOSObject().containsKey(COSName.ID))
                            .isTrue());
        }
        assertThat(broken(pdf)).isEmpty();
    }

    @Test
    void notes_stand_before_the_references_where_a_table_spans_the_columns() throws IOException {
        String shown = text(set(TYPESETTING.typeset(Samples.article("Examples", Samples.everything())))
                .pdf());

        assertThat(shown.indexOf("A note, see"))
                .isGreaterThan(shown.indexOf("Notes"))
                .isLessThan(shown.indexOf("References"));
    }

    @Test
    void no_page_is_blank() throws IOException {
        for (StructuredText text : List.of(Samples.everything(), withNote(), longText(2000))) {
            Typeset.Set set = set(TYPESETTING.typeset(Samples.article("Examples", text)));

            assertThat(lines(set.pdf()).stream()
                            .filter(line -> line.top() > 22 * POINTS * 10 && line.top() < 275 * POINTS * 10)
                            .map(Line::page)
                            .distinct())
                    .hasSize(set.pages());
        }
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> elements) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                elements.add(element);
                collect(element, elements);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<fo:external-graphic src='file:///etc/passwd'/>",
                "]]></fo:block>",
                "&xxe; %pe;",
                "url('file:///etc/passwd')"
            })
    void a_text_stays_text_whatever_it_looks_like(String text) throws IOException {
        byte[] pdf = set(TYPESETTING.typeset(Samples.article(
                        "On " + text,
                        new StructuredText(
                                FrontMatter.NONE,
                                List.of(Samples.section(
                                        text,
                                        1,
                                        new Block.Paragraph(List.of(new Inline.Link(
                                                "https://example.org/') file:///etc/passwd",
                                                List.of(Samples.text(text))))))),
                                List.of()))))
                .pdf();

        assertThat(text(pdf).replaceAll("\\s", "")).contains("On" + text.replaceAll("\\s", ""));
    }

    @Test
    void ligatures_can_be_searched_letter_by_letter() throws IOException {
        assertThat(text(set(TYPESETTING.typeset(Samples.article(
                                "After the Soft Office Affair",
                                new StructuredText(
                                        FrontMatter.NONE,
                                        List.of(Samples.section("Fjord", 1, Samples.paragraph("often efficient"))),
                                        List.of()))))
                        .pdf()))
                .contains("After the Soft Office Affair", "often efficient", "Fjord");
    }
}
