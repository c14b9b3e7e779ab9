package org.imprimatur.review.round.intake;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Reference;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;
import org.springframework.web.util.HtmlUtils;

/** Writes structured text as HTML. Every character of the author's is escaped; only these elements are ever written. */
final class TextHtml {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final StringBuilder html = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private int noted;

    String of(StructuredText text) {
        text.sections().forEach(this::section);
        if (!text.references().isEmpty()) {
            html.append("<h3>References</h3><ol class=\"refs\">");
            for (Reference reference : text.references()) {
                html.append("<li>");
                inlines(reference.content(), html);
                html.append("</li>");
            }
            html.append("</ol>");
        }
        if (noted > 0) {
            html.append("<h3>Notes</h3><ol>").append(notes).append("</ol>");
        }
        return html.toString();
    }

    private void section(Section section) {
        if (!section.heading().isEmpty()) {
            int level = Math.min(6, section.level() + 2);
            html.append("<h").append(level).append('>');
            inlines(section.heading(), html);
            html.append("</h").append(level).append('>');
        }
        section.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph, html);
        } else if (block instanceof Block.ListBlock list) {
            html.append(list.ordered() ? "<ol>" : "<ul>");
            for (List<Block> item : list.items()) {
                html.append("<li>");
                item.forEach(this::block);
                html.append("</li>");
            }
            html.append(list.ordered() ? "</ol>" : "</ul>");
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Figure figure) {
            figure(figure);
        } else if (block instanceof Block.Quote quote) {
            html.append("<blockquote>");
            quote.paragraphs().forEach(paragraph -> paragraph(paragraph, html));
            html.append("</blockquote>");
        }
    }

    private void paragraph(Block.Paragraph paragraph, StringBuilder into) {
        into.append("<p>");
        inlines(paragraph.content(), into);
        into.append("</p>");
    }

    private void table(Block.Table table) {
        html.append(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table class=\"table\">");
        if (!table.caption().isEmpty()) {
            html.append("<caption>");
            inlines(table.caption(), html);
            html.append("</caption>");
        }
        for (int number = 0; number < table.rows().size(); number++) {
            String element = number < table.headerRows() ? "th" : "td";
            html.append("<tr>");
            for (Block.Cell cell : table.rows().get(number).cells()) {
                html.append('<').append(element);
                if (cell.columns() > 1) {
                    html.append(" colspan=\"").append(cell.columns()).append('"');
                }
                if (cell.rows() > 1) {
                    html.append(" rowspan=\"").append(cell.rows()).append('"');
                }
                html.append('>');
                cell.content().forEach(this::block);
                html.append("</").append(element).append('>');
            }
            html.append("</tr>");
        }
        html.append("</table></div>");
    }

    private void figure(Block.Figure figure) {
        html.append("<figure>");
        if (PICTURES.contains(figure.image().mediaType())) {
            html.append("<img src=\"data:")
                    .append(figure.image().mediaType())
                    .append(";base64,")
                    .append(Base64.getEncoder().encodeToString(figure.image().bytes()))
                    .append("\" alt=\"")
                    .append(escaped(figure.alternativeText()))
                    .append("\">");
        }
        html.append("<figcaption>");
        inlines(figure.caption(), html);
        html.append("</figcaption></figure>");
    }

    private void inlines(List<Inline> content, StringBuilder into) {
        content.forEach(inline -> inline(inline, into));
    }

    private void inline(Inline inline, StringBuilder into) {
        if (inline instanceof Inline.Text text) {
            into.append(escaped(text.value()));
        } else if (inline instanceof Inline.Emphasis emphasis) {
            element("em", emphasis.content(), into);
        } else if (inline instanceof Inline.Strong strong) {
            element("strong", strong.content(), into);
        } else if (inline instanceof Inline.Subscript low) {
            element("sub", low.content(), into);
        } else if (inline instanceof Inline.Superscript high) {
            element("sup", high.content(), into);
        } else if (inline instanceof Inline.Citation citation) {
            inlines(citation.content(), into);
        } else if (inline instanceof Inline.LineBreak) {
            into.append("<br>");
        } else if (inline instanceof Inline.Footnote footnote) {
            noted++;
            into.append("<sup>").append(noted).append("</sup>");
            StringBuilder note = new StringBuilder("<li>");
            footnote.paragraphs().forEach(paragraph -> paragraph(paragraph, note));
            notes.append(note).append("</li>");
        } else if (inline instanceof Inline.Link link) {
            // an address may lead to the author's own page; reviewers see its words
            inlines(link.content(), into);
        }
    }

    private void element(String name, List<Inline> content, StringBuilder into) {
        into.append('<').append(name).append('>');
        inlines(content, into);
        into.append("</").append(name).append('>');
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
