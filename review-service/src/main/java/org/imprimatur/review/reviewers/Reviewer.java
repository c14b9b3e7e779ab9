package org.imprimatur.review.reviewers;

/** Somebody who can be asked for a review. */
public record Reviewer(String id, String name, String address, String affiliation, String expertise) {

    /** No mail is ever delivered there (RFC 2606, section 2). */
    private static final String NOWHERE = "@erased.invalid";

    /** The same, of whom nothing is known any more but what they reviewed. */
    public Reviewer erased() {
        return new Reviewer(id, "N. N.", id + NOWHERE, "", "");
    }

    /** Whether nobody can be reached. */
    public boolean isErased() {
        return address.endsWith(NOWHERE);
    }
}
