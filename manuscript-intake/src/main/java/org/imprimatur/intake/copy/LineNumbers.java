package org.imprimatur.intake.copy;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Numbers the lines of a set text in the left margin, from the first page to the last without a break. */
final class LineNumbers {
    private static final float POINTS_PER_MM = 72 / 25.4f;
    /** Between the running head and the page's number. */
    private static final float TOP = 26 * POINTS_PER_MM;

    private static final float BOTTOM = (297 - 24) * POINTS_PER_MM;
    private static final float LEFT = 30 * POINTS_PER_MM;
    /** Baselines nearer than this are one line: raised figures, cells of a table's row. */
    private static final float SAME_LINE = 6;

    private static final float SIZE = 7.5f;

    private LineNumbers() {}

    static byte[] on(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf);
                var file = LineNumbers.class.getResourceAsStream("/fonts/source-serif-4/SourceSerif4-Regular.ttf")) {
            var font = PDType0Font.load(document, file, true);
            var pages = lines(document);
            var number = 1;
            for (var i = 0; i < pages.size(); i++) {
                number = number(document, document.getPage(i), font, pages.get(i), number);
            }
            // No date, no tool, no name; and so the same text gives the same file.
            document.setDocumentInformation(new PDDocumentInformation());
            document.getDocumentCatalog().setMetadata(null);
            document.getDocument().getTrailer().removeItem(COSName.ID);
            document.setDocumentId(0L);
            var numbered = new ByteArrayOutputStream();
            document.save(numbered);
            return numbered.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(PDDocument document, PDPage page, PDFont font, List<Float> baselines, int first)
            throws IOException {
        var number = first;
        var height = page.getMediaBox().getHeight();
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.setFont(font, SIZE);
            content.setNonStrokingColor(new Color(0x66, 0x66, 0x66));
            for (var baseline : baselines) {
                var digits = String.valueOf(number++);
                content.beginText();
                content.newLineAtOffset(LEFT - 4 - font.getStringWidth(digits) / 1000 * SIZE, height - baseline);
                content.showText(digits);
                content.endText();
            }
            content.endMarkedContent();
        }
        return number;
    }

    /** For each page the baselines of its lines, from the page's top. */
    private static List<List<Float>> lines(PDDocument document) throws IOException {
        var pages = new ArrayList<List<Float>>();
        for (var i = 1; i <= document.getNumberOfPages(); i++) {
            var sizes = new TreeMap<Float, Float>();
            var stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    var inText = position.getYDirAdj() > TOP && position.getYDirAdj() < BOTTOM;
                    if (inText && !position.getUnicode().isBlank()) {
                        sizes.merge(position.getYDirAdj(), position.getFontSizeInPt(), Math::max);
                    }
                }
            };
            stripper.setStartPage(i);
            stripper.setEndPage(i);
            stripper.getText(document);
            pages.add(baselines(sizes));
        }
        return pages;
    }

    /** Of baselines that are one line, that of the largest letters. */
    private static List<Float> baselines(TreeMap<Float, Float> sizes) {
        var baselines = new ArrayList<Float>();
        Map.Entry<Float, Float> line = null;
        for (var candidate : sizes.entrySet()) {
            if (line != null && candidate.getKey() - line.getKey() < SAME_LINE) {
                line = candidate.getValue() > line.getValue() ? candidate : line;
                baselines.set(baselines.size() - 1, line.getKey());
            } else {
                line = candidate;
                baselines.add(line.getKey());
            }
        }
        return baselines;
    }
}
