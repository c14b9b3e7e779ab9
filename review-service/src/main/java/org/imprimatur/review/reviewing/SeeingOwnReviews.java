package org.imprimatur.review.reviewing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.imprimatur.review.reviewers.Oneself;

/** Shows people all that they were asked to review: what is due first. */
public final class SeeingOwnReviews {

    private final OwnReviews reviews;

    public SeeingOwnReviews(OwnReviews reviews) {
        this.reviews = reviews;
    }

    /**
     * @param due what waits for them, the next due first
     * @param written their reviews, the last handed in first
     * @param others what was declined, ended, taken or given back, the last first
     */
    public record Shown(List<OwnReview> due, List<OwnReview> written, List<OwnReview> others) {}

    public Shown of(Oneself oneself) {
        List<OwnReview> all = reviews.of(oneself);
        Comparator<OwnReview> lastFirst = Comparator.comparing(
                        (OwnReview one) -> one.endedAt().orElse(Instant.MAX))
                .reversed();
        return new Shown(
                all.stream()
                        .filter(OwnReview::isDue)
                        .sorted(Comparator.comparing(OwnReview::dueAt))
                        .toList(),
                all.stream().filter(OwnReview::isReviewed).sorted(lastFirst).toList(),
                all.stream()
                        .filter(one -> !one.isDue() && !one.isReviewed())
                        .sorted(lastFirst)
                        .toList());
    }
}
