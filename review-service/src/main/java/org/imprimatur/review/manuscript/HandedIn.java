package org.imprimatur.review.manuscript;

import java.util.List;

/** What by-line metadata say of a version. */
public record HandedIn(
        String title, String abstractText, List<String> keywords, String language, List<Contributor> byLine) {

    public HandedIn {
        keywords = List.copyOf(keywords);
        byLine = List.copyOf(byLine);
    }
}
