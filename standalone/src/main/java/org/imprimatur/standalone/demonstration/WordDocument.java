package org.imprimatur.standalone.demonstration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * Writes a text as an Office Open XML file (ECMA-376) with named styles, a footer with page numbers, and the
 * demonstration's notice. The same text always gives the same bytes: no time of writing is left in them.
 */
final class WordDocument {
    static final String NOTICE = "Demonstration text, not the authors' article";
    private static final int MARGIN = 1417;
    private static final int TEXT_WIDTH = 11906 - 2 * MARGIN;
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2024, 2, 5, 9, 0);

    private final XWPFDocument document = new XWPFDocument();
    private final Map<String, XWPFFootnote> footnotes = new HashMap<>();
    private int lists;

    private WordDocument() throws IOException, XmlException {
        document.createStyles()
                .setStyles(StylesDocument.Factory.parse(Resources.text("word/styles.xml"))
                        .getStyles());
        document.createNumbering()
                .setNumbering(NumberingDocument.Factory.parse(Resources.text("word/numbering.xml"))
                        .getNumbering());
        page();
        footer();
    }

    static byte[] of(Manuscript manuscript) {
        return written(document -> {
            document.titlePage(manuscript.titlePage());
            var ofTitlePage = document.document.getParagraphs().size();
            document.body(manuscript.body());
            document.document.getParagraphs().get(ofTitlePage).setPageBreak(true);
            document.paragraph("Heading1", "References");
            manuscript.references().forEach(reference -> document.paragraph("Bibliography", reference));
        });
    }

    /** A text without a title page, such as a response to reviewers. */
    static byte[] of(Markup text) {
        return written(document -> {
            document.property(text.blocks().get(0).text(), null, null);
            document.body(text);
        });
    }

    private interface Content {
        void writeTo(WordDocument document);
    }

    private static byte[] written(Content content) {
        try {
            var document = new WordDocument();
            content.writeTo(document);
            var bytes = new ByteArrayOutputStream();
            document.document.write(bytes);
            document.document.close();
            return withoutTimes(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlException e) {
            throw new IllegalStateException("The styles of the demonstration's manuscripts are no XML", e);
        }
    }

    private void titlePage(TitlePage page) {
        property(
                page.title(),
                page.authors().stream().map(author -> author.person().name()).collect(Collectors.joining("; ")),
                String.join(", ", page.keywords()));
        paragraph("Title", page.title());
        paragraph("Notice", NOTICE);
        for (var author : page.authors()) {
            var person = author.person();
            paragraph("Author", author.corresponding() ? person.name() + " (corresponding author)" : person.name());
            paragraph("Affiliation", person.position() + ", " + person.affiliation());
            if (author.corresponding()) {
                paragraph("Affiliation", "E-mail: " + person.email());
            }
        }
        paragraph("AbstractTitle", "Abstract");
        paragraph("Abstract", page.abstractText());
        var keywords = document.createParagraph();
        keywords.setStyle("Keywords");
        var label = keywords.createRun();
        label.setBold(true);
        label.setText("Keywords: ");
        keywords.createRun().setText(String.join(", ", page.keywords()));
    }

    private void body(Markup text) {
        for (var block : text.blocks()) {
            if (block instanceof Markup.Block.Heading heading) {
                paragraph(heading.level() == 1 ? "Title" : "Heading" + (heading.level() - 1), heading.text());
                if (heading.level() == 1) {
                    paragraph("Notice", NOTICE);
                }
            } else if (block instanceof Markup.Block.Item item) {
                lists += item.first() ? 1 : 0;
                var paragraph = paragraph("ListNumber", item.text());
                paragraph.setNumID(BigInteger.valueOf(lists));
            } else if (block instanceof Markup.Block.Table table) {
                table(table);
            } else {
                fill(styled(document.createParagraph(), "BodyText"), block.text(), text.footnotes());
            }
        }
    }

    private XWPFParagraph paragraph(String style, String text) {
        var paragraph = styled(document.createParagraph(), style);
        fill(paragraph, text, Map.of());
        return paragraph;
    }

    private static XWPFParagraph styled(XWPFParagraph paragraph, String style) {
        paragraph.setStyle(style);
        return paragraph;
    }

    private void fill(XWPFParagraph paragraph, String text, Map<String, String> notes) {
        for (var inline : Markup.inlines(text)) {
            if (inline instanceof Markup.Inline.Text words) {
                var run = paragraph.createRun();
                if (words.italic()) {
                    run.setItalic(true);
                }
                run.setText(words.text());
            } else if (inline instanceof Markup.Inline.Footnote footnote) {
                paragraph.addFootnoteReference(
                        footnotes.computeIfAbsent(footnote.mark(), mark -> footnote(notes.get(mark))));
            }
        }
    }

    private XWPFFootnote footnote(String text) {
        var footnote = document.createFootnote();
        var paragraph = styled(footnote.createParagraph(), "FootnoteText");
        paragraph.createRun().setText(" " + text);
        return footnote;
    }

    private void table(Markup.Block.Table table) {
        paragraph("Caption", table.caption());
        var columns = table.rows().get(0).size();
        var grid = document.createTable(table.rows().size(), columns);
        grid.setStyleID("ManuscriptTable");
        grid.getCTTbl().getTblPr().unsetTblBorders();
        grid.setWidth("100%");
        grid.getRow(0).setRepeatHeader(true);
        var widths = widths(table);
        var columnsOfGrid = grid.getCTTbl().addNewTblGrid();
        for (var width : widths) {
            columnsOfGrid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        for (var row = 0; row < table.rows().size(); row++) {
            for (var column = 0; column < columns; column++) {
                var cell = grid.getRow(row).getCell(column);
                cell.setWidth(Long.toString(widths[column]));
                var run = styled(cell.getParagraphs().get(0), "TableText").createRun();
                run.setBold(row == 0);
                run.setText(table.rows().get(row).get(column));
            }
        }
        styled(document.createParagraph(), "AfterTable");
    }

    /** In twips: as wide as a column's longest text asks for. */
    private static long[] widths(Markup.Block.Table table) {
        var longest = IntStream.range(0, table.rows().get(0).size())
                .map(column -> table.rows().stream()
                        .mapToInt(row -> row.get(column).length() + 3)
                        .max()
                        .orElseThrow())
                .toArray();
        var all = Arrays.stream(longest).sum();
        return Arrays.stream(longest)
                .mapToLong(length -> (long) TEXT_WIDTH * length / all)
                .toArray();
    }

    /** A4 with margins of 2.5 cm; a twip is a twentieth of a point. */
    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margins = section.addNewPgMar();
        var margin = BigInteger.valueOf(MARGIN);
        margins.setTop(margin);
        margins.setBottom(margin);
        margins.setLeft(margin);
        margins.setRight(margin);
        margins.setHeader(BigInteger.valueOf(708));
        margins.setFooter(BigInteger.valueOf(708));
        margins.setGutter(BigInteger.ZERO);
    }

    private void footer() {
        var footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        styled(footer, "Footer").createRun().setText(NOTICE);
        footer.createRun().addTab();
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private void property(String title, String authors, String keywords) {
        var core = document.getProperties().getCoreProperties();
        var written = Optional.of(Date.from(Instant.from(WRITTEN.atOffset(ZoneOffset.UTC))));
        core.setTitle(title);
        core.setCreator(authors);
        core.setKeywords(keywords);
        core.setDescription(NOTICE);
        core.setCreated(written);
        core.setModified(written);
        document.getProperties()
                .getExtendedProperties()
                .getUnderlyingProperties()
                .setApplication("Imprimatur");
    }

    private static byte[] withoutTimes(byte[] zip) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(zip));
                var to = new ZipOutputStream(bytes)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(WRITTEN);
                to.putNextEntry(copy);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
