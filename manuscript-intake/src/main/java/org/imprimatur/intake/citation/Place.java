package org.imprimatur.intake.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.StructuredText;

/**
 * A run of text that may hold citations.
 *
 * @param paragraph counted within the section from 1; list items and quotations count, a table or figure counts once
 * @param bare citations may stand here without brackets: footnotes, captions, "Source: …"
 */
record Place(String section, int paragraph, String text, boolean bare) {
    static final String REFERENCES = "References";
    static final String ABSTRACT = "Abstract";

    private static final Pattern SOURCE = Pattern.compile("(?iu)^\\s*(?:sources?|notes?|adapted from)\\b.*");

    static List<Place> of(StructuredText text) {
        var collector = new Collector();
        collector.section(ABSTRACT, text.front().abstractText());
        text.sections().forEach(section -> collector.section(section.headingText(), section.blocks()));
        return collector.places;
    }

    private static final class Collector {
        private final List<Place> places = new ArrayList<>();
        private String section = "";
        private int paragraph;

        void section(String heading, List<Block> blocks) {
            section = heading;
            paragraph = 0;
            blocks.forEach(this::block);
        }

        private void block(Block block) {
            if (block instanceof Block.Paragraph one) {
                paragraph++;
                words(one.content(), SOURCE.matcher(one.plain()).lookingAt());
            } else if (block instanceof Block.ListBlock list) {
                list.items().forEach(item -> item.forEach(this::block));
            } else if (block instanceof Block.Quote quote) {
                quote.paragraphs().forEach(this::block);
            } else if (block instanceof Block.Table table) {
                paragraph++;
                words(table.caption(), true);
                table.rows()
                        .forEach(row ->
                                row.cells().forEach(cell -> cell.content().forEach(this::inTable)));
            } else if (block instanceof Block.Figure figure) {
                paragraph++;
                words(figure.caption(), true);
            }
        }

        private void inTable(Block block) {
            if (block instanceof Block.Paragraph one) {
                words(one.content(), true);
            } else if (block instanceof Block.ListBlock list) {
                list.items().forEach(item -> item.forEach(this::inTable));
            }
        }

        private void words(List<Inline> content, boolean bare) {
            var plain = Inline.plain(content);
            if (!plain.isBlank()) {
                places.add(new Place(section, paragraph, plain, bare));
            }
            footnotes(content);
        }

        private void footnotes(List<Inline> content) {
            for (var inline : content) {
                if (inline instanceof Inline.Footnote note) {
                    note.paragraphs().forEach(one -> words(one.content(), true));
                } else if (inline instanceof Inline.Emphasis marked) {
                    footnotes(marked.content());
                } else if (inline instanceof Inline.Strong marked) {
                    footnotes(marked.content());
                } else if (inline instanceof Inline.Link marked) {
                    footnotes(marked.content());
                } else if (inline instanceof Inline.Superscript marked) {
                    footnotes(marked.content());
                }
            }
        }
    }
}
