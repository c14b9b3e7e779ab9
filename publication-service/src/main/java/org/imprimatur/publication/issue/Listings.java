package org.imprimatur.publication.issue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.bibliographic.ArticleNumber;

/**
 * Finds listed articles without reading more than is asked for. They are in the order in which they came out, so whatever
 * is listed later comes behind all that was read before.
 */
public interface Listings {

    /**
     * Which articles.
     *
     * @param from when they came out at the earliest
     * @param before when they came out at the latest, exclusive
     * @param journal its key; empty for all
     */
    record Selection(Instant from, Instant before, Optional<String> journal) {
        private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

        public static Selection all() {
            return new Selection(Instant.EPOCH, END, Optional.empty());
        }
    }

    /** The next ones behind this one; from the first where it is empty. */
    List<Listed> page(Selection selection, Optional<Listed> after, int most);

    /** The same, by how many come before. */
    List<Listed> page(Selection selection, int skipped, int most);

    int count(Selection selection);

    Optional<Listed> find(String journal, int volume, int issue, ArticleNumber number);
}
