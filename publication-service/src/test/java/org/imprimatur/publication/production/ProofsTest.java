package org.imprimatur.publication.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imprimatur.publication.Workshop.NOW;
import static org.imprimatur.publication.Workshop.editor;
import static org.imprimatur.publication.Workshop.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.Workshop;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private final Workshop workshop = Workshop.open();
    private final AnsweringProofs answering = workshop.get(AnsweringProofs.class);
    private final ProducingGalleys producing = workshop.get(ProducingGalleys.class);
    private String journal;

    @BeforeEach
    void aJournal() {
        journal = workshop.journal();
    }

    @Test
    void a_galley_is_typeset_and_waits_for_its_author() {
        GalleyOrder order = workshop.accepted(journal, 10);
        UUID galley = workshop.produced(order);
        assertThat(workshop.facts.heard()).containsExactly("proof of " + order.manuscript() + " 10 pages");
        assertThat(answering.show(galley, author(order))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_order_that_comes_twice_makes_one_proof_and_is_answered_twice() {
        GalleyOrder order = workshop.accepted(journal, 10);
        workshop.produced(order);
        workshop.produced(order);
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "proof of " + order.manuscript() + " 10 pages", "proof of " + order.manuscript() + " 10 pages");
        assertThat(workshop.get(Galleys.class).newestOf(journal)).hasSize(1);
    }

    @Test
    void a_galley_that_is_set_twice_after_a_crash_is_answered_once() {
        GalleyOrder order = workshop.accepted(journal, 10);
        UUID id = UUID.randomUUID();
        workshop.inTransaction(() -> producing.order(id, order, NOW));
        Galley first = producing.set(id);
        Galley second = producing.set(id);
        workshop.inTransaction(() -> producing.answer(first));
        workshop.inTransaction(() -> producing.answer(second));
        assertThat(workshop.facts.heard()).hasSize(1);
    }

    @Test
    void what_can_not_be_read_or_typeset_fails_with_a_reason() {
        GalleyOrder unreadable = workshop.accepted(journal, 10);
        workshop.handIn(unreadable.manuscript(), new Manuscripts.Unreadable("The file is encrypted."));
        workshop.produced(unreadable);
        GalleyOrder unset = workshop.accepted(journal, 0);
        workshop.produced(unset);
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "galley failed " + unreadable.manuscript() + ": The file is encrypted.",
                        "galley failed " + unset.manuscript() + ": A picture is missing.");
    }

    @Test
    void an_incomplete_article_says_what_it_lacks() {
        GalleyOrder order = workshop.accepted(journal, 10);
        GalleyOrder elsewhere = new GalleyOrder(
                order.manuscript(),
                order.number(),
                order.journal(),
                "no-such-section",
                order.articleType(),
                order.version(),
                order.metadata(),
                order.file(),
                order.correspondingAccount(),
                order.submittedAt(),
                order.revisedAt(),
                order.acceptedAt(),
                Optional.empty());
        workshop.produced(elsewhere);
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "galley failed " + order.manuscript() + ": section: Choose a section that the journal has.");
    }

    @Test
    void a_journal_that_does_not_exist_is_a_failure_and_no_fault() {
        GalleyOrder order = workshop.accepted("nowhere", 10);
        workshop.produced(order);
        assertThat(workshop.facts.heard())
                .containsExactly("galley failed " + order.manuscript() + ": There is no journal \"nowhere\".");
    }

    @Test
    void a_manuscript_that_is_away_is_no_failure_but_asked_for_again() {
        GalleyOrder order = workshop.accepted(journal, 10);
        UUID id = UUID.randomUUID();
        workshop.handIn("other", new Manuscripts.Unreadable("-"));
        GalleyOrder away = new GalleyOrder(
                "unknown-" + order.manuscript(),
                order.number(),
                journal,
                "articles",
                "research-article",
                1,
                "m",
                "f",
                "a",
                order.submittedAt(),
                order.revisedAt(),
                order.acceptedAt(),
                Optional.empty());
        workshop.inTransaction(() -> producing.order(id, away, NOW));
        assertThatThrownBy(() -> producing.set(id)).hasMessageContaining("away");
        assertThat(workshop.facts.heard()).isEmpty();
    }

    @Test
    void the_author_approves_once_and_again_without_harm() {
        GalleyOrder order = workshop.accepted(journal, 10);
        UUID galley = workshop.produced(order);
        workshop.facts.heard();
        assertThat(approve(galley, author(order))).isInstanceOf(Outcome.Done.class);
        assertThat(approve(galley, author(order))).isInstanceOf(Outcome.Done.class);
        assertThat(workshop.facts.heard()).containsExactly("approved " + order.manuscript());
    }

    @Test
    void a_co_author_may_answer_too() {
        GalleyOrder order = workshop.accepted(journal, 10);
        UUID galley = workshop.produced(order);
        assertThat(approve(galley, person("co-author-of-" + order.manuscript())))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_stranger_learns_nothing_and_an_editor_may_look_but_not_answer() {
        UUID galley = workshop.produced(workshop.accepted(journal, 10));
        assertThat(answering.show(galley, person("somebody"))).satisfies(refused(Outcome.Cause.UNKNOWN));
        assertThat(approve(galley, person("somebody"))).satisfies(refused(Outcome.Cause.UNKNOWN));
        assertThat(answering.show(galley, editor(journal))).isInstanceOf(Outcome.Done.class);
        assertThat(approve(galley, editor(journal))).satisfies(refused(Outcome.Cause.FORBIDDEN));
        assertThat(answering.show(galley, editor("another"))).satisfies(refused(Outcome.Cause.UNKNOWN));
    }

    @Test
    void corrections_are_asked_for_once_and_bring_a_new_proof() {
        GalleyOrder order = workshop.accepted(journal, 10);
        UUID first = workshop.produced(order);
        workshop.facts.heard();
        correct(first, author(order), " page 3: a comma ", "");
        assertThat(correct(first, author(order), "page 3: a comma")).isInstanceOf(Outcome.Done.class);
        assertThat(approve(first, author(order))).satisfies(refused(Outcome.Cause.CONFLICT));
        assertThat(workshop.facts.heard()).containsExactly("corrections of " + order.manuscript());
        UUID second = workshop.produced(order);
        assertThat(workshop.facts.heard()).containsExactly("proof of " + order.manuscript() + " 10 pages");
        assertThat(approve(second, author(order))).isInstanceOf(Outcome.Done.class);
        assertThat(workshop.get(Galleys.class).find(first).orElseThrow().state())
                .isEqualTo(new Galley.ToCorrect(
                        workshop.get(Galleys.class)
                                .find(first)
                                .orElseThrow()
                                .sheet()
                                .orElseThrow(),
                        List.of("page 3: a comma")));
    }

    @Test
    void a_proof_that_is_set_after_a_merging_is_the_persons_though_its_metadata_names_the_old_account() {
        GalleyOrder order = workshop.accepted(journal, 10);
        String stays = "stays-" + order.manuscript();
        workshop.inTransaction(() -> workshop.get(TakingOverProofs.class).merged("middle-" + stays, stays));
        workshop.inTransaction(
                () -> workshop.get(TakingOverProofs.class).merged(order.correspondingAccount(), "middle-" + stays));
        UUID later = workshop.produced(order);
        assertThat(answering.show(later, person(stays))).isInstanceOf(Outcome.Done.class);
        assertThat(answering.show(later, author(order))).satisfies(refused(Outcome.Cause.UNKNOWN));
    }

    @Test
    void no_corrections_at_all_are_refused() {
        GalleyOrder order = workshop.accepted(journal, 10);
        UUID galley = workshop.produced(order);
        assertThat(correct(galley, author(order), " ", "")).satisfies(refused(Outcome.Cause.INVALID));
        assertThat(correct(galley, author(order), "x".repeat(2001))).satisfies(refused(Outcome.Cause.INVALID));
    }

    @Test
    void an_old_proof_can_not_be_approved_once_there_is_a_newer_one() {
        GalleyOrder order = workshop.accepted(journal, 10);
        UUID old = workshop.produced(order);
        GalleyOrder revised = new GalleyOrder(
                order.manuscript(),
                order.number(),
                journal,
                "articles",
                "research-article",
                3,
                "m3",
                "f3",
                order.correspondingAccount(),
                order.submittedAt(),
                order.revisedAt(),
                order.acceptedAt(),
                Optional.empty());
        workshop.produced(revised);
        assertThat(approve(old, author(order))).satisfies(refused(Outcome.Cause.CONFLICT));
    }

    private Outcome<Galley> approve(UUID galley, Actor actor) {
        return workshop.inTransaction(() -> answering.approve(galley, actor, NOW));
    }

    private Outcome<Galley> correct(UUID galley, Actor actor, String... corrections) {
        return workshop.inTransaction(() -> answering.requestCorrections(galley, List.of(corrections), actor, NOW));
    }

    private static Actor author(GalleyOrder order) {
        return person(order.correspondingAccount());
    }

    private static java.util.function.Consumer<Object> refused(Outcome.Cause cause) {
        return outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.cause()).isEqualTo(cause));
    }

    @Test
    void productions_own_version_is_set_until_the_author_hands_in_another_file() {
        GalleyOrder order = workshop.accepted(journal, 10);
        workshop.produced(order);
        CorrectedManuscript first = corrected(order, new byte[] {1});
        assertThat(corrected(order, new byte[] {1})).as("the very same file").isEqualTo(first);
        CorrectedManuscript second = corrected(order, new byte[] {2});
        assertThat(second.version()).isEqualTo(2);

        UUID again = workshop.produced(order);
        assertThat(workshop.get(Galleys.class).find(again).orElseThrow().order().corrected())
                .contains(second.file());
        GalleyOrder revised = new GalleyOrder(
                order.manuscript(),
                order.number(),
                order.journal(),
                order.section(),
                order.articleType(),
                3,
                order.metadata(),
                "another-file",
                order.correspondingAccount(),
                order.submittedAt(),
                order.revisedAt(),
                order.acceptedAt(),
                Optional.empty());
        UUID anew = workshop.produced(revised);
        assertThat(workshop.get(Galleys.class).find(anew).orElseThrow().order().corrected())
                .isEmpty();
    }

    private CorrectedManuscript corrected(GalleyOrder order, byte[] file) {
        return workshop.inTransaction(() -> workshop.get(CorrectingManuscripts.class)
                .correct(order.manuscript(), "corrected.docx", file, editor(journal), NOW)
                .fold(kept -> kept, refused -> {
                    throw new AssertionError(refused.reason());
                }));
    }
}
