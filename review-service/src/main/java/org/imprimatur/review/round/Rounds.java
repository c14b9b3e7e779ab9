package org.imprimatur.review.round;

import java.util.List;
import java.util.Optional;

/** Keeps rounds with their invitations and reviews. */
public interface Rounds {

    Optional<ReviewRound> find(String manuscript, int round);

    /** The newest round, if there was any. */
    Optional<ReviewRound> latest(String manuscript);

    void keep(ReviewRound round);

    Optional<Invitation> invitation(String id);

    /** The same, and nobody else acts on it until this transaction ends. */
    Optional<Invitation> lock(String id);

    /** In the order in which they were made. */
    List<Invitation> invitations(String manuscript, int round);

    void add(Invitation invitation);

    void change(Invitation invitation);

    /** The invitation to which a link leads, by the hash of its token. */
    Optional<String> byLink(String tokenHash);

    /** Keeps a link's hash; it is kept already: nothing happens. */
    void link(String invitation, int ordinal, String tokenHash);

    Optional<Review> review(String invitation);

    void keep(Review review);
}
