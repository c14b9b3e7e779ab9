package org.imprimatur.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.intake.citation.LocatingCitations;
import org.imprimatur.intake.citation.LocatingCitations.Located;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Inline;

/** From runs to inlines, with the citations marked. */
final class Inlines {
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\u00A0\\u2007\\u202F]+");

    private final LocatingCitations citations;

    Inlines(LocatingCitations citations) {
        this.citations = citations;
    }

    List<Inline> of(List<Run> raw) {
        var runs = tidy(raw);
        var content = new ArrayList<Inline>();
        var at = 0;
        for (var located : citations.locate(Run.plain(runs))) {
            content.addAll(marked(between(runs, at, located.start())));
            content.add(citation(runs, located));
            at = located.end();
        }
        content.addAll(marked(between(runs, at, Integer.MAX_VALUE)));
        return content;
    }

    private Inline citation(List<Run> runs, Located located) {
        return new Inline.Citation(marked(between(runs, located.start(), located.end())), located.referenceIds());
    }

    /** One space for several, none at the ends. */
    private static List<Run> tidy(List<Run> raw) {
        var runs = new ArrayList<Run>();
        var spaceBefore = true;
        for (var run : raw) {
            var text = SPACES.matcher(run.text()).replaceAll(" ").replaceAll(" ?\\n ?", "\n");
            if (spaceBefore) {
                text = text.replaceAll("^ ", "");
            }
            if (!text.isEmpty()) {
                spaceBefore = text.endsWith(" ") || text.endsWith("\n");
            }
            if (!text.isEmpty() || run.note() != null) {
                runs.add(run.withText(text));
            }
        }
        for (var i = runs.size() - 1; i >= 0 && runs.get(i).note() == null; i--) {
            var text = runs.get(i).text().stripTrailing();
            if (!text.isEmpty()) {
                runs.set(i, runs.get(i).withText(text));
                break;
            }
            runs.remove(i);
        }
        return runs;
    }

    /** A note stands at the place behind the characters before it, so it goes with what begins before that. */
    private static List<Run> between(List<Run> runs, int from, int to) {
        var part = new ArrayList<Run>();
        var at = 0;
        for (var run : runs) {
            var start = Math.max(from, at);
            var end = Math.min(to, at + run.text().length());
            if (run.note() != null) {
                if (at > from && at <= to || at == 0 && from == 0) {
                    part.add(run);
                }
            } else if (start < end) {
                part.add(run.withText(run.text().substring(start - at, end - at)));
            }
            at += run.text().length();
        }
        return part;
    }

    private List<Inline> marked(List<Run> runs) {
        var content = new ArrayList<Inline>();
        for (var i = 0; i < runs.size(); ) {
            var first = runs.get(i);
            if (first.href() == null) {
                content.addAll(styled(first));
                i++;
                continue;
            }
            var linked = new ArrayList<Inline>();
            while (i < runs.size() && first.href().equals(runs.get(i).href())) {
                linked.addAll(styled(runs.get(i)));
                i++;
            }
            content.add(new Inline.Link(first.href(), linked));
        }
        return content;
    }

    private List<Inline> styled(Run run) {
        if (run.note() != null) {
            return List.of(new Inline.Footnote(run.note().stream()
                    .map(note -> new Block.Paragraph(of(note)))
                    .toList()));
        }
        var content = new ArrayList<Inline>();
        for (var line : run.text().split("(?<=\\n)|(?=\\n)")) {
            content.add(line.equals("\n") ? new Inline.LineBreak() : new Inline.Text(line));
        }
        List<Inline> styled = content;
        if (run.shift() > 0) {
            styled = List.of(new Inline.Superscript(styled));
        } else if (run.shift() < 0) {
            styled = List.of(new Inline.Subscript(styled));
        }
        if (run.italic()) {
            styled = List.of(new Inline.Emphasis(styled));
        }
        return run.bold() ? List.of(new Inline.Strong(styled)) : styled;
    }
}
