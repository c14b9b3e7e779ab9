package org.imprimatur.publication.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imprimatur.publication.Workshop.NOW;
import static org.imprimatur.publication.Workshop.editor;
import static org.imprimatur.publication.Workshop.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imprimatur.publication.Workshop;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.article.Articles;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.PageRange;
import org.imprimatur.publication.journal.Drafts;
import org.imprimatur.publication.journal.Journals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IssuesTest {
    private static final Actor PROCESS = new Actor.Process();
    private final Workshop workshop = Workshop.open();
    private final SchedulingArticles scheduling = workshop.get(SchedulingArticles.class);
    private final AllocatingPages allocating = workshop.get(AllocatingPages.class);
    private final MovingArticles moving = workshop.get(MovingArticles.class);
    private final UnschedulingArticles unscheduling = workshop.get(UnschedulingArticles.class);
    private final Issues issues = workshop.get(Issues.class);
    private String journal;
    private Issue issue;

    @BeforeEach
    void anOpenIssue() {
        journal = workshop.journal();
        issue = workshop.openIssue(journal, Articles.ISSUE);
    }

    @Test
    void an_article_gets_the_next_place_and_number_and_is_told_so_again() {
        String first = workshop.ready(journal, 13);
        String second = workshop.ready(journal, 13);
        schedule(first);
        schedule(second);
        schedule(second);
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "scheduled " + first + " no 01 at 1",
                        "scheduled " + second + " no 02 at 2",
                        "scheduled " + second + " no 02 at 2");
    }

    @Test
    void without_an_approved_proof_or_an_open_issue_there_is_no_place() {
        String elsewhere = workshop.ready(workshop.journal(), 5);
        String unproved = workshop.accepted(journal, 5).manuscript();
        schedule(unproved);
        schedule(elsewhere);
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "not scheduled " + unproved + ": Its author hasn't approved a proof.",
                        "not scheduled " + elsewhere + ": The journal has no open issue. Open one on the issues page.");
    }

    @Test
    void pages_come_from_the_typeset_count_and_the_place_and_are_told_again() {
        List<String> three = scheduled(13, 13, 10);
        three.forEach(this::allocate);
        allocate(three.get(2));
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "pages " + three.get(0) + " 1-13",
                        "pages " + three.get(1) + " 14-26",
                        "pages " + three.get(2) + " 27-36",
                        "pages " + three.get(2) + " 27-36");
    }

    @Test
    void an_article_without_a_place_gets_no_pages() {
        allocate("nobody");
        assertThat(workshop.facts.heard()).containsExactly("no pages nobody: It has no place in an issue.");
    }

    @Test
    void moving_an_article_says_the_new_pages_of_all_that_changed_and_of_no_other() {
        List<String> three = allocated(13, 12, 10);
        move(three.get(2), -1);
        assertThat(workshop.facts.heard())
                .containsExactlyInAnyOrder("pages " + three.get(2) + " 14-23", "pages " + three.get(1) + " 24-35");
    }

    @Test
    void moving_past_an_end_changes_nothing() {
        List<String> two = allocated(3, 4);
        move(two.get(0), -1);
        move(two.get(1), 5);
        assertThat(workshop.facts.heard()).isEmpty();
    }

    @Test
    void a_stranger_moves_nothing() {
        List<String> two = allocated(3, 4);
        assertThat(workshop.inTransaction(() -> moving.move(issue.id(), two.get(0), 1, person("stranger"))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, it -> assertThat(it.cause()).isEqualTo(Outcome.Cause.FORBIDDEN));
        assertThat(workshop.inTransaction(() -> moving.move(issue.id(), two.get(0), 1, editor("another"))))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void what_is_undone_closes_the_gap_and_undoing_nothing_is_fine() {
        List<String> three = allocated(13, 12, 10);
        release(three.get(1));
        unschedule(three.get(1));
        release(three.get(1));
        unschedule(three.get(1));
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "pages " + three.get(2) + " 14-23",
                        "pages released " + three.get(1) + " true",
                        "unscheduled " + three.get(1) + " true",
                        "pages released " + three.get(1) + " false",
                        "unscheduled " + three.get(1) + " false");
    }

    @Test
    void the_production_editors_choice_wins_over_the_first_open_issue() {
        Issue later = workshop.openIssue(
                journal, new IssueDesignation(9, "IX", 3, "III", Optional.empty(), Optional.empty(), 2024));
        String article = workshop.ready(journal, 5);
        choose(later, article);
        schedule(article);
        assertThat(issues.holding(article).orElseThrow().id()).isEqualTo(later.id());
    }

    @Test
    void a_scheduled_article_moves_over_to_the_chosen_issue_with_a_new_number() {
        List<String> two = allocated(13, 10);
        Issue later = workshop.openIssue(
                journal, new IssueDesignation(9, "IX", 3, "III", Optional.empty(), Optional.empty(), 2024));
        choose(later, two.get(0));
        assertThat(workshop.facts.heard())
                .containsExactlyInAnyOrder(
                        "pages " + two.get(1) + " 1-10",
                        "pages " + two.get(0) + " 1-13",
                        "scheduled " + two.get(0) + " no 01 at 1");
    }

    @Test
    void closing_settles_pages_and_dois_and_begins_to_register() {
        List<String> three = allocated(13, 13, 10);
        Outcome<Issue> outcome = workshop.close(issue);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        String doi = "10.5555/" + journal + ".2024(IX-II).0";
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "closed IX(II)",
                        "fixed " + three.get(0) + " 1-13 " + doi + "1",
                        "fixed " + three.get(1) + " 14-26 " + doi + "2",
                        "fixed " + three.get(2) + " 27-36 " + doi + "3");
        assertThat(workshop.facts.planned()).as("journal, volume and issue").hasSize(3);
        assertThat(workshop.get(ArticleRecords.class)
                        .settled(three.get(2))
                        .orElseThrow()
                        .pages())
                .isEqualTo(new PageRange(27, 36));
    }

    @Test
    void nothing_moves_in_a_closed_issue() {
        List<String> two = allocated(13, 10);
        workshop.close(issue);
        workshop.facts.heard();
        assertThat(move(two.get(0), 1)).isInstanceOf(Outcome.Refused.class);
        String late = workshop.ready(journal, 5);
        schedule(late);
        assertThat(choose(issue, late)).isInstanceOf(Outcome.Refused.class);
        release(two.get(0));
        unschedule(two.get(0));
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "not scheduled " + late + ": The journal has no open issue. Open one on the issues page.",
                        "pages released " + two.get(0) + " false",
                        "unscheduled " + two.get(0) + " false");
        Slot withdrawn = issues.find(issue.id()).orElseThrow().slot(two.get(0)).orElseThrow();
        assertThat(withdrawn.withdrawn()).isTrue();
        assertThat(issues.find(issue.id()).orElseThrow().pages(two.get(0))).contains(new PageRange(1, 13));
    }

    @Test
    void an_issue_that_is_empty_or_has_articles_without_pages_stays_open() {
        assertThat(workshop.close(issue)).isInstanceOf(Outcome.Refused.class);
        scheduled(5);
        assertThat(workshop.close(issue))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, it -> assertThat(it.reason()).contains("No. 01 has no pages yet"));
    }

    @Test
    void a_final_galley_with_another_page_count_goes_back_and_the_issue_stays_open() {
        List<String> one = allocated(10);
        workshop.rendering.setFinalPages(one.get(0), 11);
        assertThat(workshop.close(issue))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        it -> assertThat(it.reason()).contains("has 11 pages, the approved proof 10"));
        assertThat(issues.find(issue.id()).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void an_issue_that_changed_while_its_galleys_were_set_is_not_closed() {
        List<String> two = allocated(13, 10);
        ClosingIssues closing = workshop.get(ClosingIssues.class);
        Outcome<ClosingIssues.Prepared> prepared = closing.prepare(issue.id(), editor(journal));
        move(two.get(0), 1);
        Outcome<Issue> outcome =
                prepared.then(it -> workshop.inTransaction(() -> closing.close(it, editor(journal), NOW)));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, it -> assertThat(it.cause()).isEqualTo(Outcome.Cause.CONFLICT));
    }

    @Test
    void closing_twice_closes_once() {
        allocated(10);
        workshop.close(issue);
        workshop.facts.heard();
        assertThat(workshop.close(issue)).isInstanceOf(Outcome.Refused.class);
        assertThat(workshop.facts.heard()).isEmpty();
    }

    @Test
    void a_doi_that_belongs_to_another_thing_stops_the_closing() {
        allocated(10);
        String other = workshop.journal(Drafts.of("other" + journal)
                .with("articlePattern", "{prefix}/" + journal + ".{year}({volume}-{issue}).{number}"));
        Issue its = workshop.openIssue(other, Articles.ISSUE);
        workshop.close(issue);
        String article = workshop.ready(other, 5);
        schedule(article);
        allocate(article);
        workshop.facts.heard();
        assertThat(workshop.close(its))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, it -> assertThat(it.reason()).contains("belongs to something else"));
        assertThat(workshop.facts.heard()).isEmpty();
        assertThat(issues.find(its.id()).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void pages_go_on_through_the_volume_where_the_journal_wants_it() {
        String through = workshop.journal(Drafts.of("through" + journal).with("pageStart", "EACH_VOLUME"));
        Issue first = workshop.openIssue(through, Articles.ISSUE);
        String article = workshop.ready(through, 12);
        schedule(article);
        allocate(article);
        OpeningIssues opening = workshop.get(OpeningIssues.class);
        IssueDesignation next =
                opening.next(workshop.get(Journals.class).find(through).orElseThrow(), 2024);
        assertThat(next.shortForm()).isEqualTo("IX(III)");
        assertThat(workshop.inTransaction(
                        () -> opening.open(UUID.randomUUID(), through, next, Optional.empty(), editor(through), NOW)))
                .isInstanceOf(Outcome.Refused.class);
        workshop.close(first);
        assertThat(workshop.openIssue(through, next).firstPage()).isEqualTo(13);
    }

    @Test
    void an_issue_can_not_be_opened_twice_or_by_anybody() {
        OpeningIssues opening = workshop.get(OpeningIssues.class);
        assertThat(workshop.inTransaction(() -> opening.open(
                        UUID.randomUUID(), journal, Articles.ISSUE, Optional.empty(), editor(journal), NOW)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(workshop.inTransaction(() -> opening.open(
                        UUID.randomUUID(),
                        journal,
                        new IssueDesignation(9, "IX", 4, "IV", Optional.empty(), Optional.empty(), 2024),
                        Optional.empty(),
                        person("somebody"),
                        NOW)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void writers_at_the_same_time_leave_no_gap_no_overlap_and_no_number_twice() throws Exception {
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            articles.add(workshop.ready(journal, 1 + i));
        }
        int writers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        CyclicBarrier together = new CyclicBarrier(writers);
        long seed = System.nanoTime();
        System.out.println("Concurrent writers run with seed " + seed);
        List<Future<?>> all = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            Random random = new Random(seed + writer);
            all.add(threads.submit(() -> {
                together.await();
                for (int step = 0; step < 40; step++) {
                    String one = articles.get(random.nextInt(articles.size()));
                    switch (random.nextInt(5)) {
                        case 0, 1 -> schedule(one);
                        case 2 -> allocate(one);
                        case 3 -> move(one, random.nextInt(-3, 4));
                        default -> unschedule(one);
                    }
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        articles.forEach(this::schedule);
        articles.forEach(this::allocate);
        Issue after = issues.find(issue.id()).orElseThrow();
        assertThat(after.slots())
                .extracting(Slot::number)
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThat(after.nextPage()).isEqualTo(1 + 36);
    }

    @Test
    void the_database_itself_refuses_a_page_given_twice() {
        allocated(5, 5);
        assertThatThrownBy(() -> workshop.inTransaction(() -> workshop.get(JdbcClient.class)
                        .sql("update slot set pages = '[3,7]' where issue = :issue and position = 2")
                        .param("issue", issue.id())
                        .update()))
                .rootCause()
                .hasMessageContaining("no_page_twice");
    }

    @Test
    void the_database_itself_refuses_a_page_left_out() {
        allocated(5, 5);
        assertThatThrownBy(() -> workshop.inTransaction(() -> workshop.get(JdbcClient.class)
                        .sql("update slot set pages = '[7,11]' where issue = :issue and position = 2")
                        .param("issue", issue.id())
                        .update()))
                .rootCause()
                .hasMessageContaining("have a gap");
    }

    private void schedule(String manuscript) {
        workshop.inTransaction(() -> scheduling.schedule(manuscript, PROCESS));
    }

    private void allocate(String manuscript) {
        workshop.inTransaction(() -> allocating.allocate(manuscript, PROCESS));
    }

    private void release(String manuscript) {
        workshop.inTransaction(() -> allocating.release(manuscript, PROCESS));
    }

    private void unschedule(String manuscript) {
        workshop.inTransaction(() -> {
            unscheduling.unschedule(manuscript, PROCESS);
        });
    }

    private Outcome<Issue> move(String manuscript, int by) {
        return workshop.inTransaction(() -> moving.move(issue.id(), manuscript, by, editor(journal)));
    }

    private Outcome<Issue> choose(Issue to, String manuscript) {
        return workshop.inTransaction(() -> scheduling.choose(to.id(), manuscript, editor(journal)));
    }

    private List<String> scheduled(int... pages) {
        List<String> articles = new ArrayList<>();
        for (int count : pages) {
            String article = workshop.ready(journal, count);
            schedule(article);
            articles.add(article);
        }
        workshop.facts.heard();
        return articles;
    }

    private List<String> allocated(int... pages) {
        List<String> articles = scheduled(pages);
        articles.forEach(this::allocate);
        workshop.facts.heard();
        return articles;
    }
}
