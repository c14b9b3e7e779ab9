package org.imprimatur.intake.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Block.Cell;
import org.imprimatur.intake.text.Block.Figure;
import org.imprimatur.intake.text.Block.ListBlock;
import org.imprimatur.intake.text.Block.Paragraph;
import org.imprimatur.intake.text.Block.Quote;
import org.imprimatur.intake.text.Block.Row;
import org.imprimatur.intake.text.Block.Table;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.intake.text.FrontMatter.ProposedAuthor;
import org.imprimatur.intake.text.Image;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Inline.Emphasis;
import org.imprimatur.intake.text.Inline.Footnote;
import org.imprimatur.intake.text.Inline.LineBreak;
import org.imprimatur.intake.text.Inline.Link;
import org.imprimatur.intake.text.Inline.Strong;
import org.imprimatur.intake.text.Inline.Subscript;
import org.imprimatur.intake.text.Inline.Superscript;
import org.imprimatur.intake.text.Inline.Text;
import org.imprimatur.intake.text.Reference;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;
import org.junit.jupiter.api.Test;

class ReadingCopyTest {
    private static final String LABEL = "Manuscript 2024-017, version 1";

    private static List<Inline> words(String text) {
        return List.of(new Text(text));
    }

    private static Block paragraph(String text) {
        return new Paragraph(words(text));
    }

    private static StructuredText manuscript(List<Block> blocks) {
        return new StructuredText(
                new FrontMatter(
                        Optional.of("On the Nature of Things"),
                        List.of(paragraph("This study looks at things.")),
                        List.of("things", "nature"),
                        List.of(new ProposedAuthor(
                                "Jane Doe",
                                Optional.empty(),
                                List.of("University of Somewhere"),
                                Optional.empty(),
                                Optional.empty(),
                                true)),
                        List.of("University of Somewhere")),
                List.of(
                        new Section(words("Introduction"), 1, blocks),
                        new Section(words("Acknowledgements"), 1, List.of(paragraph("Jane Doe thanks all.")))),
                List.of(new Reference(
                        "ref1",
                        List.of(new Text("Molnar, G. (2022). "), new Emphasis(words("Gas")), new Text(". S.")),
                        List.of(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    @Test
    void has_the_text_and_nothing_about_its_authors() throws IOException {
        var pdf = ReadingCopy.pdf(manuscript(List.of(paragraph("It is so."))), LABEL, "Demonstration text");

        assertThat(text(pdf))
                .contains(
                        "On the Nature of Things",
                        "This study looks at things.",
                        "Keywords: things, nature",
                        "Introduction",
                        "It is so.",
                        "References",
                        "Molnar, G. (2022). Gas. S.")
                .contains(LABEL, "For peer review only", "Demonstration text", "Page 1 of 1")
                .doesNotContain("Jane", "Somewhere", "Acknowledgements");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getMetadataKeys()).isEmpty();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
        }
    }

    @Test
    void every_line_has_the_next_number() throws IOException {
        var blocks = new ArrayList<Block>();
        for (var i = 0; i < 60; i++) {
            blocks.add(paragraph("Word ".repeat(60)));
        }

        var numbers = text(ReadingCopy.pdf(manuscript(blocks), LABEL, ""))
                .lines()
                .filter(line -> line.contains("Word"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .map(Integer::valueOf)
                .toList();

        assertThat(numbers).hasSizeGreaterThan(200);
        for (var i = 1; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
        }
    }

    @Test
    void the_same_text_gives_the_same_bytes() {
        var text = manuscript(List.of(paragraph("It is so.")));

        assertThat(ReadingCopy.pdf(text, LABEL, "")).isEqualTo(ReadingCopy.pdf(text, LABEL, ""));
    }

    static StructuredText withEverything() throws IOException {
        return manuscript(List.of(
                new Paragraph(List.of(
                        new Text("Water is H"),
                        new Subscript(words("2")),
                        new Text("O, a room has m"),
                        new Superscript(words("3")),
                        new Text(", "),
                        new Strong(words("bold")),
                        new Text(" and "),
                        new Emphasis(List.of(new Strong(words("both")))),
                        new Footnote(List.of(new Paragraph(words("A note at the foot.")))),
                        new LineBreak(),
                        new Link("https://example.org", words("linked")),
                        new Text(" & <escaped> \u0000 پاکستان اور روس کے تعلقات"))),
                new Quote(List.of(new Paragraph(words("A quotation set apart.")))),
                new ListBlock(
                        true,
                        List.of(
                                List.of(paragraph("First"), new ListBlock(false, List.of(List.of(paragraph("Inner"))))),
                                List.of(paragraph("Second")))),
                new Table(
                        words("Table 1. Exports"),
                        1,
                        List.of(
                                new Row(List.of(
                                        new Cell(List.of(paragraph("Year")), 1, 1),
                                        new Cell(List.of(paragraph("Sum")), 1, 1))),
                                new Row(List.of(
                                        new Cell(List.of(paragraph("2020")), 1, 2),
                                        new Cell(List.of(paragraph("Five")), 1, 1))),
                                new Row(List.of(new Cell(List.of(paragraph("Six")), 1, 1))),
                                new Row(List.of(new Cell(List.of(paragraph("Over both")), 2, 1))))),
                new Figure(new Image("a1", "image/png", png()), words("Figure 1. A field"), "A grey field"),
                new Figure(
                        new Image("b2", "image/png", new byte[] {1, 2, 3}), words("Figure 2. Broken"), "A broken one"),
                new Figure(new Image("c3", "image/x-emf", new byte[] {1}), List.of(), "")));
    }

    private static byte[] png() throws IOException {
        var image = new BufferedImage(400, 120, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, 400, 120);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void nothing_of_the_text_is_lost() throws IOException {
        var pdf = ReadingCopy.pdf(withEverything(), LABEL, "");

        assertThat(text(pdf))
                .contains(
                        "bold",
                        "both",
                        "A note at the foot.",
                        "linked & <escaped>",
                        "A quotation set apart.",
                        "1. First",
                        "Inner",
                        "2. Second")
                .contains("Table 1. Exports", "Year", "2020", "Over both", "Figure 1. A field")
                .contains("[A picture that can't be shown here: A broken one]", "[A picture that can't be shown here]");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(images(document)).isEqualTo(1);
        }
    }

    private static long images(PDDocument document) throws IOException {
        var count = 0L;
        for (var page : document.getPages()) {
            for (var name : page.getResources().getXObjectNames()) {
                count += page.getResources().isImageXObject(name) ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void a_text_that_is_almost_nothing_is_set_too() throws IOException {
        var text = new StructuredText(
                FrontMatter.NONE,
                List.of(new Section(
                        List.of(), 1, List.of(new Table(List.of(), 0, List.of()), new ListBlock(false, List.of())))),
                List.of());

        assertThat(text(ReadingCopy.pdf(text, "", ""))).contains("Page 1 of 1");
    }
}
