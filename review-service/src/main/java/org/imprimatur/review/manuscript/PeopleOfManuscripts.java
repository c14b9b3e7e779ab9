package org.imprimatur.review.manuscript;

/** Who is author or editor of which manuscript, by account. */
public interface PeopleOfManuscripts {

    /**
     * Two accounts are one person's: what one is, the other is from now on, so that nobody edits a manuscript of their own.
     * The order in which several mergings are heard doesn't matter; what was done stays with the account that did it.
     *
     * @return the account that is the person's now: {@code into}, or what that went into already
     */
    String goOver(String account, String into);
}
