package org.imprimatur.intake.text;

import java.util.List;

/**
 * A heading and what stands under it up to the next heading of any level. Sections are kept flat, in reading order.
 *
 * @param heading empty for text that stands before the first heading
 * @param level 1 for the topmost
 */
public record Section(List<Inline> heading, int level, List<Block> blocks) {
    public Section {
        if (level < 1) {
            throw new IllegalArgumentException("A heading's level begins at 1, not " + level);
        }
        heading = List.copyOf(heading);
        blocks = List.copyOf(blocks);
    }

    /** The heading's words, or "". */
    public String headingText() {
        return Inline.plain(heading);
    }
}
