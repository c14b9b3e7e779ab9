package org.imprimatur.review.reviewing;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Review.Recommendation;

/**
 * One invitation as whom it went to sees it later: no author, no other reviewer, no editor.
 *
 * @param reviewerName as the journal calls them
 * @param begun whether a draft is kept
 * @param recommendation what they recommended, once it was handed in
 */
public record OwnReview(
        Invitation invitation,
        String reviewerName,
        String journal,
        String journalTitle,
        String number,
        String title,
        boolean begun,
        Optional<Recommendation> recommendation) {

    /** Whether they still have something to do. */
    public boolean isDue() {
        return invitation.isOpen();
    }

    public boolean isReviewed() {
        return invitation.state() instanceof Reviewed;
    }

    /** What is to be done until when; only while something is. */
    public Instant dueAt() {
        return invitation.state() instanceof Invited
                ? invitation.answerBy()
                : invitation.state() instanceof Accepted accepted ? accepted.reviewBy() : Instant.MAX;
    }

    /** When it was handed in or ended otherwise; empty while it is open. */
    public Optional<Instant> endedAt() {
        Invitation.State state = invitation.state();
        if (state instanceof Reviewed reviewed) {
            return Optional.of(reviewed.at());
        }
        if (state instanceof Invitation.Declined declined) {
            return Optional.of(declined.at());
        }
        if (state instanceof Invitation.Expired expired) {
            return Optional.of(expired.at());
        }
        if (state instanceof Invitation.Revoked revoked) {
            return Optional.of(revoked.at());
        }
        return state instanceof Invitation.Withdrew withdrew ? Optional.of(withdrew.at()) : Optional.empty();
    }

    /** {@code Invited}, {@code Accepted} and so on, for pages. */
    public String state() {
        return invitation.state().getClass().getSimpleName();
    }
}
