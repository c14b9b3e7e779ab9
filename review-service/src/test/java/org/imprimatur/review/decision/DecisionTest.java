package org.imprimatur.review.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.HANDLING_EDITOR;
import static org.imprimatur.review.testing.Samples.MANAGING_EDITOR;
import static org.imprimatur.review.testing.Samples.NOBODY;
import static org.imprimatur.review.testing.Samples.NOW;
import static org.imprimatur.review.testing.Samples.byLine;
import static org.imprimatur.review.testing.Samples.kindOf;
import static org.imprimatur.review.testing.Samples.manuscript;
import static org.imprimatur.review.testing.Samples.person;
import static org.imprimatur.review.testing.Samples.version;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.decision.DecidingManuscripts.Typed;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Review;
import org.imprimatur.review.round.Review.Recommendation;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.testing.FakeProcess;
import org.imprimatur.review.testing.InMemory;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.review.way.EditorialProcess.Word;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private final InMemory.MemoryManuscripts manuscripts = new InMemory.MemoryManuscripts();
    private final InMemory.MemoryRounds rounds = new InMemory.MemoryRounds();
    private final InMemory.MemoryDecisions decisions = new InMemory.MemoryDecisions();
    private final InMemory.MemoryLetters letters = new InMemory.MemoryLetters();
    private final InMemory.MemoryMails mails = new InMemory.MemoryMails();
    private final FakeProcess process = new FakeProcess();
    private final List<String> said = new ArrayList<>();
    private Optional<Instant> due = Optional.empty();

    private final DecidingManuscripts deciding = new DecidingManuscripts(
            manuscripts,
            rounds,
            decisions,
            new InMemory.MemoryPolicies(),
            new DecisionEvents() {
                @Override
                public void held(Decision decision, Actor by) {
                    said.add("held");
                }

                @Override
                public void recalled(Decision decision, Actor by, Instant at) {
                    said.add("recalled");
                }

                @Override
                public void inEffect(Decision decision, String letter, Optional<Instant> dueAt, Instant at) {
                    said.add("in effect: " + decision.kind().key());
                    due = dueAt;
                }

                @Override
                public void again(Decision decision, Optional<Instant> dueAt) {
                    said.add("again: " + decision.kind().key());
                }
            },
            letters,
            mails,
            process,
            new Permissions());

    @BeforeEach
    void a_manuscript_with_two_reviews_that_waits_for_a_decision() {
        manuscripts.add(manuscript("m").givenTo("sana"), version(1), byLine());
        rounds.keep(new ReviewRound("m", 1, 2, 1, List.of(), NOW, Optional.empty()));
        for (String id : List.of("i1", "i2")) {
            rounds.add(new Invitation(id, "m", 1, 0, "r-" + id, NOW, NOW, new Reviewed(NOW, NOW, NOW)));
            rounds.keep(new Review(
                    id,
                    Map.of(),
                    "Words of " + id,
                    "Only for the editor " + id,
                    Optional.of(Recommendation.MAJOR),
                    NOW,
                    Optional.of(NOW)));
        }
        process.waitsFor(PersonsStep.DECIDE);
    }

    private Outcome decide(Actor actor, String kind, String id) {
        return deciding.decide(actor, "m", new Typed(kind, "Dear author,\n\nthanks.", List.of("i2", "i1")), id, NOW);
    }

    @Test
    void a_decision_is_held_as_long_as_the_policy_says_and_nothing_leaves_before() {
        assertThat(decide(HANDLING_EDITOR, "major", "d")).isEqualTo(Outcome.done());
        assertThat(decisions.held("m").orElseThrow().heldUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(process.completed.get(PersonsStep.DECIDE)).isEqualTo(Map.of("decision", "major"));
        assertThat(said).containsExactly("held");
        assertThat(mails.ordered()).isEmpty();
    }

    @Test
    void fact_and_letter_leave_together_and_once() {
        decide(HANDLING_EDITOR, "major", "d");
        deciding.takeEffect("m", NOW.plusSeconds(1800));
        deciding.takeEffect("m", NOW.plusSeconds(1800));
        assertThat(said).containsExactly("held", "in effect: major");
        assertThat(mails.ordered()).singleElement().satisfies(order -> {
            assertThat(order.recipient()).isEqualTo("account/ghulam");
            assertThat(order.cause()).isEqualTo("decision/d");
        });
        assertThat(due).contains(NOW.plusSeconds(1800).plus(Duration.ofDays(60)));
    }

    @Test
    void the_letter_quotes_reviews_by_number_and_nothing_that_was_for_the_editor() {
        decide(HANDLING_EDITOR, "major", "d");
        deciding.takeEffect("m", NOW);
        String document = ((Decision.InEffect) decisions.find("d").orElseThrow().state()).document();
        assertThat(letters.read(document).body())
                .contains("Reviewer 1\n\nWords of i1", "Reviewer 2\n\nWords of i2")
                .doesNotContain("Only for the editor", "r-i1");
        assertThat(letters.read(document).subject()).isEqualTo("Your manuscript SAM-2024-m: major revision");
    }

    @Test
    void acceptance_is_of_the_present_version() {
        decide(HANDLING_EDITOR, "accept", "d");
        deciding.takeEffect("m", NOW);
        assertThat(manuscripts.find("m").orElseThrow().acceptedVersion()).contains(1);
        assertThat(due).isEmpty();
    }

    @Test
    void of_two_editors_who_decide_at_once_the_second_sees_what_happened() {
        decide(HANDLING_EDITOR, "major", "d");
        Outcome second = decide(MANAGING_EDITOR, "reject", "e");
        assertThat(kindOf(second)).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(((Outcome.Refused) second).reason()).contains("major revision");
        assertThat(decisions.of("m")).hasSize(1);
    }

    @Test
    void a_manuscript_that_stands_elsewhere_is_not_decided() {
        process.waits.clear();
        assertThat(kindOf(decide(HANDLING_EDITOR, "accept", "d"))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(decisions.of("m")).isEmpty();
    }

    @Test
    void a_held_decision_can_be_recalled_and_one_whose_letter_left_cannot() {
        decide(HANDLING_EDITOR, "reject", "d");
        assertThat(deciding.recall(HANDLING_EDITOR, "m", NOW)).isEqualTo(Outcome.done());
        assertThat(process.told()).containsExactly(Word.Kind.DECISION_RECALLED);
        assertThat(kindOf(deciding.recall(HANDLING_EDITOR, "m", NOW))).isEqualTo(Outcome.Kind.CONFLICT);
        process.waitsFor(PersonsStep.DECIDE);
        decide(HANDLING_EDITOR, "accept", "e");
        deciding.takeEffect("m", NOW);
        assertThat(kindOf(deciding.recall(HANDLING_EDITOR, "m", NOW))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(said).containsExactly("held", "recalled", "held", "in effect: accept");
    }

    @Test
    void a_decision_needs_a_kind_a_letter_and_reviews_of_this_round() {
        Outcome outcome = deciding.decide(HANDLING_EDITOR, "m", new Typed("", " ", List.of("i9")), "d", NOW);
        assertThat(((Outcome.Refused) outcome).fields()).containsOnlyKeys("kind", "letter", "quoted");
        assertThat(process.waits).contains(PersonsStep.DECIDE);
    }

    @Test
    void only_this_manuscripts_editors_decide() {
        assertThat(kindOf(decide(NOBODY, "accept", "d"))).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(kindOf(decide(person("other", Role.HANDLING_EDITOR), "accept", "d")))
                .isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(kindOf(decide(person("p", Role.PRODUCTION_EDITOR), "accept", "d")))
                .isEqualTo(Outcome.Kind.FORBIDDEN);
        assertThat(kindOf(decide(person("ghulam", Role.EDITOR_IN_CHIEF), "accept", "d")))
                .isEqualTo(Outcome.Kind.UNKNOWN);
    }

    @Test
    void a_minor_revision_is_accepted_or_asked_for_again_without_a_round() {
        process.waitsFor(PersonsStep.CHECK_REVISION);
        Typed reject = new Typed("reject", "no", List.of());
        assertThat(kindOf(deciding.check(HANDLING_EDITOR, "m", reject, "d", NOW)))
                .isEqualTo(Outcome.Kind.INVALID);
        Typed again = new Typed("minor", "Dear author, once more.", List.of());
        assertThat(deciding.check(HANDLING_EDITOR, "m", again, "d", NOW)).isEqualTo(Outcome.done());
        assertThat(process.completed.get(PersonsStep.CHECK_REVISION)).isEqualTo(Map.of("check", "again"));
    }
}
