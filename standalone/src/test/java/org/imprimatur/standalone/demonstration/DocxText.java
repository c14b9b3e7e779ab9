package org.imprimatur.standalone.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** What a reader finds in a DOCX, read without the code that wrote it. */
record DocxText(XWPFDocument document) {
    private static final Set<String> RUNNING_TEXT = Set.of("BodyText", "ListNumber");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]*\\p{L}[^()]* \\d{4})\\)");

    static DocxText of(byte[] docx) throws IOException {
        return new DocxText(new XWPFDocument(new ByteArrayInputStream(docx)));
    }

    List<String> inStyle(String... styles) {
        return paragraphs(Set.of(styles));
    }

    private List<String> paragraphs(Set<String> styles) {
        return document.getParagraphs().stream()
                .filter(paragraph -> styles.contains(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .map(text -> text.replaceAll("\\[footnoteRef:\\d+]", ""))
                .toList();
    }

    String title() {
        return inStyle("Title").get(0);
    }

    List<String> headings() {
        return inStyle("Heading1");
    }

    List<String> references() {
        return inStyle("Bibliography");
    }

    List<String> runningText() {
        return paragraphs(RUNNING_TEXT);
    }

    List<String> tableCells() {
        return document.getTables().stream()
                .flatMap(table -> table.getRows().stream())
                .flatMap(row -> row.getTableCells().stream())
                .map(cell -> cell.getText())
                .toList();
    }

    /** From the first heading to the last paragraph before the references, tables and headings included. */
    long bodyWords() {
        return Stream.of(runningText(), tableCells(), inStyle("Heading1", "Heading2", "Caption"))
                .flatMap(List::stream)
                .mapToLong(text -> text.split("\\s+").length)
                .sum();
    }

    /** Author–year citations in reading order, without brackets. */
    List<String> citations() {
        return runningText().stream()
                .flatMap(text -> IN_BRACKETS.matcher(text).results())
                .flatMap(match -> Stream.of(match.group(1).split("; ")))
                .toList();
    }

    String footer() {
        return document.getFooterList().stream()
                .map(footer -> footer.getText())
                .collect(Collectors.joining())
                .strip();
    }
}
