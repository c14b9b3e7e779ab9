package org.imprimatur.publication.rendering.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Reference;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.rendering.picture.Picture;
import org.imprimatur.publication.rendering.xml.XmlWriter;

/** Writes the article's text and references in two columns. */
final class Body {

    private static final double COLUMN_POINTS = 222;
    private static final double TALLEST_POINTS = 500;

    /** A table with more columns, or with cells that ask for more characters in a line, spans both columns. */
    private static final int MOST_COLUMNS_IN_ONE = 4;

    private static final int MOST_CHARACTERS_IN_ONE = 62;

    private final XmlWriter fo;
    private final Running running;
    private int headings;
    private int lastRole = 1;

    Body(XmlWriter fo, Running running) {
        this.fo = fo;
        this.running = running;
    }

    /** @param balanced whether the last page's columns are to end at the same height */
    void write(StructuredText text, boolean balanced) {
        // FOP forgets the height of notes on a page where something spans the columns below them
        boolean across = text.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .anyMatch(block -> block instanceof Block.Table table && spans(table));
        if (across) {
            running.keepNotesForTheEnd();
        }
        text.sections().forEach(this::section);
        if (!running.notesForTheEnd().isEmpty()) {
            startHeading(1, "notes");
            fo.text("Notes").close();
            running.writeNotes();
        }
        if (!text.references().isEmpty()) {
            startHeading(1, headingId(++headings));
            fo.text("References").close();
            text.references().forEach(this::reference);
        }
        if (balanced) {
            fo.empty("fo:block", "span", "all", "line-height", "0pt");
        }
    }

    private void section(Section section) {
        if (!section.heading().isEmpty()) {
            startHeading(section.level(), headingId(++headings));
            running.inlines(section.heading());
            fo.close();
        }
        boolean first = true;
        for (Block block : section.blocks()) {
            block(block, first, true);
            first = !(block instanceof Block.Paragraph);
        }
    }

    private void startHeading(int level, String id) {
        // PDF/UA-1, 7.4.2: no level is skipped, whatever the author did; the title is level 1
        lastRole = Math.min(Math.min(level + 1, lastRole + 1), 6);
        // a heading of one line fills two with the space around it, so that both columns keep one grid
        List<String> attributes = new ArrayList<>(List.of(
                "id", id,
                "role", "H" + lastRole,
                "keep-with-next.within-column", "always",
                "keep-together.within-column", "always",
                "text-align", "start",
                "hyphenate", "false",
                "space-before", "12pt",
                "space-after", "2.5pt"));
        attributes.addAll(
                switch (level) {
                    case 1 -> List.of("font-size", "12.5pt", "font-weight", "600");
                    case 2 -> List.of("font-weight", "600");
                    default -> List.of("font-style", "italic");
                });
        fo.open("fo:block", attributes.toArray(String[]::new));
    }

    /** The id of the text's n-th heading, counted from 1; the reference list's is the last. */
    static String headingId(int ordinal) {
        return "heading" + ordinal;
    }

    private void reference(Reference reference) {
        fo.open(
                "fo:block",
                "id",
                reference.id(),
                "font-size",
                "9.5pt",
                "line-height",
                "12.5pt",
                "start-indent",
                "4mm",
                "text-indent",
                "-4mm",
                "text-align",
                "start",
                "hyphenate",
                "false",
                "space-after",
                "3pt");
        running.linked(reference.content());
        String raw = reference.raw().toLowerCase(Locale.ROOT);
        reference.doi().filter(doi -> !raw.contains(doi)).ifPresent(doi -> {
            fo.text(" ");
            running.link("https://doi.org/" + doi, "https://doi.org/" + doi);
        });
        fo.close();
    }

    private void block(Block block, boolean unindented, boolean inFlow) {
        if (block instanceof Block.Paragraph paragraph) {
            fo.open("fo:block", "text-indent", unindented ? "0pt" : "1.2em");
            running.inlines(paragraph.content());
            fo.close();
        } else if (block instanceof Block.ListBlock list) {
            list(list);
        } else if (block instanceof Block.Table table) {
            table(table, inFlow);
        } else if (block instanceof Block.Figure figure) {
            figure(figure);
        } else if (block instanceof Block.Quote quote) {
            fo.open(
                    "fo:block",
                    "role",
                    "BlockQuote",
                    "margin-left",
                    "4mm",
                    "margin-right",
                    "2mm",
                    "font-size",
                    "10pt",
                    "line-height",
                    "13.2pt",
                    "space-before",
                    "6pt",
                    "space-after",
                    "6pt");
            for (int at = 0; at < quote.paragraphs().size(); at++) {
                block(quote.paragraphs().get(at), at == 0, false);
            }
            fo.close();
        } else {
            throw new IllegalArgumentException("Unknown block " + block);
        }
    }

    private void list(Block.ListBlock list) {
        if (list.items().isEmpty()) {
            return;
        }
        fo.open(
                "fo:list-block",
                "provisional-distance-between-starts",
                list.items().size() > 9 && list.ordered() ? "6.5mm" : "5mm",
                "provisional-label-separation",
                "1.5mm",
                "space-before",
                "4pt",
                "space-after",
                "4pt");
        for (int at = 0; at < list.items().size(); at++) {
            fo.open("fo:list-item", "space-after", "1pt")
                    .open("fo:list-item-label", "end-indent", "label-end()", "text-align", "end")
                    .leaf("fo:block", list.ordered() ? (at + 1) + "." : "•", "text-indent", "0pt")
                    .close()
                    .open("fo:list-item-body", "start-indent", "body-start()");
            blocks(list.items().get(at));
            fo.close().close();
        }
        fo.close();
    }

    // FO wants at least one block here
    private void blocks(List<Block> content) {
        if (content.isEmpty()) {
            fo.empty("fo:block");
        }
        content.forEach(block -> block(block, true, false));
    }

    private void figure(Block.Figure figure) {
        Picture picture = Picture.read(figure.image()).orElseThrow();
        double scale =
                Math.min(72.0 / 110, Math.min(COLUMN_POINTS / picture.width(), TALLEST_POINTS / picture.height()));
        String caption = Inline.plain(figure.caption());
        fo.open("fo:block", "space-before", "9pt", "space-after", "9pt", "keep-together.within-column", "always")
                .open("fo:block", "text-align", "center", "line-height", "1", "keep-with-next.within-column", "always")
                .empty(
                        "fo:external-graphic",
                        "src",
                        "url('" + picture.dataUri() + "')",
                        "content-width",
                        points(picture.width() * scale),
                        "content-height",
                        points(picture.height() * scale),
                        "fox:alt-text",
                        !figure.alternativeText().isBlank()
                                ? figure.alternativeText()
                                : caption.isBlank() ? "A picture without a description" : caption)
                .close();
        caption(figure.caption(), "4pt", "0pt");
        fo.close();
    }

    private static String points(double points) {
        return String.format(Locale.ROOT, "%.2fpt", points);
    }

    private void caption(List<Inline> caption, String before, String after) {
        if (!caption.isEmpty()) {
            fo.open(
                    "fo:block",
                    "font-size",
                    "9pt",
                    "line-height",
                    "11.6pt",
                    "text-align",
                    "start",
                    "hyphenate",
                    "false",
                    "text-indent",
                    "0pt",
                    "space-before",
                    before,
                    "space-after",
                    after);
            running.inlines(caption);
            fo.close();
        }
    }

    private void table(Block.Table table, boolean inFlow) {
        int columns = columns(table);
        if (columns == 0) {
            return;
        }
        int[] widths = widths(table, columns);
        boolean spans = inFlow && spans(table);
        fo.open(
                "fo:block",
                "span",
                spans ? "all" : "none",
                "space-before",
                "9pt",
                "space-after",
                spans ? "14.5pt" : "9pt",
                "space-after.conditionality",
                spans ? "retain" : "discard");
        fo.open("fo:block", "keep-with-next.within-column", "always");
        caption(table.caption(), "0pt", "3pt");
        fo.close();
        fo.open(
                "fo:table",
                "table-layout",
                "fixed",
                "border-collapse",
                "separate",
                "width",
                "100%",
                "font-size",
                "9pt",
                "line-height",
                "11.6pt",
                "border-before-style",
                "solid",
                "border-before-width",
                "0.8pt",
                "border-after-style",
                "solid",
                "border-after-width",
                "0.8pt",
                "text-align",
                "start",
                "text-indent",
                "0pt");
        for (int width : widths) {
            fo.empty("fo:table-column", "column-width", "proportional-column-width(" + width + ")");
        }
        int header = Math.min(table.headerRows(), table.rows().size() - 1);
        rows("fo:table-header", table.rows().subList(0, Math.max(header, 0)), columns, true);
        rows(
                "fo:table-body",
                table.rows().subList(Math.max(header, 0), table.rows().size()),
                columns,
                false);
        fo.close().close();
    }

    private static boolean spans(Block.Table table) {
        int columns = columns(table);
        return columns > MOST_COLUMNS_IN_ONE
                || Arrays.stream(widths(table, columns)).sum() > MOST_CHARACTERS_IN_ONE;
    }

    private static int columns(Block.Table table) {
        return table.rows().stream().mapToInt(Body::columns).max().orElse(0);
    }

    private static int columns(Block.Row row) {
        return row.cells().stream().mapToInt(Block.Cell::columns).sum();
    }

    /** Per column about as many characters as its cells ask for in a line. */
    private static int[] widths(Block.Table table, int columns) {
        int[] widths = new int[columns];
        Arrays.fill(widths, 5);
        for (Block.Row row : table.rows()) {
            int column = 0;
            for (Block.Cell cell : row.cells()) {
                if (cell.columns() == 1 && column < columns) {
                    String words = plain(cell.content());
                    int longestWord = Arrays.stream(words.split("\\s+"))
                            .mapToInt(String::length)
                            .max()
                            .orElse(0);
                    int asked = Math.max(Math.min(longestWord, 24) + 1, Math.min(words.length(), 28));
                    widths[column] = Math.max(widths[column], asked);
                }
                column += cell.columns();
            }
        }
        return widths;
    }

    private static String plain(List<Block> content) {
        StringBuilder words = new StringBuilder();
        for (Block block : content) {
            if (block instanceof Block.Paragraph paragraph) {
                words.append(paragraph.plain()).append(' ');
            } else if (block instanceof Block.ListBlock list) {
                list.items().forEach(item -> words.append(plain(item)).append(' '));
            }
        }
        return words.toString().strip();
    }

    private void rows(String part, List<Block.Row> rows, int columns, boolean head) {
        if (rows.isEmpty()) {
            return;
        }
        fo.open(part);
        for (int at = 0; at < rows.size(); at++) {
            Block.Row row = rows.get(at);
            boolean last = head && at == rows.size() - 1;
            fo.open("fo:table-row", "keep-together.within-column", "always");
            row.cells().forEach(cell -> cell(cell, head, last));
            int missing = columns - columns(row);
            if (row.cells().isEmpty()) {
                cell(new Block.Cell(List.of(), columns, 1), head, last);
            } else if (missing > 0
                    && rows.stream().allMatch(each -> each.cells().stream().allMatch(c -> c.rows() == 1))) {
                cell(new Block.Cell(List.of(), missing, 1), head, last);
            }
            fo.close();
        }
        fo.close();
    }

    private void cell(Block.Cell cell, boolean head, boolean ruled) {
        fo.open(
                "fo:table-cell",
                "number-columns-spanned",
                String.valueOf(cell.columns()),
                "number-rows-spanned",
                String.valueOf(cell.rows()),
                "padding",
                "2pt 3pt",
                "start-indent",
                "0pt",
                "end-indent",
                "0pt",
                "font-weight",
                head ? "600" : null,
                "border-after-style",
                ruled ? "solid" : null,
                "border-after-width",
                ruled ? "0.5pt" : null);
        blocks(cell.content());
        fo.close();
    }
}
