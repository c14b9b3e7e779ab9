package org.imprimatur.review.manuscript;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened to a manuscript, for people to read. Nothing is ever taken out. */
public interface History {

    void note(Entry entry);

    /** Oldest first. */
    List<Entry> of(String manuscript);

    /** Those of these keys only, oldest first. */
    default List<Entry> of(String manuscript, Set<String> what) {
        return of(manuscript).stream()
                .filter(entry -> what.contains(entry.what()))
                .toList();
    }

    /** Where it stands now: what {@link #since} then leaves out. 0 where nothing happened. */
    long mark(String manuscript);

    /** What people did after a mark, oldest first, but for what this one did. */
    List<Entry> since(String manuscript, long mark, String butFor);

    /**
     * @param actor an account, {@code invitation/…}, {@code process} or {@code service/…}
     * @param what the key of the sentence, for example {@code invitation-accepted}
     * @param words what the sentence speaks of: ids and plain values, no names
     * @param byHand a person did it, the process didn't
     * @param trace of the request or the message upon which it was noted (W3C Trace Context, trace-id)
     */
    record Entry(
            String manuscript,
            Instant at,
            String actor,
            String what,
            List<String> words,
            boolean byHand,
            Optional<String> trace) {

        public Entry {
            words = List.copyOf(words);
        }

        /** One to note: upon what is known to whoever keeps it. */
        public Entry(String manuscript, Instant at, String actor, String what, List<String> words, boolean byHand) {
            this(manuscript, at, actor, what, words, byHand, Optional.empty());
        }
    }
}
