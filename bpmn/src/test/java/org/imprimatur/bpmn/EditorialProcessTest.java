package org.imprimatur.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EditorialProcessTest extends ModelTest {

    private static final Duration HOUR = Duration.ofHours(1);

    EditorialProcessTest() {
        super("editorial-process");
    }

    @Test
    void goes_the_whole_way_in_one_round() {
        Stage stage = accepted(Map.of());
        assertThat(stage.now()).containsExactly("start-production");
        stage.complete("start-production").tell("ProofReady").tell("ProofApproved");
        published(stage);
        assertThat(stage.acts())
                .containsExactly(
                        "open round 1",
                        "invite a",
                        "invite b",
                        "close round 1",
                        "decision accept",
                        "say ProduceGalley",
                        "say ScheduleArticle",
                        "say AllocatePages",
                        "say RegisterDoi",
                        "say PublishArticle");
        assertThat(stage.ends()).contains("published");
    }

    @Test
    void what_the_intake_report_found_becomes_advice_for_screening() {
        assertThat(submitted(Map.of("intakeErrors", 0, "intakeWarnings", 0)).variable("screeningAdvice"))
                .isEqualTo("pass");
        assertThat(submitted(Map.of("intakeErrors", 16)).variable("screeningAdvice"))
                .isEqualTo("return");
        assertThat(submitted(Map.of("intakeErrors", 1)).variable("screeningReason"))
                .isEqualTo("There are errors in citations and references. The author can mend them with the first"
                        + " revision.");
    }

    @Test
    void the_managing_editor_is_reminded_three_times_of_a_manuscript_to_screen() {
        Stage stage = submitted(Map.of());
        assertThat(stage.goOn(Period.ofDays(6)).acts()).isEmpty();
        assertThat(stage.goOn(Period.ofDays(1)).acts()).containsExactly("remind of screen");
        assertThat(stage.goOn(Period.ofDays(60)).acts()).hasSize(3);
        assertThat(stage.now()).containsExactly("screen");
    }

    @Test
    void a_manuscript_can_be_rejected_at_the_desk() {
        Stage stage = submitted(Map.of()).complete("screen", "screening", "desk-reject");
        assertThat(stage.hasEnded()).isTrue();
        assertThat(stage.ends()).containsExactly("desk-rejected");
        assertThat(stage.acts()).containsExactly("screening desk-reject");
    }

    @Test
    void a_returned_manuscript_is_screened_again_when_it_is_handed_in_again() {
        Stage stage = submitted(Map.of()).complete("screen", "screening", "return");
        assertThat(stage.now()).containsExactly("wait-resubmission");
        assertThat(stage.goOn(Period.ofDays(45)).acts()).contains("remind of wait-resubmission");
        stage.tell("ManuscriptRevised", "version", 2, "intakeErrors", 20)
                .complete("screen", "screening", "return")
                .tell("ManuscriptRevised", "version", 3, "intakeErrors", 0);
        assertThat(stage.variable("screeningAdvice")).isEqualTo("pass");
        assertThat(stage.times("return-to-author")).isEqualTo(2);
        assertThat(stage.now()).containsExactly("screen");
    }

    @Test
    void the_handling_editor_is_reminded_of_a_decision() {
        assertThat(reviewed(Map.of()).actsAfter(s -> s.goOn(Period.ofDays(10)))).containsExactly("remind of decide");
    }

    @Test
    void a_decision_can_be_recalled_while_its_letter_is_held_and_not_later() {
        Stage stage = reviewed(Map.of()).complete("decide", "decision", "reject");
        assertThat(stage.now()).containsExactly("letter-held");
        stage.tell("DecisionRecalled")
                .complete("decide", "decision", "reject")
                .tell("DecisionRecalled")
                .complete("decide", "decision", "accept")
                .goOn(HOUR);
        assertThat(stage.acts()).endsWith("decision accept").doesNotContain("decision reject");
        assertThatThrownBy(() -> stage.tell("DecisionRecalled")).hasMessageContaining("doesn't wait");
    }

    @Test
    void a_rejected_manuscript_has_ended() {
        Stage stage = decided("reject", Map.of());
        assertThat(stage.hasEnded()).isTrue();
        assertThat(stage.ends()).contains("rejected");
    }

    @Test
    void a_major_revision_goes_to_the_reviewers_again_as_often_as_it_takes() {
        Stage stage = decided("major", Map.of()).tell("ManuscriptRevised");
        assertThat(stage.now()).containsExactly("choose-reviewers");
        round(stage, "c", "d");
        stage.complete("decide", "decision", "major").goOn(HOUR).tell("ManuscriptRevised");
        round(stage, "e", "f");
        stage.complete("decide", "decision", "accept").goOn(HOUR);
        assertThat(stage.acts()).contains("open round 1", "open round 2", "open round 3");
        assertThat(stage.now()).containsExactly("start-production");
    }

    @Test
    void after_the_last_round_allowed_the_editor_judges_a_major_revision_alone() {
        assertThat(decided("major", Map.of("roundsAllowed", 1))
                        .tell("ManuscriptRevised")
                        .now())
                .containsExactly("check-revision");
    }

    @Test
    void a_minor_revision_goes_to_the_reviewers_where_the_journal_wants_it() {
        assertThat(decided("minor", Map.of("minorRevisionCheck", "round"))
                        .tell("ManuscriptRevised")
                        .now())
                .containsExactly("choose-reviewers");
    }

    @Test
    void a_minor_revision_is_checked_by_the_editor_until_it_is_enough() {
        Stage stage = decided("minor", Map.of()).tell("ManuscriptRevised");
        assertThat(stage.now()).containsExactly("check-revision");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(10)))).containsExactly("remind of check-revision");
        stage.complete("check-revision", "check", "again").goOn(HOUR);
        assertThat(stage.now()).containsExactly("wait-revision");
        assertThat(stage.acts()).endsWith("decision minor");
        stage.tell("ManuscriptRevised")
                .complete("check-revision", "check", "accept")
                .goOn(HOUR);
        assertThat(stage.acts()).endsWith("decision accept");
        assertThat(stage.now()).containsExactly("start-production");
    }

    @Test
    void a_checked_revision_can_go_to_the_reviewers_after_all() {
        Stage stage =
                decided("minor", Map.of()).tell("ManuscriptRevised").complete("check-revision", "check", "review");
        assertThat(stage.now()).containsExactly("choose-reviewers");
        assertThat(stage.acts()).endsWith("open round 2");
    }

    @Test
    void an_overdue_revision_is_judged_given_more_time_and_closed_in_the_end() {
        Stage stage = decided("major", Map.of());
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(59)))).containsExactly("remind of wait-revision");
        stage.goOn(Period.ofDays(1));
        assertThat(stage.now()).containsExactly("judge-overdue-revision");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(10)))).containsExactly("remind of judge-overdue-revision");
        stage.complete("judge-overdue-revision", "overdue", "extend");
        assertThat(stage.now()).containsExactly("wait-revision");
        stage.goOn(Period.ofDays(60)).complete("judge-overdue-revision", "overdue", "close");
        assertThat(stage.hasEnded()).isTrue();
        assertThat(stage.ends()).contains("closed-without-revision");
    }

    @Test
    void an_overdue_revision_may_still_come() {
        Stage stage = decided("major", Map.of()).goOn(Period.ofDays(60)).tell("ManuscriptRevised");
        assertThat(stage.now()).containsExactly("choose-reviewers");
    }

    @Test
    void a_galley_that_fails_or_is_to_be_corrected_is_mended_and_made_again() {
        Stage stage = accepted(Map.of());
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(7)))).containsExactly("remind of start-production");
        stage.complete("start-production").tell("GalleyFailed");
        assertThat(stage.now()).containsExactly("mend-galley");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(7)))).containsExactly("remind of mend-galley");
        stage.complete("mend-galley").tell("ProofReady");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(3)))).containsExactly("remind of wait-approval");
        stage.tell("ProofCorrectionsRequested")
                .complete("mend-galley")
                .tell("ProofReady")
                .tell("ProofCorrectionsRequested")
                .complete("mend-galley")
                .tell("ProofReady")
                .tell("ProofApproved");
        assertThat(stage.times("produce-galley")).isEqualTo(4);
        published(stage);
    }

    @Test
    void a_command_that_nobody_answers_is_said_again() {
        Stage stage = accepted(Map.of()).complete("start-production");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(2))))
                .containsExactly("say ProduceGalley", "say ProduceGalley");
        assertThat(stage.tell("ProofReady").now()).containsExactly("wait-approval");
    }

    static Stream<Arguments> stages() {
        return Stream.of(
                Arguments.of("screening", (Supplier<Stage>) () -> submitted(Map.of())),
                Arguments.of("peer review", (Supplier<Stage>)
                        () -> submitted(Map.of()).complete("screen", "screening", "pass")),
                Arguments.of("a held letter", (Supplier<Stage>)
                        () -> reviewed(Map.of()).complete("decide", "decision", "accept")),
                Arguments.of("revision", (Supplier<Stage>) () -> decided("minor", Map.of())),
                Arguments.of("proof", (Supplier<Stage>)
                        () -> accepted(Map.of()).complete("start-production").tell("ProofReady")));
    }

    @ParameterizedTest(name = "at {0}")
    @MethodSource("stages")
    void an_author_can_withdraw(String at, Supplier<Stage> reach) {
        Stage stage = reach.get().tell("ManuscriptWithdrawn");
        assertThat(stage.hasEnded()).as("withdrawn at " + at).isTrue();
        assertThat(stage.ends()).contains("withdrawn");
        assertThat(stage.acts()).endsWith("close all");
    }

    @Test
    void a_withdrawal_in_publication_is_undone_there_and_closed_here() {
        Stage stage = accepted(Map.of())
                .complete("start-production")
                .tell("ProofReady")
                .tell("ProofApproved")
                .tell("ArticleScheduled")
                .tell("ManuscriptWithdrawn");
        assertThat(stage.now()).containsExactly("wait-released");
        stage.tell("PagesReleased").tell("ArticleUnscheduled");
        assertThat(stage.hasEnded()).isTrue();
        assertThat(stage.ends()).contains("undone", "withdrawn-before-registration");
        assertThat(stage.acts()).endsWith("say ReleasePages", "say UnscheduleArticle", "close all");
    }

    private static Stage submitted(Map<String, Object> policy) {
        return Stage.submitted(policy);
    }

    private static Stage reviewed(Map<String, Object> policy) {
        Stage stage = submitted(policy).complete("screen", "screening", "pass", "handlingEditor", "hana");
        round(stage, "a", "b");
        return stage;
    }

    private static void round(Stage stage, String one, String other) {
        stage.noReviewYet()
                .candidates(2, one, other)
                .complete("choose-reviewers")
                .tellOf(one, "InvitationAccepted")
                .tellOf(other, "InvitationAccepted")
                .tellOf(one, "ReviewSubmitted")
                .tellOf(other, "ReviewSubmitted");
        assertThat(stage.now()).containsExactly("decide");
    }

    private static Stage decided(String decision, Map<String, Object> policy) {
        return reviewed(policy).complete("decide", "decision", decision).goOn(HOUR);
    }

    private static Stage accepted(Map<String, Object> policy) {
        return decided("accept", policy);
    }

    private static void published(Stage stage) {
        stage.tell("ArticleScheduled")
                .tell("PagesAllocated")
                .tell("PagesFixed")
                .tell("DoiRegistered")
                .tell("ArticlePublished");
        assertThat(stage.hasEnded()).isTrue();
    }
}
