package org.imprimatur.review.decision;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.review.round.Review;

/** The text of a letter: what the editor wrote, and the reviews without their writers' names. */
public final class DecisionLetter {

    private DecisionLetter() {}

    /** What an editor begins with; they change it as they like. */
    public static String template(Decision.Kind kind, String author, String number, String editor) {
        String body = switch (kind) {
            case ACCEPT ->
                "We are glad to accept your manuscript " + number
                        + ". It goes to production now; you will get a proof to approve.";
            case MINOR ->
                "We ask you for a minor revision of your manuscript " + number
                        + ". Please send it with a response to each point of the reviewers.";
            case MAJOR ->
                "Your manuscript " + number
                        + " needs a major revision before we can decide. Please send it with a response to each point"
                        + " of the reviewers. The revised manuscript will be reviewed again.";
            case REJECT ->
                "After review we can’t accept your manuscript " + number
                        + ". The reviewers’ reasons are below; we hope that they are of use to you.";
        };
        return "Dear " + author + ",\n\n" + body + "\n\nWith thanks for sending it to us,\n" + editor;
    }

    public static String subject(Decision.Kind kind, String number) {
        return "Your manuscript " + number + ": "
                + switch (kind) {
                    case ACCEPT -> "accepted";
                    case MINOR -> "minor revision";
                    case MAJOR -> "major revision";
                    case REJECT -> "not accepted";
                };
    }

    /** The letter as it leaves. Reviewers are "Reviewer 1", "Reviewer 2" … in the order given. */
    public static String body(String letter, List<Review> quoted) {
        String reviews = IntStream.range(0, quoted.size())
                .mapToObj(n -> "\n\nReviewer " + (n + 1) + "\n\n"
                        + quoted.get(n).toAuthors().strip())
                .collect(Collectors.joining());
        return letter.strip() + reviews + "\n";
    }
}
