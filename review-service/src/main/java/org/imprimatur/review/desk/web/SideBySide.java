package org.imprimatur.review.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.reviewers.Reviewer;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Declined;
import org.imprimatur.review.round.Invitation.Expired;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Invitation.Withdrew;
import org.imprimatur.review.round.Review;
import org.imprimatur.review.round.Review.Question;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.round.Rounds;
import org.springframework.stereotype.Component;

/** A manuscript's rounds, newest first: reviews beside each other, with what they differ in, and who else was asked. */
@Component
class SideBySide {

    private final Rounds rounds;
    private final Reviewers reviewers;
    private final Words words;
    private final DomainClock clock;

    SideBySide(Rounds rounds, Reviewers reviewers, Words words, DomainClock clock) {
        this.rounds = rounds;
        this.reviewers = reviewers;
        this.words = words;
        this.clock = clock;
    }

    /** One invitation with what came of it; {@code due} while something is owed. */
    record Asked(
            String id,
            String reviewer,
            String tone,
            String state,
            String more,
            boolean open,
            Instant due,
            String owed) {}

    /** One answer; {@code differs} where not all of the round gave the same. */
    record Answer(String question, String score, boolean differs) {}

    /** One review as a column. */
    record Column(
            Asked asked,
            String recommendation,
            boolean differs,
            List<Answer> answers,
            String toAuthors,
            String toEditor) {}

    /** @param differing what the reviews of the round don't agree in, in words */
    record Round(int round, List<Column> columns, List<Asked> others, List<String> differing, List<String> waiting) {

        /** Who still owes something. */
        public List<Asked> owing() {
            return others.stream().filter(Asked::open).toList();
        }
    }

    List<Round> of(String manuscript) {
        List<Round> all = new ArrayList<>();
        ReviewRound newest = rounds.latest(manuscript).orElse(null);
        for (int number = newest == null ? 0 : newest.round(); number > 0; number--) {
            all.add(round(
                    number,
                    rounds.invitations(manuscript, number),
                    number == newest.round() ? waiting(newest) : List.of()));
        }
        return all;
    }

    private Round round(int number, List<Invitation> invitations, List<String> waiting) {
        Map<String, Review> reviews = new HashMap<>();
        for (Invitation invitation : invitations) {
            if (invitation.state() instanceof Reviewed) {
                reviews.put(invitation.id(), rounds.review(invitation.id()).orElseThrow());
            }
        }
        boolean split =
                reviews.values().stream().map(Review::recommendation).distinct().count() > 1;
        List<Question> differing = Arrays.stream(Question.values())
                .filter(question -> reviews.values().stream()
                                .map(review -> String.valueOf(review.scores().get(question)))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        List<Column> columns = new ArrayList<>();
        List<Asked> others = new ArrayList<>();
        for (Invitation invitation : invitations) {
            Review review = reviews.get(invitation.id());
            Asked asked = asked(invitation);
            if (review == null) {
                others.add(asked);
            } else {
                columns.add(new Column(
                        asked,
                        review.recommendation().orElseThrow().words(),
                        split,
                        Arrays.stream(Question.values())
                                .map(question -> new Answer(
                                        question.words(),
                                        review.scores().containsKey(question)
                                                ? review.scores().get(question).words()
                                                : "–",
                                        differing.contains(question)))
                                .toList(),
                        review.toAuthors(),
                        review.toEditor()));
            }
        }
        List<String> named = new ArrayList<>();
        if (split) {
            named.add(words.of("review.recommendation"));
        }
        differing.forEach(question -> named.add(question.words()));
        return new Round(number, columns, others, named, waiting);
    }

    private Asked asked(Invitation invitation) {
        String name = reviewers.find(invitation.reviewer()).map(Reviewer::name).orElseThrow();
        Instant due = null;
        String owed = null;
        String tone = "";
        String key;
        String more = null;
        if (invitation.state() instanceof Invited) {
            tone = "is-wait";
            key = "invited";
            due = invitation.answerBy();
            owed = words.of("review.owed.answer");
            more = words.of("review.answer-by", words.day(due));
        } else if (invitation.state() instanceof Accepted accepted) {
            boolean late = accepted.reviewBy().isBefore(clock.instant());
            tone = late ? "is-late" : "is-wait";
            key = late ? "late" : "reviewing";
            due = accepted.reviewBy();
            owed = words.of("review.owed.review");
            more = words.of("review.due", words.day(due));
        } else if (invitation.state() instanceof Declined declined) {
            key = "declined";
            more = declined.reason();
        } else if (invitation.state() instanceof Expired) {
            key = "expired";
        } else if (invitation.state() instanceof Reviewed reviewed) {
            tone = "is-done";
            key = "reviewed";
            more = words.of("review.in-on", words.day(reviewed.at()));
        } else if (invitation.state() instanceof Withdrew withdrew) {
            tone = "is-bad";
            key = "withdrew";
            more = withdrew.reason();
        } else {
            key = "revoked";
        }
        return new Asked(
                invitation.id(), name, tone, words.of("review.state." + key), more, invitation.isOpen(), due, owed);
    }

    private List<String> waiting(ReviewRound round) {
        return round.candidates().stream()
                .filter(candidate -> candidate.invitation().isEmpty())
                .flatMap(candidate -> reviewers.find(candidate.reviewer()).stream())
                .map(Reviewer::name)
                .toList();
    }
}
