package org.imprimatur.publication.verification;

import java.util.ArrayList;
import java.util.List;

/** What one rendering says, fact by fact. */
final class Reading {

    /**
     * @param field where it stands in the rendering, for a person
     * @param fact which of the record's facts it tells
     */
    record Said(String field, Fact fact, List<String> values) {
        Said {
            values = values.stream().map(Reading::plain).toList();
        }
    }

    private final String rendering;
    private final List<Said> said = new ArrayList<>();

    Reading(String rendering) {
        this.rendering = rendering;
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
        said.add(new Said(field, fact, values));
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
