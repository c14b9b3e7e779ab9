package org.imprimatur.standalone.demonstration;

import java.util.List;

/**
 * What people write in the course of the demonstration: letters, reviews, reasons. Plain text, paragraphs parted by an
 * empty line; no letter names an author to a reviewer or a reviewer to an author.
 *
 * @param screeningNote the managing editor's note when the manuscript passes screening
 * @param firstRound the two reviews of version 1
 * @param secondRound the two reviews of version 2
 * @param declineReason why a reviewer declines the invitation
 * @param withdrawalReason why an author would withdraw a manuscript
 * @param robots the same for the two robots' articles, which are accepted after one round
 */
public record Correspondence(
        String coverLetter,
        String screeningNote,
        List<Review> firstRound,
        List<Review> secondRound,
        String majorRevision,
        String acceptance,
        String declineReason,
        String withdrawalReason,
        OfRobots robots) {

    /** @param reviews the two reviews of either article */
    public record OfRobots(String coverLetter, List<Review> reviews, String acceptance) {}

    /** @param recommendation what the reviewer recommends to the editor */
    public record Review(Recommendation recommendation, String toTheAuthor, String toTheEditor) {}

    /** A reviewer's recommendation. */
    public enum Recommendation {
        ACCEPT,
        MAJOR_REVISION
    }

    /** Reads {@code demonstration/letters} from the class path. */
    public static Correspondence read() {
        return new Correspondence(
                letter("cover-letter"),
                letter("screening-note"),
                List.of(
                        review("review-1-1", Recommendation.MAJOR_REVISION),
                        review("review-1-2", Recommendation.MAJOR_REVISION)),
                List.of(review("review-2-1", Recommendation.ACCEPT), review("review-2-2", Recommendation.ACCEPT)),
                letter("decision-major-revision"),
                letter("decision-accept"),
                letter("decline-reason"),
                letter("withdrawal-reason"),
                new OfRobots(
                        letter("robot-cover-letter"),
                        List.of(
                                review("robot-review-1", Recommendation.ACCEPT),
                                review("robot-review-2", Recommendation.ACCEPT)),
                        letter("robot-decision-accept")));
    }

    private static String letter(String name) {
        return Resources.text("letters/" + name + ".txt").strip();
    }

    private static Review review(String name, Recommendation recommendation) {
        var parts = letter(name).split("\n---\n");
        return new Review(recommendation, parts[0].strip(), parts[1].strip());
    }
}
