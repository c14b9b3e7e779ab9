package org.imprimatur.publication.article;

/** A field in which a rendering, read back, says something other than the record. */
public record Disagreement(String rendering, String field, String expected, String found) {
    private static final int LONGEST = 120;

    /** {@code JATS, first page: it says "37", the record "27".} */
    public String sentence() {
        return rendering + ", " + field + ": it says " + quoted(found) + ", the record " + quoted(expected) + ".";
    }

    private static String quoted(String text) {
        return text.isEmpty()
                ? "nothing"
                : '"' + (text.length() > LONGEST ? text.substring(0, LONGEST).strip() + "…" : text) + '"';
    }
}
