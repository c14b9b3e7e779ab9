package org.imprimatur.intake.text;

import java.util.List;

/** What a section is made of. */
public sealed interface Block {

    record Paragraph(List<Inline> content) implements Block {
        public Paragraph {
            content = List.copyOf(content);
        }

        /** The paragraph's words without marking or footnotes. */
        public String plain() {
            return Inline.plain(content);
        }
    }

    /** A bulleted or numbered list; an item holds paragraphs and, for a list within a list, a further list. */
    record ListBlock(boolean ordered, List<List<Block>> items) implements Block {
        public ListBlock {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** A table; its first {@code headerRows} rows are its head. The caption is empty when the author gave none. */
    record Table(List<Inline> caption, int headerRows, List<Row> rows) implements Block {
        public Table {
            caption = List.copyOf(caption);
            rows = List.copyOf(rows);
        }
    }

    record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A cell that covers {@code columns} columns and {@code rows} rows, each at least one. */
    record Cell(List<Block> content, int columns, int rows) {
        public Cell {
            content = List.copyOf(content);
        }
    }

    /** A picture with its caption (empty when there is none) and the alternative text the author gave, or "". */
    record Figure(Image image, List<Inline> caption, String alternativeText) implements Block {
        public Figure {
            caption = List.copyOf(caption);
        }
    }

    /** A quotation set apart. */
    record Quote(List<Paragraph> paragraphs) implements Block {
        public Quote {
            paragraphs = List.copyOf(paragraphs);
        }
    }
}
