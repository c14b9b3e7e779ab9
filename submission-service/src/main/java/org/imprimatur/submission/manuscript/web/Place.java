package org.imprimatur.submission.manuscript.web;

/**
 * One of a contributor's affiliations in the form.
 *
 * @param contributor from 0
 * @param at from 0
 */
public record Place(int contributor, int at) {

    /** The field's name; the first affiliation's has no number of its own. */
    public String field() {
        return "affiliation-" + suffix();
    }

    public String ror() {
        return "ror-" + suffix();
    }

    /** What buttons about it end with. */
    public String button() {
        return contributor + "-" + at;
    }

    private String suffix() {
        return at == 0 ? String.valueOf(contributor) : contributor + "-" + at;
    }
}
