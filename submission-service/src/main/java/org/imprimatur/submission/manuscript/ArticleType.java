package org.imprimatur.submission.manuscript;

import java.util.Arrays;
import java.util.Optional;

/** What kind of article a manuscript is to become; the author chooses it at the beginning. */
public enum ArticleType {
    RESEARCH_ARTICLE("research-article"),
    REVIEW_ARTICLE("review-article"),
    BOOK_REVIEW("book-review");

    private final String jats;

    ArticleType(String jats) {
        this.jats = jats;
    }

    /** The value of {@code article-type} in JATS (ANSI/NISO Z39.96-2021). */
    public String jats() {
        return jats;
    }

    public static Optional<ArticleType> of(String jats) {
        return Arrays.stream(values()).filter(type -> type.jats.equals(jats)).findFirst();
    }
}
