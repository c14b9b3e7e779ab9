package org.imprimatur.intake.copy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Image;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Reference;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;

/** Writes a text as XSL formatting objects (XSL 1.1), one column, ragged right, wide lines to write between. */
final class Pages {
    private static final String FO = "http://www.w3.org/1999/XSL/Format";
    private static final Set<String> PRINTABLE = Set.of("image/png", "image/jpeg", "image/gif");
    /** A picture of more points than this is not unpacked. */
    private static final long MOST_POINTS = 60_000_000;

    private final StructuredText text;
    private final String label;
    private final String notice;
    private final StringWriter written = new StringWriter();
    private final Map<String, Image> images = new LinkedHashMap<>();
    private final XMLStreamWriter out;
    private int note;

    Pages(StructuredText text, String label, String notice) {
        this.text = text;
        this.label = label;
        this.notice = notice;
        try {
            this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
            document();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing into memory doesn't fail", e);
        }
    }

    String formattingObjects() {
        return written.toString();
    }

    /** The pictures the pages show, by the name they are asked for. */
    Map<String, Image> images() {
        return images;
    }

    private void document() throws XMLStreamException {
        open(
                "root",
                "font-family",
                "Source Serif 4, Noto Naskh Arabic",
                "font-size",
                "11pt",
                "line-height",
                "18pt",
                "xml:lang",
                "en");
        open("layout-master-set");
        open(
                "simple-page-master",
                "master-name",
                "page",
                "page-width",
                "210mm",
                "page-height",
                "297mm",
                "margin",
                "12mm 25mm 12mm 32mm");
        empty("region-body", "margin-top", "16mm", "margin-bottom", "14mm");
        empty("region-before", "extent", "12mm");
        empty("region-after", "extent", "8mm", "display-align", "after");
        close();
        close();
        open("page-sequence", "master-reference", "page");
        running();
        open("static-content", "flow-name", "xsl-footnote-separator");
        open("block");
        empty(
                "leader",
                "leader-pattern",
                "rule",
                "leader-length",
                "40mm",
                "rule-thickness",
                "0.4pt",
                "color",
                "#777777");
        close();
        close();
        open("flow", "flow-name", "xsl-region-body");
        front();
        for (var section : text.sections()) {
            section(section);
        }
        references(text.references());
        empty("block", "id", "end");
        close();
        close();
        close();
    }

    private void running() throws XMLStreamException {
        open("static-content", "flow-name", "xsl-region-before");
        open("block", "font-size", "8.5pt", "line-height", "12pt", "color", "#444444", "text-align-last", "justify");
        words(label);
        empty("leader");
        words("For peer review only");
        close();
        if (!notice.isBlank()) {
            open("block", "font-size", "8.5pt", "line-height", "12pt", "color", "#444444");
            words(notice);
            close();
        }
        close();
        open("static-content", "flow-name", "xsl-region-after");
        open("block", "font-size", "8.5pt", "line-height", "12pt", "color", "#444444", "text-align", "center");
        words("Page ");
        empty("page-number");
        words(" of ");
        empty("page-number-citation", "ref-id", "end");
        close();
        close();
    }

    private void front() throws XMLStreamException {
        var front = text.front();
        if (front.title().isPresent()) {
            open(
                    "block",
                    "role",
                    "H1",
                    "font-size",
                    "18pt",
                    "line-height",
                    "24pt",
                    "font-weight",
                    "bold",
                    "space-after",
                    "12pt");
            words(front.title().get());
            close();
        }
        if (!front.abstractText().isEmpty()) {
            heading("H2", List.of(new Inline.Text("Abstract")), 13);
            blocks(front.abstractText());
        }
        if (!front.keywords().isEmpty()) {
            open("block", "space-before", "4pt", "space-after", "12pt");
            open("inline", "font-weight", "bold");
            words("Keywords: ");
            close();
            words(String.join(", ", front.keywords()));
            close();
        }
    }

    private void section(Section section) throws XMLStreamException {
        if (!section.heading().isEmpty()) {
            heading("H" + Math.min(6, section.level() + 1), section.heading(), section.level() == 1 ? 13 : 11);
        }
        blocks(section.blocks());
    }

    private void heading(String role, List<Inline> content, int size) throws XMLStreamException {
        open(
                "block",
                "role",
                role,
                "font-size",
                size + "pt",
                "font-weight",
                "bold",
                "space-before",
                "14pt",
                "space-after",
                "4pt",
                "keep-with-next.within-page",
                "always");
        inlines(content);
        close();
    }

    private void references(List<Reference> references) throws XMLStreamException {
        if (references.isEmpty()) {
            return;
        }
        heading("H2", List.of(new Inline.Text("References")), 13);
        for (var reference : references) {
            open("block", "start-indent", "8mm", "text-indent", "-8mm", "space-after", "4pt");
            inlines(reference.content());
            close();
        }
    }

    private void blocks(List<Block> blocks) throws XMLStreamException {
        for (var block : blocks) {
            block(block);
        }
    }

    private void block(Block block) throws XMLStreamException {
        if (block instanceof Block.Paragraph paragraph) {
            open("block", "space-after", "6pt", "linefeed-treatment", "preserve");
            inlines(paragraph.content());
            close();
        } else if (block instanceof Block.Quote quote) {
            open("block", "start-indent", "from-parent(start-indent) + 8mm", "end-indent", "8mm", "space-after", "6pt");
            for (var paragraph : quote.paragraphs()) {
                block(paragraph);
            }
            close();
        } else if (block instanceof Block.ListBlock list) {
            list(list);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Figure figure) {
            figure(figure);
        }
    }

    private void list(Block.ListBlock list) throws XMLStreamException {
        if (list.items().isEmpty()) {
            return;
        }
        open(
                "list-block",
                "provisional-distance-between-starts",
                "8mm",
                "provisional-label-separation",
                "2mm",
                "space-after",
                "6pt");
        var number = 0;
        for (var item : list.items()) {
            number++;
            open("list-item");
            open("list-item-label", "end-indent", "label-end()");
            open("block");
            words(list.ordered() ? number + "." : "•");
            close();
            close();
            open("list-item-body", "start-indent", "body-start()");
            open("block");
            blocks(item);
            close();
            close();
            close();
        }
        close();
    }

    private void table(Block.Table table) throws XMLStreamException {
        var columns = table.rows().stream()
                .mapToInt(row ->
                        row.cells().stream().mapToInt(Block.Cell::columns).sum())
                .max()
                .orElse(0);
        if (!table.caption().isEmpty()) {
            open("block", "font-weight", "bold", "space-before", "8pt", "keep-with-next.within-page", "always");
            inlines(table.caption());
            close();
        }
        if (columns == 0) {
            return;
        }
        open(
                "table",
                "table-layout",
                "fixed",
                "width",
                "100%",
                "space-after",
                "10pt",
                "font-size",
                "9.5pt",
                "line-height",
                "14pt");
        for (var column = 0; column < columns; column++) {
            empty("table-column", "column-width", "proportional-column-width(1)");
        }
        var head = Math.min(table.headerRows(), table.rows().size() - 1);
        if (head > 0) {
            rows("table-header", table.rows().subList(0, head), columns);
        }
        rows("table-body", table.rows().subList(Math.max(0, head), table.rows().size()), columns);
        close();
    }

    private void rows(String part, List<Block.Row> rows, int columns) throws XMLStreamException {
        open(part);
        for (var r = 0; r < rows.size(); r++) {
            open("table-row");
            for (var cell : rows.get(r).cells()) {
                open(
                        "table-cell",
                        "number-columns-spanned",
                        String.valueOf(Math.min(columns, cell.columns())),
                        "number-rows-spanned",
                        String.valueOf(Math.min(rows.size() - r, cell.rows())),
                        "border",
                        "0.4pt solid #999999",
                        "padding",
                        "2pt 4pt");
                open("block", "start-indent", "0pt", "end-indent", "0pt");
                blocks(cell.content());
                close();
                close();
            }
            if (rows.get(r).cells().isEmpty()) {
                open("table-cell");
                empty("block");
                close();
            }
            close();
        }
        close();
    }

    private void figure(Block.Figure figure) throws XMLStreamException {
        open("block", "space-before", "8pt", "keep-with-next.within-page", "always");
        if (canPrint(figure.image())) {
            images.put(figure.image().sha256(), figure.image());
            empty(
                    "external-graphic",
                    "src",
                    "url('image:" + figure.image().sha256() + "')",
                    "inline-progression-dimension.maximum",
                    "100%",
                    "content-width",
                    "scale-down-to-fit",
                    "content-height",
                    "scale-down-to-fit",
                    "max-height",
                    "180mm",
                    "fox:alt-text",
                    figure.alternativeText());
        } else {
            words("[A picture that can't be shown here"
                    + (figure.alternativeText().isBlank() ? "" : ": " + figure.alternativeText()) + "]");
        }
        close();
        open("block", "space-after", "10pt", "font-size", "9.5pt", "line-height", "14pt");
        inlines(figure.caption());
        close();
    }

    private static boolean canPrint(Image image) {
        if (!PRINTABLE.contains(image.mediaType())) {
            return false;
        }
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(image.bytes()))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return false;
            }
            var reader = readers.next();
            reader.setInput(stream);
            return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_POINTS;
        } catch (IOException e) {
            // A broken picture is named in its place.
            return false;
        }
    }

    private void inlines(List<Inline> content) throws XMLStreamException {
        for (var inline : content) {
            inline(inline);
        }
    }

    private void inline(Inline inline) throws XMLStreamException {
        if (inline instanceof Inline.Text characters) {
            words(characters.value());
        } else if (inline instanceof Inline.LineBreak) {
            empty("block");
        } else if (inline instanceof Inline.Emphasis emphasis) {
            marked(emphasis.content(), "font-style", "italic");
        } else if (inline instanceof Inline.Strong strong) {
            marked(strong.content(), "font-weight", "bold");
        } else if (inline instanceof Inline.Superscript raised) {
            marked(raised.content(), "baseline-shift", "super", "font-size", "65%", "line-height", "0pt");
        } else if (inline instanceof Inline.Subscript lowered) {
            marked(lowered.content(), "baseline-shift", "sub", "font-size", "65%", "line-height", "0pt");
        } else if (inline instanceof Inline.Link link) {
            inlines(link.content());
        } else if (inline instanceof Inline.Citation citation) {
            inlines(citation.content());
        } else if (inline instanceof Inline.Footnote footnote) {
            footnote(footnote);
        }
    }

    private void marked(List<Inline> content, String... attributes) throws XMLStreamException {
        open("inline", attributes);
        inlines(content);
        close();
    }

    private void footnote(Inline.Footnote footnote) throws XMLStreamException {
        note++;
        open("footnote");
        open("inline", "baseline-shift", "super", "font-size", "65%", "line-height", "0pt");
        words(String.valueOf(note));
        close();
        open("footnote-body");
        open(
                "block",
                "font-size",
                "9pt",
                "line-height",
                "13pt",
                "start-indent",
                "0pt",
                "font-weight",
                "normal",
                "font-style",
                "normal");
        words(note + " ");
        for (var paragraph : footnote.paragraphs()) {
            inlines(paragraph.content());
            words(" ");
        }
        close();
        close();
        close();
    }

    private void open(String name, String... attributes) throws XMLStreamException {
        out.writeStartElement("fo", name, FO);
        if (name.equals("root")) {
            out.writeNamespace("fo", FO);
            out.writeNamespace("fox", "http://xmlgraphics.apache.org/fop/extensions");
        }
        for (var i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        open(name, attributes);
        close();
    }

    private void close() throws XMLStreamException {
        out.writeEndElement();
    }

    /** Characters that XML 1.0 §2.2 doesn't know are left out. */
    private void words(String words) throws XMLStreamException {
        out.writeCharacters(words.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", ""));
    }
}
