package org.imprimatur.review.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.acting.FilesSeen.Seen;
import org.imprimatur.review.desk.MailTrail.Trail;
import org.imprimatur.review.manuscript.History.Entry;

/** All that happened with a manuscript as one line: events, mails, files that were looked at; read a page at a time. */
public interface Timeline {

    /** Newest first, at most so many. */
    List<Moment> read(String manuscript, Asked asked, int most);

    /** Who did something, as ids of the history, each once. */
    List<String> actors(String manuscript, boolean reviewsToo);

    /** What is asked for. */
    enum Kind {
        EVENTS,
        /** What has a before and an after. */
        CHANGES,
        MAILS,
        FILES,
        NOTES;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Kind> of(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    /**
     * @param byHand only what people did, only what went by itself, or both
     * @param person only what this one did or got, as an id of the history
     * @param reviewsToo what concerns reviewers, for those who may know of them
     * @param notesToo that notes were written, for those who may read them
     * @param before only what is older than this
     */
    record Asked(
            Optional<Kind> kind,
            Optional<Boolean> byHand,
            Optional<String> person,
            boolean reviewsToo,
            boolean notesToo,
            Optional<Key> before) {

        /** The same, further down. */
        public Asked before(Key key) {
            return new Asked(kind, byHand, person, reviewsToo, notesToo, Optional.of(key));
        }
    }

    /** Where a line stands among the others; no two are alike. */
    record Key(Instant at, String source, long id) {

        /** As it stands in an address. */
        public String word() {
            return at + "~" + source + "~" + id;
        }

        public static Optional<Key> of(String word) {
            String[] parts = word.split("~");
            try {
                return parts.length == 3
                        ? Optional.of(new Key(Instant.parse(parts[0]), parts[1], Long.parseLong(parts[2])))
                        : Optional.empty();
            } catch (java.time.DateTimeException | NumberFormatException noKey) {
                return Optional.empty();
            }
        }
    }

    /** One line. */
    sealed interface Moment {

        Key key();
    }

    record Happened(Key key, Entry entry) implements Moment {}

    record Mailed(Key key, Trail trail) implements Moment {}

    record Looked(Key key, Seen seen) implements Moment {}
}
