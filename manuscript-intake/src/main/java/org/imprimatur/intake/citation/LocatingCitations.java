package org.imprimatur.intake.citation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.imprimatur.intake.text.Reference;

/** Finds the citations in a paragraph and the entries they point to, so that the reader can mark them. */
public final class LocatingCitations {
    private final ReferenceIndex index;

    public LocatingCitations(List<Reference> references) {
        this.index = new ReferenceIndex(references, Abbreviations.NONE);
    }

    /**
     * @param start in the paragraph's plain text
     * @param end behind the citation's last character
     * @param referenceIds as in {@link org.imprimatur.intake.text.Inline.Citation}
     */
    public record Located(int start, int end, List<String> referenceIds) {}

    /** In reading order, without overlap. */
    public List<Located> locate(String plain) {
        var located = new ArrayList<Located>();
        for (var readings : MentionFinder.find(plain)) {
            var best = index.best(readings);
            if (!Meaning.isCitation(best.mention(), best.verdict(), word -> true)) {
                continue;
            }
            var pointsTo = switch (best.verdict().kind()) {
                case FITS, AMBIGUOUS ->
                    best.verdict().references().stream().map(Reference::id).toList();
                default -> List.<String>of();
            };
            var last = located.isEmpty() ? null : located.get(located.size() - 1);
            if (last != null && best.mention().start() < last.end()) {
                var both = new LinkedHashSet<>(last.referenceIds());
                both.addAll(pointsTo);
                located.set(
                        located.size() - 1,
                        new Located(
                                Math.min(last.start(), best.mention().start()),
                                Math.max(last.end(), best.mention().end()),
                                List.copyOf(both)));
            } else {
                located.add(new Located(best.mention().start(), best.mention().end(), pointsTo));
            }
        }
        return located;
    }
}
