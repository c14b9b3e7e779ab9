package org.imprimatur.intake.copy;

import org.imprimatur.intake.text.StructuredText;

/**
 * The reviewers' copy of a manuscript: a PDF on A4 with numbered lines and pages, without title page, authors or any
 * other word about them, in the text or in the file's properties. The same arguments give the same bytes.
 */
public final class ReadingCopy {
    private ReadingCopy() {}

    /**
     * Sets the text for reading; the title page is taken off here, whatever text is given.
     *
     * @param label names the copy on each page, such as "Manuscript 2024-017, version 2"
     * @param notice a further line on each page, or ""
     */
    public static byte[] pdf(StructuredText text, String label, String notice) {
        var pages = new Pages(text.withoutTitlePage(), label, notice);
        return LineNumbers.on(Typesetting.pdf(pages.formattingObjects(), pages.images()));
    }
}
