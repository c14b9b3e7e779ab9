package org.imprimatur.review.reviewing;

import java.util.function.Predicate;
import org.imprimatur.review.reviewers.Profiles;
import org.imprimatur.review.reviewers.Reviewers;

/**
 * Forgets people who were erased: what they said of themselves, their certificates, and how reviewers are called and
 * reached who had one of their addresses. Reviews belong to the journals and stay.
 */
public final class ForgettingReviewers {

    private final Profiles profiles;
    private final Certificates certificates;
    private final Reviewers reviewers;

    public ForgettingReviewers(Profiles profiles, Certificates certificates, Reviewers reviewers) {
        this.profiles = profiles;
        this.certificates = certificates;
        this.reviewers = reviewers;
    }

    /** An account that was forgotten before, or was never known, is fine. @param theirs whether an address was theirs */
    public void forget(String account, Predicate<String> theirs) {
        profiles.forget(account);
        certificates.forget(account);
        reviewers.forget(theirs);
    }
}
