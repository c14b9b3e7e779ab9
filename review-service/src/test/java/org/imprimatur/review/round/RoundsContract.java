package org.imprimatur.review.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.NOW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Declined;
import org.imprimatur.review.round.Invitation.Expired;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Invitation.Revoked;
import org.imprimatur.review.round.Invitation.State;
import org.imprimatur.review.round.Invitation.Withdrew;
import org.imprimatur.review.round.Review.Question;
import org.imprimatur.review.round.Review.Recommendation;
import org.imprimatur.review.round.Review.Score;
import org.imprimatur.review.round.ReviewRound.Candidate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every keeper of rounds promises. */
public abstract class RoundsContract {

    protected final String manuscript = UUID.randomUUID().toString();
    protected final String ann = "ann-" + manuscript;
    protected final String ben = "ben-" + manuscript;

    protected abstract Rounds rounds();

    /** The manuscript and these reviewers exist. */
    protected abstract void given(String manuscriptId, List<String> reviewers);

    private ReviewRound round(Candidate... candidates) {
        return new ReviewRound(manuscript, 1, 1, 1, List.of(candidates), NOW, Optional.empty());
    }

    private Invitation invitation(String id, State state) {
        return new Invitation(id + manuscript, manuscript, 1, 0, ann, NOW, NOW.plusSeconds(99), state);
    }

    @BeforeEach
    void a_round() {
        given(manuscript, List.of(ann, ben));
        rounds().keep(round());
    }

    @Test
    void a_round_comes_back_with_its_candidates_in_order() {
        rounds().add(invitation("i", new Invited()));
        ReviewRound kept = round(
                new Candidate(ann, false, Optional.of("i" + manuscript)), new Candidate(ben, true, Optional.empty()));
        rounds().keep(kept);
        assertThat(rounds().find(manuscript, 1)).contains(kept);
        rounds().keep(kept.closed(NOW));
        assertThat(rounds().latest(manuscript)).contains(kept.closed(NOW));
        assertThat(rounds().find(manuscript, 2)).isEmpty();
    }

    static Stream<State> states() {
        return Stream.of(
                new Accepted(NOW, NOW.plusSeconds(5)),
                new Declined(NOW, "no time"),
                new Expired(NOW),
                new Revoked(NOW),
                new Reviewed(NOW, NOW.plusSeconds(5), NOW.plusSeconds(3)),
                new Withdrew(NOW, NOW.plusSeconds(3), "ill"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void an_invitation_comes_back_in_every_state(State state) {
        rounds().add(invitation("i", new Invited()));
        assertThat(rounds().invitation("i" + manuscript)).contains(invitation("i", new Invited()));
        rounds().change(invitation("i", state));
        assertThat(rounds().lock("i" + manuscript)).contains(invitation("i", state));
        assertThat(rounds().invitations(manuscript, 1)).containsExactly(invitation("i", state));
    }

    @Test
    void several_links_lead_to_one_invitation() {
        rounds().add(invitation("i", new Invited()));
        rounds().link("i" + manuscript, 1, "one" + manuscript);
        rounds().link("i" + manuscript, 2, "two" + manuscript);
        rounds().link("i" + manuscript, 1, "one" + manuscript);
        assertThat(rounds().byLink("one" + manuscript)).contains("i" + manuscript);
        assertThat(rounds().byLink("two" + manuscript)).contains("i" + manuscript);
        assertThat(rounds().byLink("three" + manuscript)).isEmpty();
    }

    @Test
    void a_draft_is_replaced_and_a_submitted_review_never() {
        rounds().add(invitation("i", new Invited()));
        Review draft = Review.begun("i" + manuscript, NOW);
        rounds().keep(draft);
        Review submitted = new Review(
                        "i" + manuscript,
                        Map.of(Question.EVIDENCE, Score.CANT_SAY),
                        "for authors",
                        "for the editor",
                        Optional.of(Recommendation.REJECT),
                        NOW,
                        Optional.empty())
                .submitted(NOW.plusSeconds(1));
        rounds().keep(submitted);
        rounds().keep(draft);
        assertThat(rounds().review("i" + manuscript)).contains(submitted);
    }
}
