package org.imprimatur.review.reviewers;

import java.time.Instant;
import java.util.List;

/** Keeps what reviewers with an account say of themselves. */
public interface Profiles {

    /** {@link Profile#NONE} for who has said nothing. */
    Profile of(String account);

    void keep(String account, Profile profile, Instant now);

    /** Editors see this account's profile at the reviewers with its addresses, and at no others any more. */
    void follow(Oneself oneself);

    /** An account went over into another: its profile too, unless that has one. */
    void goOver(String account, String into);

    /** Nothing is kept of this account any more; nothing was: nothing happens. */
    void forget(String account);

    /** What this person could choose from. */
    Proposals proposals(Oneself oneself);

    /**
     * @param keywords of accepted manuscripts, of what the person was asked to review, and what several reviewers say of
     *     themselves, the most used first
     * @param subjects what the journals call their sections
     * @param languages in which manuscripts came, ISO 639-1
     */
    record Proposals(List<String> keywords, List<String> subjects, List<String> languages) {}
}
