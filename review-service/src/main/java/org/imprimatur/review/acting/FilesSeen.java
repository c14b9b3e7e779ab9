package org.imprimatur.review.acting;

import java.time.Instant;

/** Keeps who looked at which file of a manuscript. It is written before the bytes leave; nothing is ever taken out. */
public interface FilesSeen {

    void note(Seen seen);

    /**
     * @param actor an account or {@code invitation/…}
     * @param kind {@code manuscript}, {@code attachment}, {@code intake-report}, {@code response}, {@code letter}, {@code
     *     text} (a reviewer read it on the page), {@code reading-copy}, {@code own-attachment} (an author fetched one) or {@code
     *     proof}
     * @param version of the manuscript; 0 for what belongs to none
     * @param file its name for people, or its SHA-256
     */
    record Seen(String manuscript, Instant at, String actor, String kind, int version, String file) {}
}
