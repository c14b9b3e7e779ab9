package org.imprimatur.review.manuscript;

import java.time.Instant;
import java.util.List;

/** What happened to a manuscript, for people to read. Nothing is ever taken out. */
public interface History {

    void note(Entry entry);

    /** Oldest first. */
    List<Entry> of(String manuscript);

    /**
     * @param actor an account, {@code invitation/…}, {@code process} or {@code service/…}
     * @param what the key of the sentence, for example {@code invitation-accepted}
     * @param words what the sentence speaks of: ids and plain values, no names
     * @param byHand a person did it, the process didn't
     */
    record Entry(String manuscript, Instant at, String actor, String what, List<String> words, boolean byHand) {

        public Entry {
            words = List.copyOf(words);
        }
    }
}
