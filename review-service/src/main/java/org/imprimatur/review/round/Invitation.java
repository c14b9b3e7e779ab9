package org.imprimatur.review.round;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.review.acting.Outcome;

/** One reviewer asked into one seat of one round. */
public record Invitation(
        String id,
        String manuscript,
        int round,
        int seat,
        String reviewer,
        Instant invitedAt,
        Instant answerBy,
        State state) {

    /** Where an invitation is; each state knows what happened on the way to it. */
    public sealed interface State {}

    /** Nobody has answered. */
    public record Invited() implements State {}

    public record Accepted(Instant at, Instant reviewBy) implements State {}

    public record Declined(Instant at, String reason) implements State {}

    /** The time to answer went by. */
    public record Expired(Instant at) implements State {}

    /** The journal took it back. */
    public record Revoked(Instant at) implements State {}

    public record Reviewed(Instant acceptedAt, Instant reviewBy, Instant at) implements State {}

    /** The reviewer had accepted, and gave it back. */
    public record Withdrew(Instant acceptedAt, Instant at, String reason) implements State {}

    /**
     * A state as it is kept.
     *
     * @param ended when the invitation came to its end, if it has
     * @throws IllegalArgumentException for a name that is none of ours
     */
    public static State state(String name, Instant answered, Instant reviewBy, Instant ended, String reason) {
        return switch (name) {
            case "invited" -> new Invited();
            case "accepted" -> new Accepted(answered, reviewBy);
            case "declined" -> new Declined(answered, reason);
            case "expired" -> new Expired(ended);
            case "revoked" -> new Revoked(ended);
            case "reviewed" -> new Reviewed(answered, reviewBy, ended);
            case "withdrew" -> new Withdrew(answered, ended, reason);
            default -> throw new IllegalArgumentException("no state of an invitation: " + name);
        };
    }

    /** What became of a change. */
    public sealed interface Result {}

    public record Changed(Invitation invitation) implements Result {}

    public record NotChanged(Outcome.Refused refusal) implements Result {}

    /** Whether the reviewer still has something to do. */
    public boolean isOpen() {
        return state instanceof Invited || state instanceof Accepted;
    }

    /** When the review is due, once it was accepted. */
    public Optional<Instant> reviewBy() {
        if (state instanceof Accepted accepted) {
            return Optional.of(accepted.reviewBy());
        }
        return state instanceof Reviewed reviewed ? Optional.of(reviewed.reviewBy()) : Optional.empty();
    }

    public Result accept(Instant now, Instant reviewBy) {
        return state instanceof Invited ? changed(new Accepted(now, reviewBy)) : notChanged();
    }

    public Result decline(Instant now, String reason) {
        return state instanceof Invited ? changed(new Declined(now, reason)) : notChanged();
    }

    public Result expire(Instant now) {
        return state instanceof Invited ? changed(new Expired(now)) : notChanged();
    }

    public Result revoke(Instant now) {
        return isOpen() ? changed(new Revoked(now)) : notChanged();
    }

    public Result review(Instant now) {
        return state instanceof Accepted accepted
                ? changed(new Reviewed(accepted.at(), accepted.reviewBy(), now))
                : notChanged();
    }

    public Result withdraw(Instant now, String reason) {
        return state instanceof Accepted accepted ? changed(new Withdrew(accepted.at(), now, reason)) : notChanged();
    }

    /** Why nothing can be done with it as it is. */
    public Outcome.Refused refused() {
        if (state instanceof Expired) {
            return Outcome.gone("The time to answer is over, and somebody else was asked.");
        }
        if (state instanceof Revoked) {
            return Outcome.gone("The editors took this invitation back.");
        }
        if (state instanceof Declined) {
            return Outcome.conflict("You have answered already: you declined.");
        }
        if (state instanceof Withdrew) {
            return Outcome.conflict("You gave this review back.");
        }
        if (state instanceof Reviewed) {
            return Outcome.conflict("Your review is in already.");
        }
        return state instanceof Accepted
                ? Outcome.conflict("You have answered already: you accepted.")
                : Outcome.conflict("You haven’t answered yet.");
    }

    private Result notChanged() {
        return new NotChanged(refused());
    }

    private Result changed(State next) {
        return new Changed(new Invitation(id, manuscript, round, seat, reviewer, invitedAt, answerBy, next));
    }
}
