package org.imprimatur.publication.issue;

import java.time.Instant;
import java.util.List;
import org.imprimatur.publication.article.Disagreement;

/**
 * What came of reading an article's renderings back.
 *
 * @param pdf SHA-256 of the final galley that was read; a verdict is good for no other
 */
public record Verdict(String manuscript, String pdf, State state, Instant since) {

    public sealed interface State {}

    /** They aren't read yet. */
    public record Waiting(String reason) implements State {}

    /** Every rendering says what the record says. */
    public record Agreeing() implements State {}

    /** @param disagreements never empty */
    public record Differing(List<Disagreement> disagreements) implements State {
        public Differing {
            disagreements = List.copyOf(disagreements);
        }
    }

    boolean clears(Slot slot) {
        return state instanceof Agreeing
                && pdf.equals(slot.fixed().orElseThrow().pdf());
    }

    boolean differsIn(String rendering) {
        return state instanceof Differing differing
                && differing.disagreements().stream()
                        .anyMatch(one -> one.rendering().equals(rendering));
    }
}
