package org.imprimatur.review.desk;

/**
 * A list that somebody wants to find again.
 *
 * @param account whose it is; nobody else sees it
 * @param asked what the list is asked for, as the dashboard's address has it; it gives no right to see anything
 */
public record SavedView(String id, String account, String name, String asked) {

    public SavedView named(String newName) {
        return new SavedView(id, account, newName, asked);
    }
}
