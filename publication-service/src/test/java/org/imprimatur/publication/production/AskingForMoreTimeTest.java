package org.imprimatur.publication.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.publication.Workshop.NOW;
import static org.imprimatur.publication.Workshop.editor;
import static org.imprimatur.publication.Workshop.person;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imprimatur.publication.Workshop;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AskingForMoreTimeTest {
    private final Workshop workshop = Workshop.open();
    private final AskingForMoreTime asking = workshop.get(AskingForMoreTime.class);
    private String journal;
    private GalleyOrder order;
    private UUID proof;
    private Actor author;

    @BeforeEach
    void a_proof_that_waits_for_its_author() {
        journal = workshop.journal();
        order = workshop.accepted(journal, 10);
        proof = workshop.produced(order);
        author = person(order.correspondingAccount());
        workshop.facts.heard();
    }

    @Test
    void an_author_asks_and_production_gives_some_of_it() {
        MoreTime wish = asked(7, "I am at a conference.");
        assertThat(asking.mayAnswer(galley(), editor(journal))).isTrue();
        assertThat(grant(wish, 5, "Gladly.", editor(journal))).isInstanceOf(Outcome.Done.class);
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "7 more days asked for " + order.manuscript(), "5 more days for " + order.manuscript());
        assertThat(asking.of(galley()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.answer())
                        .contains(new MoreTime.Granted(
                                5, "Gladly.", editor(journal).id(), NOW)));
        assertThat(asking.mayAsk(galley(), author)).as("once more").isTrue();
    }

    @Test
    void production_refuses_with_a_word_and_never_without() {
        MoreTime wish = asked(7, "I am at a conference.");
        assertThat(cause(refuse(wish, " ", editor(journal)))).isEqualTo(Outcome.Cause.INVALID);
        refuse(wish, "The issue closes tomorrow.", editor(journal));
        assertThat(workshop.facts.heard()).endsWith("no more days for " + order.manuscript());
        assertThat(cause(grant(wish, 5, "", editor(journal)))).isEqualTo(Outcome.Cause.CONFLICT);
    }

    @Test
    void pressed_twice_it_is_one_question_and_another_one_waits_for_its_answer() {
        MoreTime wish = asked(7, "I am at a conference.");
        assertThat(asked(7, " I am at a conference. ")).isEqualTo(wish);
        assertThat(cause(ask(9, "And ill.", author))).isEqualTo(Outcome.Cause.CONFLICT);
        assertThat(workshop.facts.heard()).hasSize(1);
    }

    @Test
    void of_two_production_editors_at_once_one_answers() throws Exception {
        MoreTime wish = asked(7, "I am at a conference.");
        workshop.facts.heard();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Outcome<MoreTime>> granting = () -> grant(wish, 7, "", editor(journal));
            Callable<Outcome<MoreTime>> refusing = () -> refuse(wish, "No.", editor(journal));
            List<Outcome<MoreTime>> both = new ArrayList<>();
            for (Future<Outcome<MoreTime>> one : two.invokeAll(List.of(granting, refusing))) {
                both.add(one.get());
            }
            assertThat(both).hasAtLeastOneElementOfType(Outcome.Done.class);
            assertThat(both).hasAtLeastOneElementOfType(Outcome.Refused.class);
        } finally {
            two.shutdownNow();
        }
        assertThat(workshop.facts.heard()).hasSize(1);
    }

    @Test
    void only_authors_ask_only_production_answers_and_strangers_learn_nothing() {
        assertThat(cause(ask(7, "Why not", editor(journal)))).isEqualTo(Outcome.Cause.FORBIDDEN);
        assertThat(cause(ask(7, "Why not", person("somebody")))).isEqualTo(Outcome.Cause.UNKNOWN);
        MoreTime wish = asked(7, "I am at a conference.");
        assertThat(cause(grant(wish, 7, "", author))).isEqualTo(Outcome.Cause.FORBIDDEN);
        assertThat(cause(grant(wish, 7, "", person("somebody")))).isEqualTo(Outcome.Cause.UNKNOWN);
        assertThat(cause(grant(wish, 7, "", editor("another")))).isEqualTo(Outcome.Cause.UNKNOWN);
    }

    @Test
    void an_author_of_the_article_gives_no_time_to_themselves_whatever_their_role() {
        MoreTime wish = asked(7, "I am at a conference.");
        Actor both =
                new Actor.Person(order.correspondingAccount(), editor(journal).held());
        assertThat(cause(grant(wish, 7, "", both))).isEqualTo(Outcome.Cause.FORBIDDEN);
        assertThat(asking.mayAnswer(galley(), both)).isFalse();
    }

    @Test
    void what_can_not_be_asked_for_is_refused() {
        assertThat(cause(ask(0, "Why not", author))).isEqualTo(Outcome.Cause.INVALID);
        assertThat(cause(ask(61, "Why not", author))).isEqualTo(Outcome.Cause.INVALID);
        assertThat(cause(ask(7, " ", author))).isEqualTo(Outcome.Cause.INVALID);
        assertThat(cause(ask(7, "x".repeat(2001), author))).isEqualTo(Outcome.Cause.INVALID);
        assertThat(workshop.facts.heard()).isEmpty();
    }

    @Test
    void an_answered_proof_ends_the_question() {
        MoreTime wish = asked(7, "I am at a conference.");
        workshop.inTransaction(() -> workshop.get(AnsweringProofs.class).approve(proof, author, NOW));
        assertThat(cause(grant(wish, 7, "", editor(journal)))).isEqualTo(Outcome.Cause.CONFLICT);
        assertThat(cause(ask(7, "Again", author))).isEqualTo(Outcome.Cause.CONFLICT);
    }

    @Test
    void it_goes_over_with_the_account_and_what_an_erased_person_wrote_is_gone() {
        asked(7, "My mother is ill.");
        MoreTimes wishes = workshop.get(MoreTimes.class);
        workshop.inTransaction(() -> workshop.get(TakingOverProofs.class).merged(author.id(), "into-" + author.id()));
        assertThat(wishes.of(proof)).extracting(MoreTime::askedBy).containsExactly("into-" + author.id());
        workshop.inTransaction(() -> workshop.get(ForgettingPeople.class).forget("into-" + author.id()));
        assertThat(wishes.of(proof))
                .singleElement()
                .satisfies(wish -> assertThat(wish.toString()).doesNotContain(author.id(), "mother"));
    }

    private Galley galley() {
        return workshop.get(Galleys.class).find(proof).orElseThrow();
    }

    private MoreTime asked(int days, String reason) {
        return ask(days, reason, author).fold(wish -> wish, refused -> {
            throw new AssertionError(refused.reason());
        });
    }

    private Outcome<MoreTime> ask(int days, String reason, Actor by) {
        return workshop.inTransaction(() -> asking.ask(proof, days, reason, UUID.randomUUID(), by, NOW));
    }

    private Outcome<MoreTime> grant(MoreTime wish, int days, String word, Actor by) {
        return workshop.inTransaction(() -> asking.grant(proof, wish.id(), days, word, by, NOW));
    }

    private Outcome<MoreTime> refuse(MoreTime wish, String word, Actor by) {
        return workshop.inTransaction(() -> asking.refuse(proof, wish.id(), word, by, NOW));
    }

    private static Outcome.Cause cause(Outcome<MoreTime> outcome) {
        return outcome.fold(done -> null, Outcome.Refused::cause);
    }
}
