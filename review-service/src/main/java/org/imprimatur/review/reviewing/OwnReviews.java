package org.imprimatur.review.reviewing;

import java.util.List;
import java.util.Optional;
import org.imprimatur.review.reviewers.Oneself;

/** What a person was asked to review at any of the addresses that are theirs now; nobody else's. */
public interface OwnReviews {

    /** The newest invitation first. */
    List<OwnReview> of(Oneself oneself);

    Optional<OwnReview> find(Oneself oneself, String invitation);
}
