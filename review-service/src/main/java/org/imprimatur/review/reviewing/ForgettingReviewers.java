package org.imprimatur.review.reviewing;

import org.imprimatur.review.reviewers.Profiles;

/**
 * Forgets accounts that were erased: what they said of themselves and their certificates. Reviewers and reviews belong
 * to the journals and stay.
 */
public final class ForgettingReviewers {

    private final Profiles profiles;
    private final Certificates certificates;

    public ForgettingReviewers(Profiles profiles, Certificates certificates) {
        this.profiles = profiles;
        this.certificates = certificates;
    }

    /** An account that was forgotten before, or was never known, is fine. */
    public void forget(String account) {
        profiles.forget(account);
        certificates.forget(account);
    }
}
