package org.imprimatur.review.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Changed;
import org.imprimatur.review.round.Invitation.Declined;
import org.imprimatur.review.round.Invitation.Expired;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.Invitation.NotChanged;
import org.imprimatur.review.round.Invitation.Result;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Invitation.Revoked;
import org.imprimatur.review.round.Invitation.State;
import org.imprimatur.review.round.Invitation.Withdrew;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InvitationTest {

    private static Invitation in(State state) {
        return new Invitation("i", "m", 1, 0, "r", NOW, NOW.plus(Duration.ofDays(14)), state);
    }

    static List<State> closed() {
        return List.of(
                new Declined(NOW, ""),
                new Expired(NOW),
                new Revoked(NOW),
                new Reviewed(NOW, NOW, NOW),
                new Withdrew(NOW, NOW, ""));
    }

    @Test
    void an_invitation_can_be_accepted_and_then_reviewed() {
        Invitation accepted = ((Changed) in(new Invited()).accept(NOW, NOW.plusSeconds(9))).invitation();
        assertThat(accepted.state()).isEqualTo(new Accepted(NOW, NOW.plusSeconds(9)));
        Invitation reviewed = ((Changed) accepted.review(NOW.plusSeconds(5))).invitation();
        assertThat(reviewed.state()).isEqualTo(new Reviewed(NOW, NOW.plusSeconds(9), NOW.plusSeconds(5)));
    }

    @Test
    void an_invitation_is_answered_once() {
        Result again = in(new Accepted(NOW, NOW)).accept(NOW, NOW);
        assertThat(((NotChanged) again).refusal().kind()).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(in(new Accepted(NOW, NOW)).decline(NOW, "")).isInstanceOf(NotChanged.class);
    }

    @Test
    void nobody_reviews_who_has_not_accepted() {
        assertThat(in(new Invited()).review(NOW)).isInstanceOf(NotChanged.class);
        assertThat(in(new Invited()).withdraw(NOW, "")).isInstanceOf(NotChanged.class);
    }

    @Test
    void what_was_accepted_does_not_expire() {
        assertThat(in(new Accepted(NOW, NOW)).expire(NOW)).isInstanceOf(NotChanged.class);
    }

    @ParameterizedTest
    @MethodSource("closed")
    void what_is_closed_stays_as_it_is(State state) {
        Invitation closed = in(state);
        assertThat(List.of(
                        closed.accept(NOW, NOW),
                        closed.decline(NOW, ""),
                        closed.expire(NOW),
                        closed.revoke(NOW),
                        closed.review(NOW),
                        closed.withdraw(NOW, "")))
                .allMatch(NotChanged.class::isInstance);
    }

    @Test
    void the_expired_and_the_revoked_are_gone_and_the_answered_are_not() {
        assertThat(in(new Expired(NOW)).refused().kind()).isEqualTo(Outcome.Kind.GONE);
        assertThat(in(new Revoked(NOW)).refused().kind()).isEqualTo(Outcome.Kind.GONE);
        assertThat(in(new Declined(NOW, "")).refused().kind()).isEqualTo(Outcome.Kind.CONFLICT);
    }

    /** Whatever is tried in whatever order, an invitation is answered at most once and reviewed only once accepted. */
    @Test
    void no_order_of_acts_answers_twice() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            Invitation invitation = in(new Invited());
            int answers = 0;
            boolean accepted = false;
            for (int act = 0; act < 8; act++) {
                Result result = switch (random.nextInt(6)) {
                    case 0 -> invitation.accept(NOW, NOW);
                    case 1 -> invitation.decline(NOW, "");
                    case 2 -> invitation.expire(NOW);
                    case 3 -> invitation.revoke(NOW);
                    case 4 -> invitation.review(NOW);
                    default -> invitation.withdraw(NOW, "");
                };
                if (result instanceof Changed changed) {
                    invitation = changed.invitation();
                    if (invitation.state() instanceof Accepted || invitation.state() instanceof Declined) {
                        answers++;
                    }
                    accepted |= invitation.state() instanceof Accepted;
                    assertThat(accepted || !(invitation.state() instanceof Reviewed))
                            .as("seed %d", seed)
                            .isTrue();
                }
            }
            assertThat(answers).as("seed %d", seed).isLessThanOrEqualTo(1);
        }
    }
}
