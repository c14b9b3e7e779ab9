package org.imprimatur.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerReviewTest extends ModelTest {

    PeerReviewTest() {
        super("peer-review");
    }

    private static Stage round(int sideBySide, String... candidates) {
        return Stage.alone("peer-review", Map.of("round", 1))
                .candidates(sideBySide, candidates)
                .complete("choose-reviewers");
    }

    @Test
    void as_many_are_invited_side_by_side_as_the_editor_wants() {
        Stage stage = round(3, "a", "b", "c", "d");
        assertThat(stage.acts()).containsExactly("open round 1", "invite a", "invite b", "invite c");
    }

    @Test
    void the_editor_is_reminded_of_choosing_reviewers() {
        Stage stage = Stage.alone("peer-review", Map.of("round", 1));
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(20))))
                .containsExactly("remind of choose-reviewers", "remind of choose-reviewers");
    }

    @Test
    void a_round_closes_when_enough_reviews_are_in_and_unanswered_invitations_are_revoked() {
        Stage stage = round(3, "a", "b", "c")
                .tellOf("a", "InvitationAccepted")
                .tellOf("b", "InvitationAccepted")
                .tellOf("b", "ReviewSubmitted")
                .tellOf("a", "ReviewSubmitted");
        assertThat(stage.hasEnded()).isTrue();
        assertThat(stage.acts()).endsWith("close round 1");
    }

    @Test
    void a_round_stays_open_while_one_who_accepted_owes_a_review() {
        Stage stage = round(3, "a", "b", "c")
                .tellOf("a", "InvitationAccepted")
                .tellOf("b", "InvitationAccepted")
                .tellOf("c", "InvitationAccepted")
                .tellOf("a", "ReviewSubmitted")
                .tellOf("b", "ReviewSubmitted");
        assertThat(stage.now()).containsExactly("wait-review");
        assertThat(stage.tellOf("c", "ReviewSubmitted").hasEnded()).isTrue();
    }

    @Test
    void one_who_declines_is_replaced_and_the_replacement_too() {
        Stage stage =
                round(2, "a", "b", "c", "d").tellOf("a", "InvitationDeclined").tellOf("c", "InvitationDeclined");
        assertThat(stage.acts()).containsExactly("open round 1", "invite a", "invite b", "invite c", "invite d");
    }

    @Test
    void one_whose_invitation_is_revoked_is_replaced() {
        assertThat(round(1, "a", "b").tellOf("a", "InvitationRevoked").acts()).endsWith("invite b");
    }

    @Test
    void one_who_does_not_answer_is_reminded_once_then_expires_and_is_replaced() {
        Stage stage = round(1, "a", "b");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(6)))).isEmpty();
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(1)))).containsExactly("remind to answer a");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(6)))).isEmpty();
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(1)))).containsExactly("expire a", "invite b");
    }

    @Test
    void reviewers_are_chosen_again_when_no_candidate_is_left() {
        Stage stage = round(2, "a", "b")
                .tellOf("a", "InvitationAccepted")
                .tellOf("a", "ReviewSubmitted")
                .tellOf("b", "InvitationDeclined");
        assertThat(stage.now()).containsExactly("choose-reviewers");
        assertThat(stage.acts()).endsWith("nobody left");
        stage.candidates(0, "c")
                .candidates(1)
                .complete("choose-reviewers")
                .tellOf("c", "InvitationAccepted")
                .tellOf("c", "ReviewSubmitted");
        assertThat(stage.hasEnded()).isTrue();
        assertThat(stage.times("open-round")).isEqualTo(1);
    }

    @Test
    void a_late_review_is_asked_for_before_its_date_and_three_times_after() {
        Stage stage = round(1, "a").tellOf("a", "InvitationAccepted");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(20)))).containsExactly("remind to review a");
        stage.goOn(Period.ofDays(1));
        assertThat(stage.now()).containsExactly("wait-late-review");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(7)))).containsExactly("remind to review a");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(100))))
                .containsExactly("remind to review a", "remind to review a");
        assertThat(stage.tellOf("a", "ReviewSubmitted").times("review-is-in")).isEqualTo(1);
    }

    @Test
    void one_who_withdraws_or_is_released_is_replaced_in_time_or_late() {
        Stage stage = round(1, "a", "b", "c", "d", "e")
                .tellOf("a", "InvitationAccepted")
                .tellOf("a", "ReviewerWithdrew")
                .tellOf("b", "InvitationAccepted")
                .tellOf("b", "InvitationRevoked")
                .tellOf("c", "InvitationAccepted")
                .goOn(Period.ofDays(21))
                .tellOf("c", "ReviewerWithdrew")
                .tellOf("d", "InvitationAccepted")
                .goOn(Period.ofDays(21))
                .tellOf("d", "InvitationRevoked");
        assertThat(stage.acts()).endsWith("invite e");
    }

    @Test
    void nobody_is_invited_any_more_when_enough_reviews_are_in() {
        Stage stage = round(4, "a", "b", "c", "d", "e")
                .tellOf("a", "InvitationAccepted")
                .tellOf("b", "InvitationAccepted")
                .tellOf("c", "InvitationAccepted")
                .tellOf("a", "ReviewSubmitted")
                .tellOf("b", "ReviewSubmitted")
                .tellOf("d", "InvitationDeclined");
        assertThat(stage.acts()).doesNotContain("invite e");
        assertThat(stage.tellOf("c", "ReviewerWithdrew").hasEnded()).isTrue();
        assertThat(stage.acts()).doesNotContain("invite e").endsWith("close round 1");
    }

    @Test
    void three_seats_each_with_its_own_way_close_one_round() {
        Stage stage = round(3, "a", "b", "c", "d", "e")
                .tellOf("a", "InvitationDeclined")
                .tellOf("b", "InvitationAccepted")
                .goOn(Period.ofDays(14))
                .tellOf("e", "InvitationAccepted")
                .tellOf("b", "ReviewSubmitted")
                .tellOf("e", "ReviewSubmitted");
        assertThat(stage.hasEnded()).isTrue();
        assertThat(stage.acts()).contains("expire c", "expire d").endsWith("close round 1");
    }
}
