package org.imprimatur.publication.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.publication.Workshop.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.imprimatur.publication.Workshop;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.article.Articles;
import org.imprimatur.publication.article.Disagreement;
import org.imprimatur.publication.doi.RegisteringDois;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyingArticlesTest {
    private static final Actor PROCESS = new Actor.Process();
    private static final Disagreement SLIP = new Disagreement("JATS", "first page", "27", "37");
    private final Workshop workshop = Workshop.open();
    private final VerifyingArticles verifying = workshop.get(VerifyingArticles.class);
    private final Verdicts verdicts = workshop.get(Verdicts.class);
    private Issue issue;
    private String article;

    @BeforeEach
    void aClosedIssueWhoseArticleIsDeposited() {
        issue = workshop.openIssue(workshop.journal(), Articles.ISSUE);
        article = workshop.ready(issue.journal(), 10);
        workshop.inTransaction(() -> workshop.get(SchedulingArticles.class).schedule(article, PROCESS));
        workshop.inTransaction(() -> workshop.get(AllocatingPages.class).allocate(article, PROCESS));
        workshop.close(issue);
        workshop.inTransaction(() -> workshop.get(RegisteringDois.class).register(article));
        workshop.facts.heard();
        workshop.facts.planned();
    }

    @Test
    void an_article_is_read_back_once_and_released_when_all_agrees() {
        publish();
        publish();
        assertThat(workshop.facts.toVerify()).contains(article);
        workshop.facts.plan(article);
        workshop.verify();
        assertThat(slot().released()).isTrue();
        publish();
        assertThat(workshop.facts.toVerify()).as("it is cleared").isEmpty();
        assertThat(verifying.check(article)).isInstanceOf(VerifyingArticles.NothingToDo.class);
        assertThat(workshop.facts.heard()).as("the issue isn't registered yet").isEmpty();
    }

    @Test
    void an_article_that_differs_is_told_and_read_again_when_the_process_asks_again() {
        workshop.rendering.disagree(article, SLIP);
        publish();
        workshop.verify();
        String told = "not published " + article + ": Its renderings don't agree with its record."
                + " JATS, first page: it says \"37\", the record \"27\".";
        assertThat(workshop.facts.heard()).containsExactly(told);
        assertThat(slot().released()).isFalse();
        assertThat(verdicts.of(issue))
                .singleElement()
                .extracting(Verdict::state)
                .isEqualTo(new Verdict.Differing(List.of(SLIP)));

        publish();
        workshop.verify();
        assertThat(workshop.facts.heard()).as("answered alike").containsExactly(told);
        workshop.rendering.disagree(article);
        publish();
        workshop.verify();
        assertThat(slot().released()).isTrue();
    }

    @Test
    void many_differences_are_counted_and_all_kept() {
        List<Disagreement> many = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new Disagreement("JATS", "field " + i, "x".repeat(500), "y" + i))
                .toList();
        workshop.rendering.disagree(article, many.toArray(Disagreement[]::new));
        publish();
        workshop.verify();
        assertThat(workshop.facts.heard())
                .singleElement()
                .asString()
                .contains("field 5", "And 4 more.", "…")
                .doesNotContain("field 6")
                .hasSizeLessThan(1500);
        assertThat(verdicts.of(article).orElseThrow().state()).isEqualTo(new Verdict.Differing(many));
    }

    @Test
    void renderings_that_can_not_be_had_now_are_asked_for_again_and_refuse_nothing() {
        workshop.renderingsAway("The cover answers 503.");
        publish();
        workshop.verify();
        assertThat(verdicts.of(article).orElseThrow().state()).isEqualTo(new Verdict.Waiting("The cover answers 503."));
        assertThat(workshop.facts.heard()).isEmpty();
        workshop.renderingsAway("");
        workshop.verify();
        assertThat(slot().released()).isTrue();
    }

    @Test
    void an_article_that_is_withdrawn_while_it_is_read_is_not_released() {
        publish();
        VerifyingArticles.Check check = verifying.check(article);
        workshop.inTransaction(() -> workshop.get(UnschedulingArticles.class).unschedule(article, PROCESS));
        workshop.facts.heard();
        assertThat(workshop.inTransaction(() -> verifying.record(article, check, PROCESS, NOW)))
                .isFalse();
        assertThat(slot().released()).isFalse();
        assertThat(workshop.facts.heard()).isEmpty();
    }

    @Test
    void a_galley_that_differs_is_set_anew_and_only_where_that_changes_it() {
        String before = slot().fixed().orElseThrow().pdf();
        workshop.rendering.disagree(article, new Disagreement("PDF", "folios", "1", "2"));
        publish();
        workshop.verify();
        publish();
        workshop.verify();
        assertThat(slot().fixed().orElseThrow().pdf())
                .as("it came out as it was")
                .isEqualTo(before);

        workshop.rendering.printAnew(article);
        publish();
        List<String> states = new ArrayList<>();
        do {
            workshop.verify();
            states.add(verdicts.of(article).orElseThrow().state().getClass().getSimpleName());
        } while (states.get(states.size() - 1).equals("Waiting"));
        assertThat(states).containsExactly("Waiting", "Differing");
        assertThat(slot().fixed().orElseThrow().pdf()).isNotEqualTo(before);
    }

    private void publish() {
        workshop.inTransaction(() -> workshop.get(PublishingIssues.class).publish(article, PROCESS, NOW));
    }

    private Slot slot() {
        return workshop.get(Issues.class)
                .find(issue.id())
                .orElseThrow()
                .slot(article)
                .orElseThrow();
    }
}
