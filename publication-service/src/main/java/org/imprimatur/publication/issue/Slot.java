package org.imprimatur.publication.issue;

import java.util.Optional;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.Doi;

/**
 * An article's place in an issue.
 *
 * @param number given once, never reused, independent of the position
 * @param pageCount of its approved galley, at least 1
 * @param paged it was given pages
 * @param fixed what closing the issue settled; empty while the issue is open
 * @param withdrawn it was withdrawn after the closing: it keeps its pages, marked
 * @param released the process asked to publish it, and its renderings agree with its record
 */
public record Slot(
        String manuscript,
        ArticleNumber number,
        int pageCount,
        boolean paged,
        Optional<Fixed> fixed,
        boolean withdrawn,
        boolean released) {
    public Slot {
        if (pageCount < 1) {
            throw new IllegalArgumentException("An article has at least one page");
        }
    }

    /**
     * What doesn't change any more.
     *
     * @param pdf SHA-256 of the final galley
     */
    public record Fixed(Doi doi, String pdf) {}

    static Slot fresh(String manuscript, ArticleNumber number, int pageCount) {
        return new Slot(manuscript, number, pageCount, false, Optional.empty(), false, false);
    }

    Slot paged(boolean now) {
        return new Slot(manuscript, number, pageCount, now, fixed, withdrawn, released);
    }

    Slot counted(int pages) {
        return new Slot(manuscript, number, pages, paged, fixed, withdrawn, released);
    }

    Slot fixed(Fixed now) {
        return new Slot(manuscript, number, pageCount, paged, Optional.of(now), withdrawn, released);
    }

    Slot withdrawnNow() {
        return new Slot(manuscript, number, pageCount, paged, fixed, true, released);
    }

    Slot releasedNow() {
        return new Slot(manuscript, number, pageCount, paged, fixed, withdrawn, true);
    }
}
