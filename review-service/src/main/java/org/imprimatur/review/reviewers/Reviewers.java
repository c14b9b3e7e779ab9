package org.imprimatur.review.reviewers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps reviewers. */
public interface Reviewers {

    Optional<Reviewer> find(String id);

    /** Those of these ids that there are, in no order. */
    List<Reviewer> all(Collection<String> ids);

    /** The account by whose addresses this reviewer was seen last; empty where there is none. */
    Optional<String> accountOf(String id);

    /** False when somebody with this address is there already, whatever its capitals. */
    boolean add(Reviewer reviewer, Instant now);

    /**
     * Who is reached at one of these addresses is called by no name and reached no more; their reviews stay. Gives how many
     * that were.
     */
    int forget(Predicate<String> addresses);

    void asked(String reviewer, Instant at);

    /** In which language they read, and are to be written to (BCP 47); empty as long as nobody knows. */
    Optional<String> language(String reviewer);

    void reads(String reviewer, String language);

    /**
     * Reviewers whose name, address, affiliation, expertise or own words on it hold all the words, by name.
     *
     * @param after where the last page ended, or null for the first
     */
    List<Listed> search(String words, After after, int limit);

    /** The end of a page. */
    record After(String name, String id) {}

    /** Those of these ids that there are, by name. */
    List<Listed> listed(Collection<String> ids);

    /**
     * A reviewer with what an editor wants to know before asking them.
     *
     * @param says what they say of themselves
     */
    record Listed(
            Reviewer reviewer, int openInvitations, int reviewsWritten, Optional<Instant> lastAsked, Profile says) {}
}
