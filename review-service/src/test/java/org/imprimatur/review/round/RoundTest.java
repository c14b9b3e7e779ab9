package org.imprimatur.review.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.HANDLING_EDITOR;
import static org.imprimatur.review.testing.Samples.MANAGING_EDITOR;
import static org.imprimatur.review.testing.Samples.NOBODY;
import static org.imprimatur.review.testing.Samples.NOW;
import static org.imprimatur.review.testing.Samples.PRODUCTION_EDITOR;
import static org.imprimatur.review.testing.Samples.byLine;
import static org.imprimatur.review.testing.Samples.kindOf;
import static org.imprimatur.review.testing.Samples.manuscript;
import static org.imprimatur.review.testing.Samples.reviewer;
import static org.imprimatur.review.testing.Samples.version;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.reviewers.Profile;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Expired;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Invitation.Revoked;
import org.imprimatur.review.round.Review.Question;
import org.imprimatur.review.round.Review.Recommendation;
import org.imprimatur.review.round.Review.Score;
import org.imprimatur.review.testing.FakeProcess;
import org.imprimatur.review.testing.InMemory;
import org.imprimatur.review.testing.RoundsSaid;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.imprimatur.review.way.EditorialProcess.Word.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final Instant ANSWER_BY = NOW.plus(Duration.ofDays(14));

    private final InMemory.MemoryManuscripts manuscripts = new InMemory.MemoryManuscripts();
    private final InMemory.MemoryRounds rounds = new InMemory.MemoryRounds();
    private final InMemory.MemoryReviewers reviewers = new InMemory.MemoryReviewers();
    private final InMemory.MemoryMails mails = new InMemory.MemoryMails();
    private final FakeProcess process = new FakeProcess();
    private final Permissions permissions = new Permissions();
    private final RoundsSaid said = new RoundsSaid();

    private final ChoosingReviewers choosing =
            new ChoosingReviewers(manuscripts, rounds, reviewers, said, process, permissions, ZoneOffset.UTC);
    private final HoldingRounds holding =
            new HoldingRounds(manuscripts, rounds, reviewers, new InMemory.MemoryPolicies(), said, mails);
    private final AnsweringInvitations answering =
            new AnsweringInvitations(rounds, manuscripts, new InMemory.MemoryPolicies(), said, mails, process);
    private final WritingReviews writing = new WritingReviews(manuscripts, rounds, said, mails, process);
    private final RevokingInvitations revoking =
            new RevokingInvitations(manuscripts, rounds, said, mails, process, permissions);

    @BeforeEach
    void a_manuscript_whose_round_is_open() {
        manuscripts.add(manuscript("m").givenTo("sana"), version(1), byLine());
        List.of("a", "b", "c", "d").forEach(id -> reviewers.add(reviewer(id), NOW));
        holding.open("m", 1, NOW);
        process.waitsFor(PersonsStep.CHOOSE_REVIEWERS);
    }

    private void chosen() {
        assertThat(choosing.choose(HANDLING_EDITOR, "m", List.of("a", "b"), List.of("c"), "", NOW))
                .isEqualTo(Outcome.done());
    }

    private void invited() {
        chosen();
        assertThat(holding.inviteNext("m", 1, 0, ANSWER_BY, "i1", NOW)).contains("i1");
        assertThat(holding.inviteNext("m", 1, 1, ANSWER_BY, "i2", NOW)).contains("i2");
    }

    private static WritingReviews.Typed whole() {
        return new WritingReviews.Typed(
                Map.of(
                        Question.QUESTION,
                        Score.WELL,
                        Question.EVIDENCE,
                        Score.FAIRLY,
                        Question.EARLIER_WORK,
                        Score.WELL),
                "A good question.",
                "",
                Optional.of(Recommendation.MINOR));
    }

    private void away(String reviewer, String until) {
        reviewers.says(
                reviewer,
                new Profile(
                        Optional.of(new Profile.Away(LocalDate.parse(until), "")), List.of(), List.of(), List.of()));
    }

    @Test
    void whoever_is_away_is_asked_only_with_a_reason_that_is_kept() {
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        for (String list : List.of("chosen", "alternate")) {
            String who = list.equals("chosen") ? "a" : "c";
            away(who, today.toString());
            Outcome refused = choosing.choose(HANDLING_EDITOR, "m", List.of("a", "b"), List.of("c"), " ", NOW);
            assertThat(((Outcome.Refused) refused).fields())
                    .as(list)
                    .hasEntrySatisfying(
                            ChoosingReviewers.WHY_AWAY,
                            words -> assertThat(words).contains("away until " + today));
            away(who, today.minusDays(1).toString());
        }
        assertThat(said.all).isEmpty();
        away("a", today.toString());
        assertThat(choosing.choose(HANDLING_EDITOR, "m", List.of("a", "b"), List.of("c"), "She offered. ", NOW))
                .isEqualTo(Outcome.done());
        assertThat(said.all).containsExactly("chosen", "a chosen though away: She offered.");
    }

    @Test
    void an_absence_that_is_over_asks_for_no_reason() {
        away("a", LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(1).toString());
        chosen();
    }

    @Test
    void the_chosen_are_asked_side_by_side_and_then_the_alternates_in_order() {
        invited();
        assertThat(holding.seats("m", 1)).isEqualTo(2);
        holding.expire("i1", NOW);
        assertThat(holding.inviteNext("m", 1, 0, ANSWER_BY, "i3", NOW.plusSeconds(1)))
                .contains("i3");
        assertThat(rounds.invitations("m", 1)).extracting(Invitation::reviewer).containsExactly("a", "b", "c");
        holding.expire("i3", NOW);
        assertThat(holding.inviteNext("m", 1, 0, ANSWER_BY, "i4", NOW)).isEmpty();
        assertThat(mails.kinds()).containsExactly("invitation", "invitation", "invitation");
    }

    @Test
    void inviting_again_into_a_taken_seat_invites_nobody() {
        invited();
        assertThat(holding.inviteNext("m", 1, 0, ANSWER_BY, "other", NOW)).contains("i1");
        assertThat(rounds.invitations("m", 1)).hasSize(2);
    }

    @Test
    void nobody_is_chosen_twice_and_nobody_who_was_asked() {
        assertThat(kindOf(choosing.choose(HANDLING_EDITOR, "m", List.of("a"), List.of("a"), "", NOW)))
                .isEqualTo(Outcome.Kind.INVALID);
        assertThat(kindOf(choosing.choose(HANDLING_EDITOR, "m", List.of(), List.of("a"), "", NOW)))
                .isEqualTo(Outcome.Kind.INVALID);
        assertThat(kindOf(choosing.choose(HANDLING_EDITOR, "m", List.of("stranger"), List.of(), "", NOW)))
                .isEqualTo(Outcome.Kind.INVALID);
        invited();
        process.waitsFor(PersonsStep.CHOOSE_REVIEWERS);
        assertThat(kindOf(choosing.choose(HANDLING_EDITOR, "m", List.of("a"), List.of(), "", NOW)))
                .isEqualTo(Outcome.Kind.INVALID);
    }

    @Test
    void a_later_choice_replaces_those_who_were_not_asked_yet() {
        invited();
        process.waitsFor(PersonsStep.CHOOSE_REVIEWERS);
        assertThat(choosing.choose(MANAGING_EDITOR, "m", List.of("d"), List.of(), "", NOW))
                .isEqualTo(Outcome.done());
        holding.expire("i1", NOW);
        holding.inviteNext("m", 1, 0, ANSWER_BY, "i3", NOW);
        assertThat(rounds.invitation("i3").orElseThrow().reviewer()).isEqualTo("d");
    }

    @Test
    void reviewers_are_chosen_only_by_editors_and_only_when_the_process_waits_for_it() {
        assertThat(kindOf(choosing.choose(PRODUCTION_EDITOR, "m", List.of("a"), List.of(), "", NOW)))
                .isEqualTo(Outcome.Kind.FORBIDDEN);
        assertThat(kindOf(choosing.choose(NOBODY, "m", List.of("a"), List.of(), "", NOW)))
                .isEqualTo(Outcome.Kind.UNKNOWN);
        chosen();
        assertThat(kindOf(choosing.choose(HANDLING_EDITOR, "m", List.of("d"), List.of(), "", NOW)))
                .isEqualTo(Outcome.Kind.CONFLICT);
    }

    @Test
    void who_accepts_is_thanked_and_the_process_hears_of_it() {
        invited();
        assertThat(answering.accept(new Actor.Reviewer("i1"), NOW)).isEqualTo(Outcome.done());
        assertThat(rounds.invitation("i1").orElseThrow().state())
                .isEqualTo(new Accepted(NOW, NOW.plus(Duration.ofDays(28))));
        assertThat(process.told()).containsExactly(Kind.INVITATION_ACCEPTED);
        assertThat(process.words.get(0).about()).isEqualTo("i1");
        assertThat(said.all).contains("Accepted by invitation/i1");
        assertThat(mails.kinds()).contains("invitation-accepted");
    }

    @Test
    void a_second_answer_is_refused_and_tells_nobody() {
        invited();
        answering.accept(new Actor.Reviewer("i1"), NOW);
        assertThat(kindOf(answering.decline(new Actor.Reviewer("i1"), "no time", NOW)))
                .isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(kindOf(answering.accept(new Actor.Reviewer("i1"), NOW))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(process.told()).containsExactly(Kind.INVITATION_ACCEPTED);
    }

    @Test
    void an_expired_or_revoked_invitation_is_gone() {
        invited();
        holding.expire("i1", NOW);
        assertThat(kindOf(answering.accept(new Actor.Reviewer("i1"), NOW))).isEqualTo(Outcome.Kind.GONE);
        assertThat(revoking.revoke(HANDLING_EDITOR, "i2", NOW)).isEqualTo(Outcome.done());
        assertThat(kindOf(answering.accept(new Actor.Reviewer("i2"), NOW))).isEqualTo(Outcome.Kind.GONE);
        assertThat(kindOf(revoking.revoke(HANDLING_EDITOR, "i2", NOW))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(mails.kinds()).containsOnlyOnce("invitation-revoked");
    }

    @Test
    void an_answer_that_the_process_does_not_take_is_refused() {
        invited();
        process.answer = Told.OVER;
        assertThat(kindOf(answering.accept(new Actor.Reviewer("i1"), NOW))).isEqualTo(Outcome.Kind.GONE);
    }

    @Test
    void a_review_is_saved_as_it_grows_and_submitted_once() {
        invited();
        Actor.Reviewer actor = new Actor.Reviewer("i1");
        answering.accept(actor, NOW);
        WritingReviews.Typed half = new WritingReviews.Typed(Map.of(), "A good", "", Optional.empty());
        assertThat(writing.save(actor, half, NOW)).isEqualTo(Outcome.done());
        assertThat(rounds.review("i1").orElseThrow().toAuthors()).isEqualTo("A good");
        assertThat(((Outcome.Refused) writing.submit(actor, half, NOW)).fields())
                .containsOnlyKeys("question", "evidence", "earlier-work", "recommendation");
        assertThat(writing.submit(actor, whole(), NOW)).isEqualTo(Outcome.done());
        assertThat(rounds.invitation("i1").orElseThrow().state()).isInstanceOf(Reviewed.class);
        assertThat(holding.reviewsIn("m", 1)).isEqualTo(1);
        assertThat(kindOf(writing.submit(actor, whole(), NOW))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(kindOf(writing.save(actor, half, NOW))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(process.told()).containsExactly(Kind.INVITATION_ACCEPTED, Kind.REVIEW_SUBMITTED);
    }

    @Test
    void nobody_writes_a_review_who_has_not_accepted() {
        invited();
        assertThat(kindOf(writing.save(new Actor.Reviewer("i1"), whole(), NOW))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(kindOf(writing.submit(new Actor.Reviewer("nobody"), whole(), NOW)))
                .isEqualTo(Outcome.Kind.UNKNOWN);
    }

    @Test
    void a_reminder_is_sent_once_and_not_to_those_who_answered() {
        invited();
        holding.remindToAnswer("i1", 1, NOW);
        holding.remindToAnswer("i1", 1, NOW);
        answering.accept(new Actor.Reviewer("i2"), NOW);
        holding.remindToAnswer("i2", 1, NOW);
        holding.remindToReview("i2", 1, NOW);
        assertThat(mails.ordered().stream().filter(order -> order.kind().endsWith("reminder")))
                .extracting(order -> order.cause())
                .containsExactly("invitation/i1/answer-reminder/1", "invitation/i2/review-reminder/1");
    }

    @Test
    void closing_a_round_revokes_what_is_open_and_leaves_reviews_alone() {
        invited();
        answering.accept(new Actor.Reviewer("i1"), NOW);
        writing.submit(new Actor.Reviewer("i1"), whole(), NOW);
        holding.close("m", 1, NOW);
        holding.close("m", 1, NOW);
        assertThat(rounds.invitation("i1").orElseThrow().state()).isInstanceOf(Reviewed.class);
        assertThat(rounds.invitation("i2").orElseThrow().state()).isInstanceOf(Revoked.class);
        assertThat(mails.kinds()).containsOnlyOnce("invitation-revoked");
    }

    @Test
    void expiring_what_was_answered_does_nothing() {
        invited();
        answering.accept(new Actor.Reviewer("i1"), NOW);
        holding.expire("i1", NOW);
        assertThat(rounds.invitation("i1").orElseThrow().state()).isNotInstanceOf(Expired.class);
    }

    @Test
    void every_mail_with_a_link_has_a_link_of_its_own() {
        invited();
        holding.remindToAnswer("i1", 1, NOW);
        holding.remindToAnswer("i1", 2, NOW);
        answering.accept(new Actor.Reviewer("i1"), NOW);
        holding.remindToReview("i1", 1, NOW);
        assertThat(mails.ordered().stream()
                        .filter(order -> order.values().get("invitation").equals("i1"))
                        .map(order -> order.values().get("ordinal")))
                .doesNotHaveDuplicates()
                .doesNotContain("0");
    }
}
