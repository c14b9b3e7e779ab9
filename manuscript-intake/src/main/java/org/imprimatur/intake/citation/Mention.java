package org.imprimatur.intake.citation;

import java.util.List;

/**
 * A place in a text that has the shape of an author–year citation.
 *
 * @param start of the words that are the citation, in the paragraph's plain text
 * @param end behind its last character
 * @param names as cited, in order
 * @param wholeName all that stands for the names, for organisations whose own name has an "and" in it
 * @param year normalised: "2021", "2021a", "n.d.", "in press"
 * @param certain the words around leave no doubt that it is meant as a citation
 * @param comma whether a comma stands before the year
 * @param dotted false when "et al" lacks its full stop
 */
record Mention(
        int start,
        int end,
        List<CitedName> names,
        String wholeName,
        boolean etAl,
        String year,
        Form form,
        boolean certain,
        boolean comma,
        boolean dotted) {

    enum Form {
        /** (Khan, 2021) */
        IN_BRACKETS,
        /** Khan (2021) */
        IN_SENTENCE,
        /** Source: Khan, 2021 */
        BARE
    }

    /** @param initials before or after the family name, or "" */
    record CitedName(String family, String initials) {}

    /** The same names with another year. */
    Mention again(int yearStart, int yearEnd, String otherYear) {
        return new Mention(yearStart, yearEnd, names, wholeName, etAl, otherYear, form, certain, comma, dotted);
    }

    String label() {
        var list = namesLabel();
        return form == Form.IN_SENTENCE ? list + " (" + year + ")" : list + (comma ? ", " : " ") + year;
    }

    private String namesLabel() {
        return wholeName + (etAl ? (dotted ? " et al." : " et al") : "");
    }
}
