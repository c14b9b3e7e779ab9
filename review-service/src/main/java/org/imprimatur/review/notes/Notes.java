package org.imprimatur.review.notes;

import java.util.List;
import java.util.Optional;

/** Keeps notes. */
public interface Notes {

    Optional<Note> find(String id);

    /** Oldest first, those that were taken back among them. */
    List<Note> of(String manuscript);

    void add(Note note);

    /** Notes of one account are the other's, and mentions of it. */
    void goOver(String account, String into);

    /** Keeps what changed, and what it said before. */
    void change(Note note);
}
