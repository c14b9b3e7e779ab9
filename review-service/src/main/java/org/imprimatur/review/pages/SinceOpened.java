package org.imprimatur.review.pages;

import java.util.List;
import org.imprimatur.web.HistoryLine;

/** What others did with a manuscript since somebody opened a page of it. */
public interface SinceOpened {

    /** Why nothing is saved at first; what is typed is kept, and saving once more saves it. */
    String CHANGED =
            "Somebody else changed this manuscript since you opened it. Nothing was saved yet, and what you typed"
                    + " is kept: look at what changed, then save once more if you still want to.";

    /** Nobody else acts on this manuscript until the transaction ends. */
    void hold(String manuscript);

    /** To be kept in the page: where the manuscript's history stood when it was made. */
    String mark(String manuscript);

    /**
     * Oldest first; nothing where the mark is none.
     *
     * @param account who opened the page: what they did themselves is no news
     */
    List<HistoryLine> since(String manuscript, String mark, String account);
}
