package org.imprimatur.publication.verification;

import java.util.ArrayList;
import java.util.List;

/** What one rendering says, fact by fact. */
final class Reading {

    /**
     * @param field where it stands in the rendering, for a person
     * @param fact which of the record's facts it tells
     * @param spaced whether white space counts
     */
    record Said(String field, Fact fact, List<String> values, boolean spaced) {
        Said {
            values = values.stream().map(Reading::plain).toList();
        }

        boolean agreesWith(List<String> expected) {
            return compared(values).equals(compared(expected));
        }

        private List<String> compared(List<String> texts) {
            return spaced
                    ? texts
                    : texts.stream().map(text -> text.replace(" ", "")).toList();
        }
    }

    private final String rendering;
    private final boolean spaced;
    private final List<Said> said = new ArrayList<>();

    Reading(String rendering) {
        this(rendering, true);
    }

    private Reading(String rendering, boolean spaced) {
        this.rendering = rendering;
        this.spaced = spaced;
    }

    /** Of a set page: where a line ends, a space may be lost or won. */
    static Reading ofPrint(String rendering) {
        return new Reading(rendering, false);
    }

    String rendering() {
        return rendering;
    }

    List<Said> said() {
        return said;
    }

    Reading says(Fact fact, List<String> values) {
        return says(fact.display(), fact, values);
    }

    Reading says(Fact fact, String value) {
        return says(fact.display(), fact, value);
    }

    Reading says(String field, Fact fact, List<String> values) {
        said.add(new Said(field, fact, values, spaced));
        return this;
    }

    /** An empty value says nothing. */
    Reading says(String field, Fact fact, String value) {
        return says(field, fact, value.isBlank() ? List.of() : List.of(value));
    }

    static String plain(String text) {
        return text.replaceAll("[\\s\u00A0\u2002\u200B\u2060]+", " ").strip();
    }
}
