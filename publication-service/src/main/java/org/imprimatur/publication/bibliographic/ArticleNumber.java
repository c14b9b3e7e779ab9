package org.imprimatur.publication.bibliographic;

/** An article's number in its issue: given once, never reused, independent of its position. Shown with two digits. */
public record ArticleNumber(int value) {
    public ArticleNumber {
        if (value < 1 || value > 9999) {
            throw new IllegalArgumentException("An article number lies between 1 and 9999, not at " + value);
        }
    }

    @Override
    public String toString() {
        return String.format("%02d", value);
    }
}
