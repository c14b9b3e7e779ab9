package org.imprimatur.intake.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.imprimatur.intake.reading.Item.Para;
import org.imprimatur.intake.reading.Item.Picture;
import org.imprimatur.intake.reading.Item.Role;
import org.imprimatur.intake.reading.Item.Tbl;
import org.imprimatur.intake.reading.Item.TblCell;
import org.imprimatur.intake.text.Image;
import org.w3c.dom.Element;

/**
 * Walks WordprocessingML (ISO/IEC 29500-1 §17) as a reader would see it with all changes accepted: what was inserted is
 * text, what was deleted, hidden or commented isn't; a field is its last result.
 */
final class BodyReader {
    private static final Set<String> NOT_READ = Set.of(
            "del",
            "moveFrom",
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
            "annotationRef",
            "rPr",
            "pPr",
            "sdtPr",
            "footnoteRef",
            "endnoteRef",
            "separator",
            "continuationSeparator",
            "instrText",
            "delText",
            "delInstrText",
            "proofErr",
            "bookmarkStart",
            "bookmarkEnd",
            "lastRenderedPageBreak",
            "softHyphen",
            "ruby");
    private static final Pattern LINK_FIELD = Pattern.compile("(?i)^\\s*HYPERLINK\\s+\"([^\"]+)\".*", Pattern.DOTALL);
    private static final Pattern CONTENTS_FIELD =
            Pattern.compile("(?i)^\\s*(?:TOC|PAGE|NUMPAGES|INDEX)\\b.*", Pattern.DOTALL);
    private static final Pattern OUTWARD = Pattern.compile("(?i)^(?:https?://|mailto:)\\S+$");
    private static final int DEEPEST_NOTE = 2;

    private final Styles styles;
    private final Numbering numbering;
    private final Map<String, Element> footnotes;
    private final Map<String, Element> endnotes;
    private final Function<String, Optional<String>> linkTarget;
    private final Function<String, Optional<Image>> image;

    private final Deque<Field> fields = new ArrayDeque<>();
    private List<Run> carried = new ArrayList<>();
    private List<Run> runs = new ArrayList<>();
    private List<Picture> pictures = new ArrayList<>();
    private List<Item> boxes = new ArrayList<>();
    private int noteDepth;

    private static final class Field {
        private final StringBuilder code = new StringBuilder();
        private boolean result;
    }

    /**
     * @param linkTarget a relationship's outside address
     * @param image a relationship's picture
     */
    BodyReader(
            Styles styles,
            Numbering numbering,
            Element footnotes,
            Element endnotes,
            Function<String, Optional<String>> linkTarget,
            Function<String, Optional<Image>> image) {
        this.styles = styles;
        this.numbering = numbering;
        this.footnotes = byId(footnotes);
        this.endnotes = byId(endnotes);
        this.linkTarget = linkTarget;
        this.image = image;
    }

    private static Map<String, Element> byId(Element notes) {
        var byId = new HashMap<String, Element>();
        if (notes != null) {
            Xml.children(notes).forEach(note -> byId.put(Xml.attribute(note, "id"), note));
        }
        return byId;
    }

    List<Item> items(Element parent) {
        var items = new ArrayList<Item>();
        for (var child : Xml.children(parent)) {
            switch (child.getLocalName()) {
                case "p" -> {
                    paragraph(child).ifPresent(items::add);
                    items.addAll(boxes);
                    boxes = new ArrayList<>();
                }
                case "tbl" -> items.add(table(child));
                case "sdt" -> {
                    var content = Xml.child(child, "sdtContent");
                    if (content != null && !isContents(child)) {
                        items.addAll(items(content));
                    }
                }
                case "ins", "moveTo", "customXml", "smartTag" -> items.addAll(items(child));
                case "AlternateContent" -> items.addAll(items(alternative(child)));
                default -> {}
            }
        }
        return items;
    }

    private static boolean isContents(Element sdt) {
        var gallery = Xml.attribute(Xml.child(sdt, "sdtPr", "docPartObj", "docPartGallery"), "val");
        return gallery != null && gallery.contains("Table of Contents");
    }

    private Optional<Item> paragraph(Element p) {
        var properties = Xml.child(p, "pPr");
        var markDeleted = properties != null && Xml.child(properties, "rPr", "del") != null;
        runs = carried;
        carried = new ArrayList<>();
        pictures = new ArrayList<>();
        content(p, null, null);
        if (markDeleted) {
            // The end of this paragraph was deleted: its text runs on in the next one.
            carried = runs;
            return Optional.empty();
        }
        var style = Xml.attribute(Xml.child(p, "pPr", "pStyle"), "val");
        var name = styles.name(style);
        if (name.matches("toc( heading| \\d)|table of (figures|contents)|index \\d")) {
            return Optional.empty();
        }
        return Optional.of(new Para(List.copyOf(runs), role(properties, style, name), List.copyOf(pictures)));
    }

    private Role role(Element properties, String style, String name) {
        if (name.equals("title")) {
            return new Role.Title();
        }
        var outline = properties == null ? null : Xml.attribute(Xml.child(properties, "outlineLvl"), "val");
        var level = outline != null && outline.matches("[0-8]")
                ? Integer.parseInt(outline) + 1
                : styles.headingLevel(style);
        if (level > 0) {
            return new Role.Heading(level);
        }
        if (name.equals("caption")) {
            return new Role.Caption();
        }
        if (name.matches("(intense )?quote|block text|quotations?|block quotation")) {
            return new Role.Quotation();
        }
        if (name.equals("abstract")) {
            return new Role.AbstractText();
        }
        var numbered = properties == null ? null : Xml.child(properties, "numPr");
        if (numbered == null) {
            numbered = styles.numbering(style);
        }
        var list = Xml.attribute(numbered == null ? null : Xml.child(numbered, "numId"), "val");
        if (list == null || list.equals("0")) {
            return new Role.Body();
        }
        var depth = Xml.attribute(Xml.child(numbered, "ilvl"), "val");
        var number = depth != null && depth.matches("\\d") ? Integer.parseInt(depth) : 0;
        return new Role.ListItem(list, number, numbering.ordered(list, number));
    }

    /** The runs in a paragraph or in something that wraps runs. */
    private void content(Element parent, String href, Element look) {
        for (var child : Xml.children(parent)) {
            var name = child.getLocalName();
            if (NOT_READ.contains(name)) {
                continue;
            }
            switch (name) {
                case "r" -> run(child, href);
                case "hyperlink" ->
                    content(
                            child,
                            outward(linkTarget.apply(Xml.attribute(child, "id")))
                                    .orElse(href),
                            look);
                case "fldSimple" -> {
                    var code = String.valueOf(Xml.attribute(child, "instr"));
                    if (!CONTENTS_FIELD.matcher(code).matches()) {
                        content(child, outward(linkOf(code)).orElse(href), look);
                    }
                }
                case "oMath", "oMathPara" -> formula(child, href);
                case "AlternateContent" -> content(alternative(child), href, look);
                default -> content(child, href, look);
            }
        }
    }

    private void formula(Element formula, String href) {
        var text = new StringBuilder();
        Xml.each(formula, "t", t -> text.append(t.getTextContent()));
        add(new Run(text.toString(), false, true, 0, href, null));
    }

    private static Element alternative(Element alternateContent) {
        var choice = Xml.child(alternateContent, "Choice");
        return choice != null ? choice : alternateContent;
    }

    private void run(Element run, String href) {
        var properties = Xml.child(run, "rPr");
        if (properties != null && Xml.on(properties, "vanish")) {
            return;
        }
        var style = properties == null ? null : Xml.attribute(Xml.child(properties, "rStyle"), "val");
        var bold = is(properties, style, "b");
        var italic = is(properties, style, "i");
        var vertical = properties == null ? null : Xml.attribute(Xml.child(properties, "vertAlign"), "val");
        var shift = "superscript".equals(vertical) ? 1 : "subscript".equals(vertical) ? -1 : 0;
        runContent(run, href, bold, italic, shift);
    }

    private boolean is(Element properties, String style, String property) {
        return properties != null && Xml.child(properties, property) != null
                ? Xml.on(properties, property)
                : styles.on(style, property);
    }

    private void runContent(Element run, String href, boolean bold, boolean italic, int shift) {
        for (var child : Xml.children(run)) {
            var name = child.getLocalName();
            if (name.equals("fldChar")) {
                field(Xml.attribute(child, "fldCharType"));
            } else if (name.equals("instrText") && !fields.isEmpty() && !fields.peek().result) {
                fields.peek().code.append(child.getTextContent());
            } else if (!NOT_READ.contains(name) && !inFieldCode()) {
                var link = href != null ? href : fieldLink().orElse(null);
                switch (name) {
                    case "t" -> add(new Run(child.getTextContent(), bold, italic, shift, link, null));
                    case "tab", "ptab" -> add(new Run(" ", bold, italic, shift, link, null));
                    case "br" -> {
                        var type = Xml.attribute(child, "type");
                        if (type == null || type.equals("textWrapping")) {
                            add(new Run("\n", bold, italic, shift, link, null));
                        } else {
                            add(new Run(" ", bold, italic, shift, link, null));
                        }
                    }
                    case "cr" -> add(new Run("\n", bold, italic, shift, link, null));
                    case "noBreakHyphen" -> add(new Run("\u2011", bold, italic, shift, link, null));
                    case "sym" -> symbol(child).ifPresent(text -> add(new Run(text, bold, italic, shift, link, null)));
                    case "footnoteReference" -> note(footnotes.get(Xml.attribute(child, "id")));
                    case "endnoteReference" -> note(endnotes.get(Xml.attribute(child, "id")));
                    case "drawing", "pict", "object" -> drawing(child);
                    case "AlternateContent" -> runContent(alternative(child), href, bold, italic, shift);
                    default -> {}
                }
            }
        }
    }

    private void field(String type) {
        if ("begin".equals(type)) {
            fields.push(new Field());
        } else if ("separate".equals(type) && !fields.isEmpty()) {
            fields.peek().result = true;
        } else if ("end".equals(type) && !fields.isEmpty()) {
            fields.pop();
        }
    }

    private boolean inFieldCode() {
        return fields.stream()
                .anyMatch(field ->
                        !field.result || CONTENTS_FIELD.matcher(field.code).matches());
    }

    private Optional<String> fieldLink() {
        return fields.stream()
                .flatMap(field -> outward(linkOf(field.code.toString())).stream())
                .findFirst();
    }

    private static Optional<String> linkOf(String fieldCode) {
        var link = LINK_FIELD.matcher(fieldCode);
        return link.matches() ? Optional.of(link.group(1)) : Optional.empty();
    }

    private static Optional<String> outward(Optional<String> address) {
        return address.filter(target -> OUTWARD.matcher(target).matches());
    }

    /** Symbols of fonts with a code of their own (F020 and above) have no Unicode meaning and are left out. */
    private static Optional<String> symbol(Element sym) {
        var code = Xml.attribute(sym, "char");
        if (code == null || !code.matches("[0-9A-Fa-f]{4}")) {
            return Optional.empty();
        }
        var character = (char) Integer.parseInt(code, 16);
        return character >= 0xE000 && character <= 0xF8FF ? Optional.empty() : Optional.of(String.valueOf(character));
    }

    private void note(Element note) {
        if (note == null || noteDepth >= DEEPEST_NOTE) {
            return;
        }
        var outerRuns = runs;
        var outerPictures = pictures;
        var outerCarried = carried;
        carried = new ArrayList<>();
        noteDepth++;
        var paragraphs = new ArrayList<List<Run>>();
        for (var item : items(note)) {
            if (item instanceof Para para && !para.plain().isEmpty()) {
                paragraphs.add(para.runs());
            }
        }
        noteDepth--;
        runs = outerRuns;
        pictures = outerPictures;
        carried = outerCarried;
        if (!paragraphs.isEmpty()) {
            runs.add(new Run("", false, false, 0, null, paragraphs));
        }
    }

    private void drawing(Element drawing) {
        var description = new String[] {""};
        Xml.each(drawing, "docPr", properties -> {
            var text = Xml.attribute(properties, "descr");
            description[0] = text == null ? "" : text;
        });
        Xml.each(
                drawing,
                "blip",
                blip -> image.apply(Xml.attribute(blip, "embed"))
                        .ifPresent(found -> pictures.add(new Picture(found, description[0]))));
        Xml.each(
                drawing,
                "imagedata",
                data -> image.apply(Xml.attribute(data, "id"))
                        .ifPresent(found -> pictures.add(new Picture(found, description[0]))));
        Xml.each(drawing, "txbxContent", this::textBox);
    }

    /** The text of a box follows the paragraph it is anchored in. */
    private void textBox(Element content) {
        var outerRuns = runs;
        var outerPictures = pictures;
        var outerBoxes = boxes;
        boxes = new ArrayList<>();
        var inside = items(content);
        runs = outerRuns;
        pictures = outerPictures;
        boxes = outerBoxes;
        boxes.addAll(inside);
    }

    private void add(Run run) {
        if (run.text().isEmpty()) {
            return;
        }
        var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.looksLike(run)) {
            runs.set(runs.size() - 1, last.withText(last.text() + run.text()));
        } else {
            runs.add(run);
        }
    }

    private Tbl table(Element table) {
        var rows = new ArrayList<List<TblCell>>();
        var header = 0;
        for (var row : Xml.children(table)) {
            if (!row.getLocalName().equals("tr") || Xml.child(row, "trPr", "del") != null) {
                continue;
            }
            var cells = new ArrayList<TblCell>();
            Xml.each(row, "tc", cell -> cells.add(cell(cell)));
            var properties = Xml.child(row, "trPr");
            if (header == rows.size() && properties != null && Xml.on(properties, "tblHeader")) {
                header++;
            }
            rows.add(cells);
        }
        return new Tbl(header, rows);
    }

    private TblCell cell(Element cell) {
        var outer = runs;
        var outerPictures = pictures;
        var content = items(cell);
        runs = outer;
        pictures = outerPictures;
        var span = Xml.attribute(Xml.child(cell, "tcPr", "gridSpan"), "val");
        var merge = Xml.child(cell, "tcPr", "vMerge");
        return new TblCell(
                content,
                span != null && span.matches("[1-9]\\d?") ? Integer.parseInt(span) : 1,
                merge != null && !"restart".equals(Xml.attribute(merge, "val")));
    }
}
