package org.imprimatur.review.desk;

import java.util.List;

/** Keeps saved views. */
public interface SavedViews {

    /** By name. */
    List<SavedView> of(String account);

    /** Adds it, or changes its name and what it asks for. */
    void keep(SavedView view);

    /** Nothing of that person's has this id: that is fine. */
    void delete(String account, String id);

    /** Views of one account are the other's; of two of one name both stay, under two names. */
    void goOver(String account, String into);

    /** That person has none any more. */
    void forget(String account);
}
