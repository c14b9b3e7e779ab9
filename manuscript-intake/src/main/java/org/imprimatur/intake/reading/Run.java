package org.imprimatur.intake.reading;

import java.util.List;

/**
 * Characters of one look within a paragraph; a footnote mark has no characters but the note's paragraphs.
 *
 * @param shift 1 raised, -1 lowered, 0 on the line
 * @param href or null
 * @param note or null
 */
record Run(String text, boolean bold, boolean italic, int shift, String href, List<List<Run>> note) {

    static Run plain(String text) {
        return new Run(text, false, false, 0, null, null);
    }

    Run withText(String other) {
        return new Run(other, bold, italic, shift, href, note);
    }

    boolean looksLike(Run other) {
        return note == null
                && other.note == null
                && bold == other.bold
                && italic == other.italic
                && shift == other.shift
                && java.util.Objects.equals(href, other.href);
    }

    static String plain(List<Run> runs) {
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.text));
        return text.toString();
    }
}
