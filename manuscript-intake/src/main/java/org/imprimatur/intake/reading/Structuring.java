package org.imprimatur.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.intake.citation.LocatingCitations;
import org.imprimatur.intake.citation.ParsingReferences;
import org.imprimatur.intake.reading.Item.Para;
import org.imprimatur.intake.reading.Item.Role;
import org.imprimatur.intake.reading.Item.Tbl;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;

/** From the parts of a file's body to a text: front matter, sections, reference list. */
final class Structuring {
    private static final Pattern CATALOGUE_LINKS = Pattern.compile(
            "(?iu)(?:\\s*\\[?(?:google scholar|worldcat|full\\s?text|crossref|pubmed|view article|web of science|scopus)]?)+\\s*$");

    private Structuring() {}

    static StructuredText structure(List<Item> body) {
        var items = Headings.marked(Contents.removedFrom(body)).stream()
                .filter(item -> !(item instanceof Para para)
                        || !para.plain().isEmpty()
                        || !para.pictures().isEmpty()
                        || para.runs().stream().anyMatch(run -> run.note() != null))
                .toList();
        var front = FrontMatterReader.read(items);
        var rest = items.subList(front.end(), items.size());

        var sections = new ArrayList<List<Item>>();
        var entries = new ArrayList<List<Run>>();
        var inReferences = false;
        for (var item : rest) {
            if (item instanceof Para para && para.role() instanceof Role.Heading) {
                inReferences = Headings.REFERENCES.matcher(para.plain()).matches();
                if (!inReferences) {
                    sections.add(new ArrayList<>(List.of(item)));
                }
            } else if (inReferences) {
                paragraphs(item).forEach(para -> entry(entries, para.runs()));
            } else {
                if (sections.isEmpty()) {
                    sections.add(new ArrayList<>());
                }
                sections.get(sections.size() - 1).add(item);
            }
        }

        var plain = new Inlines(new LocatingCitations(List.of()));
        var references = ParsingReferences.parse(entries.stream().map(plain::of).toList());
        var blocks = new Blocks(new Inlines(new LocatingCitations(references)));
        return new StructuredText(
                front.matter(blocks),
                fromLevelOne(
                        sections.stream().map(parts -> section(parts, blocks)).toList()),
                references);
    }

    private static List<Para> paragraphs(Item item) {
        if (item instanceof Para para) {
            return List.of(para);
        }
        var inside = new ArrayList<Para>();
        if (item instanceof Tbl table) {
            table.rows()
                    .forEach(row ->
                            row.forEach(cell -> cell.content().forEach(part -> inside.addAll(paragraphs(part)))));
        }
        return inside;
    }

    /** A line that only goes on (an address, a lower-case start) belongs to the entry before. */
    private static void entry(List<List<Run>> entries, List<Run> runs) {
        var kept = cut(runs);
        var plain = Run.plain(kept).strip();
        if (plain.isEmpty()) {
            return;
        }
        var goesOn = plain.matches("(?s)(?:https?://|doi:|<http|\\p{Ll}).*")
                && !plain.matches("(?s)(?:van|von|de|der|den|di|da|al|el|bin|ibn|d['’])[\\s-].*");
        if (goesOn && !entries.isEmpty()) {
            var joined = new ArrayList<>(entries.get(entries.size() - 1));
            joined.add(Run.plain(" "));
            joined.addAll(kept);
            entries.set(entries.size() - 1, joined);
        } else {
            entries.add(kept);
        }
    }

    /** Without the links to catalogues that a publisher's page hangs on an entry. */
    private static List<Run> cut(List<Run> runs) {
        var plain = Run.plain(runs);
        var tail = Math.max(0, plain.length() - 200);
        var links = CATALOGUE_LINKS.matcher(plain).region(tail, plain.length());
        if (!links.find()) {
            return runs;
        }
        var left = links.start();
        var kept = new ArrayList<Run>();
        for (var run : runs) {
            var length = Math.min(left, run.text().length());
            if (length > 0) {
                kept.add(run.withText(run.text().substring(0, length)));
            }
            left -= length;
        }
        return kept;
    }

    /** Where the title took the first level, sections begin at the second; they are all lifted. */
    private static List<Section> fromLevelOne(List<Section> sections) {
        var top = sections.stream()
                .filter(section -> !section.heading().isEmpty())
                .mapToInt(Section::level)
                .min()
                .orElse(1);
        return sections.stream()
                .map(section ->
                        new Section(section.heading(), Math.max(1, section.level() - top + 1), section.blocks()))
                .toList();
    }

    private static Section section(List<Item> parts, Blocks blocks) {
        var first = parts.isEmpty() ? null : parts.get(0);
        if (first instanceof Para para && para.role() instanceof Role.Heading heading) {
            return new Section(blocks.heading(para), heading.level(), blocks.of(parts.subList(1, parts.size())));
        }
        return new Section(List.<Inline>of(), 1, blocks.of(parts));
    }
}
