package org.imprimatur.intake.reading;

import java.util.List;
import org.imprimatur.intake.text.Image;

/** What a Word file's body is made of, in its order, before it is known what each part means. */
sealed interface Item {

    /** @param pictures standing in the paragraph */
    record Para(List<Run> runs, Role role, List<Picture> pictures) implements Item {
        String plain() {
            return Run.plain(runs).replaceAll("[\\s\\p{Z}]+", " ").strip();
        }

        boolean allBold() {
            return runs.stream().anyMatch(run -> run.bold() && !run.text().isBlank())
                    && runs.stream().allMatch(run -> run.bold() || run.text().isBlank());
        }
    }

    record Picture(Image image, String alternativeText) {}

    record Tbl(int headerRows, List<List<TblCell>> rows) implements Item {}

    /** @param continued joined to the cell above */
    record TblCell(List<Item> content, int columns, boolean continued) {}

    /** What a paragraph's style or numbering says about it. */
    sealed interface Role {
        record Body() implements Role {}

        record Title() implements Role {}

        record Heading(int level) implements Role {}

        record Caption() implements Role {}

        record Quotation() implements Role {}

        record AbstractText() implements Role {}

        /** @param depth 0 for the outer list */
        record ListItem(String list, int depth, boolean ordered) implements Role {}
    }
}
