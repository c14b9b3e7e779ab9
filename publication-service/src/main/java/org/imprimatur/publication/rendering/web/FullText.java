package org.imprimatur.publication.rendering.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Image;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Reference;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.article.Renderings.Heading;
import org.imprimatur.publication.rendering.address.WebAddresses;
import org.imprimatur.publication.rendering.picture.Picture;

/** An article's text as HTML. Makes one; not to be used twice. */
public final class FullText {

    private static final Set<String> SHOWN_BY_BROWSERS = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private final StructuredText text;
    private final HtmlWriter html = new HtmlWriter();
    private final List<Inline.Footnote> footnotes = new ArrayList<>();

    private FullText(StructuredText text) {
        this.text = text;
    }

    public static String html(StructuredText text) {
        return new FullText(text).write();
    }

    /** The headings with ids that can't meet those of the page around, of references or of notes. */
    public static List<Heading> contents(StructuredText text) {
        List<Heading> contents = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int shown = 1;
        for (Section section : text.sections()) {
            if (!section.heading().isEmpty()) {
                shown = Math.min(Math.min(section.level() + 1, shown + 1), 6);
                contents.add(new Heading(
                        id(section.headingText(), taken), section.headingText().strip(), shown));
            }
        }
        if (!text.references().isEmpty()) {
            contents.add(new Heading(id("References", taken), "References", 2));
        }
        return List.copyOf(contents);
    }

    private static String id(String heading, Set<String> taken) {
        String slug = Normalizer.normalize(heading, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String wanted = "sec-" + (slug.isEmpty() ? String.valueOf(taken.size() + 1) : slug);
        String id = wanted;
        for (int again = 2; !taken.add(id); again++) {
            id = wanted + "-" + again;
        }
        return id;
    }

    private String write() {
        List<Heading> contents = contents(text);
        int next = 0;
        for (Section section : text.sections()) {
            if (!section.heading().isEmpty()) {
                Heading heading = contents.get(next++);
                html.open("h" + heading.level(), "id", heading.id());
                inlines(section.heading());
                html.close("h" + heading.level());
            }
            section.blocks().forEach(this::block);
        }
        notes();
        if (!text.references().isEmpty()) {
            html.open("h2", "id", contents.get(contents.size() - 1).id())
                    .text("References")
                    .close("h2")
                    .open("ol", "class", "refs", "role", "list");
            text.references().forEach(this::reference);
            html.close("ol");
        }
        return html.written();
    }

    private void reference(Reference reference) {
        html.open("li", "id", reference.id());
        linked(reference.content());
        String raw = reference.raw().toLowerCase(Locale.ROOT);
        reference.doi().filter(doi -> !raw.contains(doi)).ifPresent(doi -> {
            html.text(" ");
            link("https://doi.org/" + doi, "https://doi.org/" + doi);
        });
        html.close("li");
    }

    private void notes() {
        if (footnotes.isEmpty()) {
            return;
        }
        html.open("section", "role", "doc-endnotes", "aria-label", "Notes").open("ol", "class", "notes");
        // a note may hold a note, which then comes behind it
        for (int at = 0; at < footnotes.size(); at++) {
            int number = at + 1;
            html.open("li", "id", "note" + number);
            for (Block.Paragraph paragraph : footnotes.get(at).paragraphs()) {
                html.open("p");
                linked(paragraph.content());
                html.close("p");
            }
            html.open("p")
                    .open(
                            "a",
                            "href",
                            "#noteref" + number,
                            "role",
                            "doc-backlink",
                            "aria-label",
                            "Back to the text at note " + number)
                    .text("↩")
                    .close("a")
                    .close("p")
                    .close("li");
        }
        html.close("ol").close("section");
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            wrap("p", paragraph.content());
        } else if (block instanceof Block.ListBlock list) {
            String element = list.ordered() ? "ol" : "ul";
            html.open(element);
            list.items().forEach(item -> {
                html.open("li");
                cell(item);
                html.close("li");
            });
            html.close(element);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Figure figure) {
            figure(figure);
        } else if (block instanceof Block.Quote quote) {
            html.open("blockquote");
            quote.paragraphs().forEach(this::block);
            html.close("blockquote");
        } else {
            throw new IllegalArgumentException("Unknown block " + block);
        }
    }

    private void cell(List<Block> content) {
        if (content.size() == 1 && content.get(0) instanceof Block.Paragraph only) {
            inlines(only.content());
        } else {
            content.forEach(this::block);
        }
    }

    private void table(Block.Table table) {
        String name = Inline.plain(table.caption()).strip();
        html.open(
                        "div",
                        "class",
                        "scroll",
                        "role",
                        "region",
                        "tabindex",
                        "0",
                        "aria-label",
                        name.isEmpty() ? "Table" : name)
                .open("table");
        if (!table.caption().isEmpty()) {
            wrap("caption", table.caption());
        }
        int header = Math.min(table.headerRows(), table.rows().size());
        rows("thead", "th", table.rows().subList(0, header));
        rows("tbody", "td", table.rows().subList(header, table.rows().size()));
        html.close("table").close("div");
    }

    private void rows(String part, String cellName, List<Block.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        html.open(part);
        for (Block.Row row : rows) {
            html.open("tr");
            for (Block.Cell cell : row.cells()) {
                html.open(
                        cellName,
                        "scope",
                        cellName.equals("th") ? "col" : null,
                        "colspan",
                        cell.columns() > 1 ? String.valueOf(cell.columns()) : null,
                        "rowspan",
                        cell.rows() > 1 ? String.valueOf(cell.rows()) : null);
                cell(cell.content());
                html.close(cellName);
            }
            html.close("tr");
        }
        html.close(part);
    }

    private void figure(Block.Figure figure) {
        String alternative =
                figure.alternativeText().isBlank() ? Inline.plain(figure.caption()) : figure.alternativeText();
        html.open("figure");
        source(figure.image()).ifPresent(source -> html.open("img", "src", source, "alt", alternative.strip()));
        if (!figure.caption().isEmpty()) {
            wrap("figcaption", figure.caption());
        }
        html.close("figure");
    }

    // anything else, an SVG for example, could hold more than a picture
    private static Optional<String> source(Image image) {
        return SHOWN_BY_BROWSERS.contains(image.mediaType())
                ? Optional.of("data:" + image.mediaType() + ";base64,"
                        + Base64.getEncoder().encodeToString(image.bytes()))
                : Picture.read(image).map(Picture::dataUri);
    }

    private void inlines(List<Inline> content) {
        content.forEach(this::inline);
    }

    private void inline(Inline inline) {
        if (inline instanceof Inline.Text it) {
            html.text(it.value());
        } else if (inline instanceof Inline.Emphasis it) {
            wrap("em", it.content());
        } else if (inline instanceof Inline.Strong it) {
            wrap("strong", it.content());
        } else if (inline instanceof Inline.Subscript it) {
            wrap("sub", it.content());
        } else if (inline instanceof Inline.Superscript it) {
            wrap("sup", it.content());
        } else if (inline instanceof Inline.Link it) {
            if (isSafe(it.href())) {
                wrap("a", it.content(), "href", it.href());
            } else {
                inlines(it.content());
            }
        } else if (inline instanceof Inline.Citation it) {
            if (it.referenceIds().isEmpty()) {
                inlines(it.content());
            } else {
                wrap("a", it.content(), "href", "#" + it.referenceIds().get(0), "role", "doc-biblioref");
            }
        } else if (inline instanceof Inline.Footnote it) {
            footnotes.add(it);
            String number = String.valueOf(footnotes.size());
            html.open("sup")
                    .open("a", "id", "noteref" + number, "href", "#note" + number, "role", "doc-noteref")
                    .text(number)
                    .close("a")
                    .close("sup");
        } else if (inline instanceof Inline.LineBreak) {
            html.open("br");
        } else {
            throw new IllegalArgumentException("Unknown inline " + inline);
        }
    }

    private static boolean isSafe(String href) {
        String start = href.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") || start.startsWith("mailto:");
    }

    private void linked(List<Inline> content) {
        for (Inline inline : content) {
            if (inline instanceof Inline.Text it) {
                for (WebAddresses.Part part : WebAddresses.in(it.value())) {
                    if (part.address()) {
                        link(part.text(), part.text());
                    } else {
                        html.text(part.text());
                    }
                }
            } else {
                inline(inline);
            }
        }
    }

    private void link(String href, String shown) {
        html.open("a", "href", href).text(shown).close("a");
    }

    private void wrap(String element, List<Inline> content, String... attributes) {
        html.open(element, attributes);
        inlines(content);
        html.close(element);
    }
}
