package org.imprimatur.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.AUTHOR;
import static org.imprimatur.review.testing.Samples.HANDLING_EDITOR;
import static org.imprimatur.review.testing.Samples.MANAGING_EDITOR;
import static org.imprimatur.review.testing.Samples.NOW;
import static org.imprimatur.review.testing.Samples.PRODUCTION_EDITOR;
import static org.imprimatur.review.testing.Samples.byLine;
import static org.imprimatur.review.testing.Samples.kindOf;
import static org.imprimatur.review.testing.Samples.manuscript;
import static org.imprimatur.review.testing.Samples.person;
import static org.imprimatur.review.testing.Samples.version;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.correspondence.Mails.Order;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.RemindingOfSteps;
import org.imprimatur.review.manuscript.Standing;
import org.imprimatur.review.round.HoldingRounds;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Declined;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.testing.InMemory;
import org.imprimatur.review.testing.RoundsSaid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemindingByHandTest {

    private final InMemory.MemoryManuscripts manuscripts = new InMemory.MemoryManuscripts();
    private final InMemory.MemoryRounds rounds = new InMemory.MemoryRounds();
    private final InMemory.MemoryMails mails = new InMemory.MemoryMails();
    private final RoundsSaid said = new RoundsSaid();
    private final InMemory.MemoryHistory history = new InMemory.MemoryHistory();
    private final RemindingByHand reminding = new RemindingByHand(
            manuscripts,
            new RemindingOfSteps(manuscripts, (journal, role) -> List.of("farah", "nadia", AUTHOR), history, mails),
            // a reminder by hand asks nothing of reviewers' list or policy
            new HoldingRounds(manuscripts, rounds, null, null, said, mails),
            history,
            new Permissions());

    @BeforeEach
    void a_manuscript_whose_author_owes_a_revision() {
        manuscripts.add(manuscript("1").givenTo("sana"), version(1), byLine());
        manuscripts.change(manuscripts.find("1").orElseThrow().givenTo("sana"));
        stands("revision", "author", NOW);
    }

    private void stands(String step, String whose, Instant since) {
        manuscripts.stand(
                "1",
                new Standing(
                        step, whose, Optional.empty(), since, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Outcome remind(Actor actor, Instant now) {
        return reminding.remind(actor, "SAM-2024-1", now);
    }

    @Test
    void the_author_is_reminded_once_in_a_day_whoever_presses() {
        assertThat(remind(MANAGING_EDITOR, NOW)).isEqualTo(Outcome.done());
        assertThat(kindOf(remind(HANDLING_EDITOR, NOW.plusSeconds(5)))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(mails.ordered()).extracting(Order::recipient).containsExactly("account/" + AUTHOR);
        assertThat(remind(MANAGING_EDITOR, NOW.plus(Duration.ofDays(1)))).isEqualTo(Outcome.done());
        assertThat(mails.kinds()).containsExactly("author-reminder", "author-reminder");
        assertThat(history.of("1")).extracting(History.Entry::what).containsOnly("reminded-by-hand");
    }

    @Test
    void of_managing_editors_the_others_are_reminded_and_no_author() {
        stands("screening", "managing-editor", NOW);
        assertThat(remind(MANAGING_EDITOR, NOW)).isEqualTo(Outcome.done());
        assertThat(mails.ordered()).extracting(Order::recipient).containsExactly("account/nadia");
    }

    @Test
    void reviewers_who_owe_an_answer_or_a_review_are_reminded_of_what_they_owe() {
        stands("peer-review", "reviewers", NOW);
        assertThat(kindOf(remind(MANAGING_EDITOR, NOW))).isEqualTo(Outcome.Kind.CONFLICT);
        rounds.keep(new ReviewRound("1", 1, 3, 1, List.of(), NOW, Optional.empty()));
        rounds.add(new Invitation("i1", "1", 1, 0, "anna", NOW, NOW.plusSeconds(9), new Invited()));
        rounds.add(new Invitation(
                "i2", "1", 1, 1, "benno", NOW, NOW.plusSeconds(9), new Accepted(NOW, NOW.plusSeconds(99))));
        rounds.add(new Invitation("i3", "1", 1, 2, "carl", NOW, NOW.plusSeconds(9), new Declined(NOW, "")));
        assertThat(remind(MANAGING_EDITOR, NOW)).isEqualTo(Outcome.done());
        assertThat(said.all)
                .containsExactlyInAnyOrder(
                        "reminded to answer by " + MANAGING_EDITOR.id(),
                        "reminded to review by " + MANAGING_EDITOR.id());
        assertThat(mails.ordered())
                .extracting(Order::recipient, Order::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("reviewer/anna", "answer-reminder"),
                        org.assertj.core.groups.Tuple.tuple("reviewer/benno", "review-reminder"));
    }

    @Test
    void a_production_editor_reminds_of_proofs_and_never_of_reviews() {
        assertThat(kindOf(remind(PRODUCTION_EDITOR, NOW))).isEqualTo(Outcome.Kind.FORBIDDEN);
        stands("proof", "author", NOW);
        assertThat(remind(PRODUCTION_EDITOR, NOW)).isEqualTo(Outcome.done());
    }

    @Test
    void where_nothing_is_owed_nobody_is_reminded() {
        stands("published", "nobody", NOW);
        assertThat(kindOf(remind(MANAGING_EDITOR, NOW))).isEqualTo(Outcome.Kind.CONFLICT);
        stands("doi-registration", "system", NOW);
        assertThat(kindOf(remind(MANAGING_EDITOR, NOW))).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(mails.ordered()).isEmpty();
        assertThat(history.of("1")).isEmpty();
    }

    @Test
    void whose_manuscript_it_is_not_learns_nothing_and_reminds_nobody() {
        assertThat(kindOf(remind(person(AUTHOR, Role.values()), NOW))).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(kindOf(remind(person("bilquis", Role.HANDLING_EDITOR), NOW))).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(mails.ordered()).isEmpty();
    }
}
