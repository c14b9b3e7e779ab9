package org.imprimatur.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.NOW;
import static org.imprimatur.review.testing.Samples.byLine;
import static org.imprimatur.review.testing.Samples.manuscript;
import static org.imprimatur.review.testing.Samples.version;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.decision.Decision;
import org.imprimatur.review.decision.Decision.Kind;
import org.imprimatur.review.decision.DecisionEvents;
import org.imprimatur.review.manuscript.Moving;
import org.imprimatur.review.manuscript.Standing;
import org.imprimatur.review.screening.Screening;
import org.imprimatur.review.screening.Screening.Verdict;
import org.imprimatur.review.screening.ScreeningEvents;
import org.imprimatur.review.testing.InMemory;
import org.junit.jupiter.api.Test;

class RestatingManuscriptsTest {

    private static final Instant DUE = NOW.plusSeconds(86_400);

    private final InMemory.MemoryManuscripts manuscripts = new InMemory.MemoryManuscripts();
    private final InMemory.MemoryDecisions decisions = new InMemory.MemoryDecisions();
    private final InMemory.MemoryScreenings screenings = new InMemory.MemoryScreenings();
    private final List<String> said = new ArrayList<>();

    private final RestatingManuscripts restating = new RestatingManuscripts(
            manuscripts,
            new Moving(manuscripts, new InMemory.MemoryHistory(), (id, standing) -> said.add("at " + standing.step())),
            decisions,
            new DecisionEvents() {
                @Override
                public void held(Decision decision, Actor by) {
                    throw new AssertionError("it is no news");
                }

                @Override
                public void recalled(Decision decision, Actor by, Instant at) {
                    throw new AssertionError("it is no news");
                }

                @Override
                public void inEffect(Decision decision, String letter, Optional<Instant> due, Instant at) {
                    throw new AssertionError("it is no news");
                }

                @Override
                public void again(Decision decision, Optional<Instant> due) {
                    said.add(decision.kind().key() + due.map(at -> " due " + at).orElse(""));
                }
            },
            screenings,
            new ScreeningEvents() {
                @Override
                public void passed(String manuscript, String handlingEditor, Actor by, Instant at) {
                    throw new AssertionError("it is no news");
                }

                @Override
                public void returned(Screening screening, Actor by, Instant at) {
                    throw new AssertionError("it is no news");
                }

                @Override
                public void deskRejected(Screening screening, Actor by, Instant at) {
                    throw new AssertionError("it is no news");
                }

                @Override
                public void again(Screening ended) {
                    said.add(ended.verdict().word());
                }
            },
            (manuscript, editor, by) -> said.add("handled by " + editor + ", says the " + by.id()));

    private void stands(String step) {
        manuscripts.add(manuscript("m"), version(1), byLine());
        manuscripts.stand(
                "m",
                new Standing(
                        step, "author", Optional.empty(), NOW, Optional.of(DUE), Optional.empty(), Optional.empty()));
    }

    private void screened(int version, Verdict verdict, Optional<String> document) {
        screenings.keep(new Screening("m", version, verdict, "Dear author", "farah", NOW, document));
    }

    private void decided(String id, Kind kind) {
        decisions.add(new Decision(id, "m", 1, 1, kind, "Dear author", List.of(), "sana", NOW, NOW, new Decision.Held())
                .inEffect(NOW, "letter-" + id));
    }

    @Test
    void what_was_written_and_where_it_stands_is_said_in_the_order_in_which_it_came_so() {
        stands("published");
        screened(1, Verdict.RETURN, Optional.of("letter-0"));
        screened(2, Verdict.PASS, Optional.empty());
        decided("d1", Kind.MAJOR);
        decided("d2", Kind.ACCEPT);
        restating.restate("m");
        assertThat(said).containsExactly("return", "major", "accept", "at published");
    }

    @Test
    void who_handles_it_is_said_before_all_else_and_by_the_process_so_that_it_is_no_news() {
        stands("decision");
        manuscripts.change(manuscripts.find("m").orElseThrow().givenTo("sana"));
        restating.restate("m");
        assertThat(said).containsExactly("handled by sana, says the process", "at decision");
    }

    @Test
    void a_revision_that_is_under_way_is_said_with_the_day_it_is_due() {
        stands("revision");
        decided("d1", Kind.MINOR);
        restating.restate("m");
        assertThat(said).containsExactly("minor due " + DUE, "at revision");
    }

    @Test
    void of_what_stands_nowhere_nothing_is_said() {
        decided("d1", Kind.REJECT);
        restating.restate("m");
        assertThat(said).isEmpty();
    }
}
