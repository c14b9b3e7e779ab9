package org.imprimatur.review.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;

/** The manuscripts that a person may see, by whose move it is. */
public interface Queue {

    /** One page, in the order asked for. */
    List<Row> rows(Actor.Person person, Asked asked, Instant now, int limit);

    /** How many manuscripts stand where, of those that the person may see. */
    List<Count> counts(Actor.Person person, Instant now);

    /** How a list is ordered. */
    enum Order {
        /** What is this person's move, then the rest; each oldest first. */
        MOVE,
        DUE,
        NUMBER
    }

    /**
     * What a list is asked for.
     *
     * @param step a step of the way, or empty for all that are under way
     * @param mine only what is this person's move
     * @param late only what is late
     * @param words all of which must stand in number, title, by-line or section
     * @param after where the last page ended, or null
     */
    record Asked(Optional<String> step, boolean mine, boolean late, String words, Order order, After after) {}

    /** The end of a page: the last row's place in the order. */
    record After(int rank, String key, String id) {}

    /**
     * @param round the newest review round, 0 before the first
     * @param mine whether it is this person's move
     */
    record Row(
            String id,
            String number,
            String title,
            String byLine,
            String section,
            int round,
            String step,
            String whose,
            Optional<String> account,
            Instant since,
            Optional<Instant> until,
            Optional<String> nextWhat,
            Optional<Instant> nextAt,
            boolean mine,
            After place) {}

    /** @param oldest since when the oldest of them waits */
    record Count(String step, boolean mine, boolean late, int manuscripts, Instant oldest) {}
}
