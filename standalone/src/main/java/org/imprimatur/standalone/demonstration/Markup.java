package org.imprimatur.standalone.demonstration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text in the small part of Markdown that the demonstration's sources need: headings, paragraphs, numbered items, one
 * kind of table, footnotes, and {@code *italics*}.
 *
 * @param footnotes by their mark
 */
record Markup(List<Block> blocks, Map<String, String> footnotes) {
    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^(\\w+)]: (.+)");
    private static final Pattern ITEM = Pattern.compile("\\d+\\. (.+)");
    private static final Pattern ALTERNATIVES = Pattern.compile("\\{\\{(.*?)\\|\\|(.*?)}}", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("\\*([^*]+)\\*|\\[\\^(\\w+)]");

    sealed interface Block {
        String text();

        /** @param level 1 for the title of a text, 2 for its sections, 3 for sections within them */
        record Heading(int level, String text) implements Block {}

        record Paragraph(String text) implements Block {}

        /** @param first whether it begins a list */
        record Item(String text, boolean first) implements Block {}

        /** A table, whose first row is its head. */
        record Table(String caption, List<List<String>> rows) implements Block {
            @Override
            public String text() {
                return caption + " "
                        + String.join(" ", rows.stream().flatMap(List::stream).toList());
            }
        }
    }

    sealed interface Inline {
        record Text(String text, boolean italic) implements Inline {}

        record Footnote(String mark) implements Inline {}
    }

    /** Chooses the first or second of each pair of alternatives, written {@code {{first||second}}}. */
    static String version(String source, int version) {
        return ALTERNATIVES
                .matcher(source)
                .replaceAll(match -> match.group(version).replace("\\", "\\\\").replace("$", "\\$"));
    }

    static Markup parse(String source) {
        var blocks = new ArrayList<Block>();
        var footnotes = new LinkedHashMap<String, String>();
        for (var chunk : source.strip().split("\n\\s*\n")) {
            var lines = chunk.strip().split("\n");
            var footnote = FOOTNOTE.matcher(lines[0]);
            if (footnote.matches()) {
                footnotes.put(footnote.group(1), footnote.group(2));
            } else if (lines[0].startsWith("#")) {
                var level = lines[0].indexOf(' ');
                blocks.add(new Block.Heading(level, lines[0].substring(level + 1)));
            } else if (lines[0].startsWith("|")) {
                var caption = blocks.remove(blocks.size() - 1).text();
                blocks.add(new Block.Table(
                        caption, Arrays.stream(lines).map(Markup::cells).toList()));
            } else if (ITEM.matcher(lines[0]).matches()) {
                for (var line : lines) {
                    blocks.add(new Block.Item(ITEM.matcher(line).replaceFirst("$1"), line == lines[0]));
                }
            } else if (!chunk.isBlank()) {
                blocks.add(new Block.Paragraph(String.join(" ", lines)));
            }
        }
        return new Markup(List.copyOf(blocks), footnotes);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
    }

    static List<Inline> inlines(String text) {
        var inlines = new ArrayList<Inline>();
        var match = INLINE.matcher(text);
        var from = 0;
        while (match.find()) {
            if (match.start() > from) {
                inlines.add(new Inline.Text(text.substring(from, match.start()), false));
            }
            inlines.add(
                    match.group(1) == null
                            ? new Inline.Footnote(match.group(2))
                            : new Inline.Text(match.group(1), true));
            from = match.end();
        }
        if (from < text.length()) {
            inlines.add(new Inline.Text(text.substring(from), false));
        }
        return inlines;
    }
}
