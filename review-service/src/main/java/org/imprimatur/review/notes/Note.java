package org.imprimatur.review.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an editor wrote on a manuscript for its other editors.
 *
 * @param revision 1 as it was written first, and one more each time it was written anew
 * @param mentioned accounts of editors who are named in it
 * @param former what it said before, oldest first
 * @param withdrawnAt when its writer took it back; it is kept
 */
public record Note(
        String id,
        String manuscript,
        String by,
        Instant at,
        int revision,
        String text,
        List<String> mentioned,
        List<Former> former,
        Optional<Instant> withdrawnAt) {

    /** The longest text that is taken, in characters. */
    public static final int LONGEST = 20_000;

    public Note {
        mentioned = List.copyOf(mentioned);
        former = List.copyOf(former);
    }

    /** @param until when it was replaced */
    public record Former(int revision, String text, Instant until) {}

    public static Note written(
            String id, String manuscript, String by, String text, List<String> mentioned, Instant now) {
        return new Note(id, manuscript, by, now, 1, text, mentioned, List.of(), Optional.empty());
    }

    /** Says something else from now on; what it said is kept. */
    public Note rewritten(String newText, List<String> newlyMentioned, Instant now) {
        List<Former> kept = new java.util.ArrayList<>(former);
        kept.add(new Former(revision, text, now));
        return new Note(id, manuscript, by, at, revision + 1, newText, newlyMentioned, kept, withdrawnAt);
    }

    public Note withdrawn(Instant now) {
        return new Note(id, manuscript, by, at, revision, text, mentioned, former, Optional.of(now));
    }

    public boolean isWithdrawn() {
        return withdrawnAt.isPresent();
    }
}
