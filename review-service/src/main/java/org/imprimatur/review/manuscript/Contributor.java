package org.imprimatur.review.manuscript;

/** Somebody in the by-line. Editors see them, reviewers never do. */
public record Contributor(String given, String family, String affiliation, boolean corresponding) {

    public String name() {
        return (given + " " + family).strip();
    }
}
