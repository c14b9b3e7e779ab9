package org.imprimatur.review.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;

/** The manuscripts that a person may see, by what they need and whose move it is. */
public interface Queue {

    /** At most so many manuscripts that have ended are looked through for words, however many hold them. */
    int MOST_ENDED_FOUND = 1_000;

    /** One page, in the order asked for; a search brings what is under way first. */
    List<Row> rows(Actor.Person person, Asked asked, Instant now, int limit);

    /** How many manuscripts under way need what, of those that the person may see, and where something went wrong. */
    List<Count> counts(Actor.Person person, Instant now);

    /** The sections of the journals of which this person sees anything, by title. */
    List<Section> sections(Actor.Person person);

    /** Whose move is meant. */
    enum Move {
        MINE,
        OTHERS,
        ANY
    }

    /** How a list is ordered. */
    enum Order {
        /** What waits longest comes first. */
        OLDEST,
        /** What is due next comes first; what is due at no time comes last. */
        DUE,
        NUMBER,
        /** What moved last comes first. */
        NEWEST
    }

    /**
     * What a list is asked for. Empty parts leave nothing out.
     *
     * @param late only what is late
     * @param section a section's key, whichever journal's
     * @param editor the handling editor's account
     * @param words all of which must stand in number, title or by-line; the last may be a beginning
     * @param after where the last page ended, or null
     */
    record Asked(
            Optional<Needed> needed,
            Move move,
            boolean late,
            Optional<String> journal,
            Optional<String> section,
            Optional<String> step,
            Optional<String> editor,
            String words,
            Order order,
            After after) {

        /** The key of what is due at no time. */
        public static final String NEVER = "infinity";

        /** The same list from its beginning, or from elsewhere. */
        public Asked from(After place) {
            return new Asked(needed, move, late, journal, section, step, editor, words, order, place);
        }
    }

    /**
     * The end of a page: the last row's place in the order.
     *
     * @param key an instant, {@link Asked#NEVER} or a number, as the order has it
     */
    record After(int rank, String key, String id) {}

    /**
     * @param need what is needed but for its being late, see {@link Needed#of(String, boolean)}
     * @param round the newest review round, 0 before the first
     * @param mine whether it is this person's move
     * @param mailLost whether a mail that this person may know of came back
     */
    record Row(
            String id,
            String number,
            String title,
            String byLine,
            String journal,
            String section,
            int round,
            String step,
            String need,
            String whose,
            Optional<String> account,
            Optional<String> handlingEditor,
            Instant submittedAt,
            Instant since,
            Optional<Instant> until,
            Optional<String> nextWhat,
            Optional<Instant> nextAt,
            boolean mine,
            boolean mailLost,
            boolean depositFailed,
            After place) {

        public boolean isLate(Instant now) {
            return until.filter(now::isAfter).isPresent();
        }

        public Needed needed(Instant now) {
            return Needed.of(need, isLate(now));
        }
    }

    /** @param oldest since when the oldest of them waits */
    record Count(Needed needed, boolean mine, boolean late, int manuscripts, Instant oldest) {}

    /** A section of a journal. */
    record Section(String journal, String key, String title) {}
}
