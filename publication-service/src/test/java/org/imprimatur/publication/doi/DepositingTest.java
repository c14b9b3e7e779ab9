package org.imprimatur.publication.doi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.publication.Workshop.NOW;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.Workshop;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.article.Articles;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.issue.AllocatingPages;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Issues;
import org.imprimatur.publication.issue.PublishingIssues;
import org.imprimatur.publication.issue.SchedulingArticles;
import org.imprimatur.publication.issue.UnschedulingArticles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DepositingTest {
    private static final Actor PROCESS = new Actor.Process();
    private final Workshop workshop = Workshop.open();
    private final Depositing depositing = workshop.get(Depositing.class);
    private final RegisteringDois registering = workshop.get(RegisteringDois.class);
    private final Deposits deposits = workshop.get(Deposits.class);
    private final Deque<UUID> waiting = new ArrayDeque<>();
    private String journal;
    private Issue issue;
    private String first;
    private String second;
    private Doi doi;

    @BeforeEach
    void aClosedIssueOfTwoArticles() {
        journal = workshop.journal();
        issue = workshop.openIssue(journal, Articles.ISSUE);
        first = placed(13);
        second = placed(10);
        workshop.close(issue);
        doi = Doi.of("10.5555/" + journal + ".2024(IX-II).01");
        workshop.facts.heard();
    }

    private String placed(int pages) {
        String article = workshop.ready(journal, pages);
        workshop.inTransaction(() -> workshop.get(SchedulingArticles.class).schedule(article, PROCESS));
        workshop.inTransaction(() -> workshop.get(AllocatingPages.class).allocate(article, PROCESS));
        return article;
    }

    @Test
    void a_deposit_is_intended_then_sent_then_confirmed_by_the_agency_alone() {
        register(first);
        Deposit intended = only(doi);
        assertThat(intended.state()).isInstanceOf(Deposit.Intended.class);
        assertThat(step(intended)).isPresent();
        assertThat(only(doi).state()).isInstanceOf(Deposit.Sent.class);
        assertThat(workshop.facts.heard()).isEmpty();
        assertThat(step(intended)).isEmpty();
        assertThat(only(doi).state()).isInstanceOf(Deposit.Confirmed.class);
        assertThat(workshop.facts.heard()).containsExactly("registered " + first + " " + doi);
    }

    @Test
    void a_registered_doi_is_told_again_and_deposited_no_more() {
        register(first);
        runAll();
        workshop.facts.heard();
        int received = workshop.agency.received();
        register(first);
        assertThat(workshop.facts.heard()).containsExactly("registered " + first + " " + doi);
        assertThat(workshop.agency.received()).isEqualTo(received);
    }

    @Test
    void asking_twice_makes_one_deposit() {
        register(first);
        register(first);
        assertThat(deposits.of(doi)).hasSize(1);
    }

    @Test
    void an_agency_that_is_away_delays_and_refuses_nothing() {
        register(first);
        Deposit deposit = only(doi);
        workshop.agency.away(2);
        Instant before = Instant.now();
        assertThat(step(deposit)).hasValueSatisfying(due -> assertThat(due).isAfter(before));
        assertThat(step(deposit)).isPresent();
        assertThat(only(doi).state()).isInstanceOf(Deposit.Intended.class);
        assertThat(only(doi).note()).contains("503 Service Unavailable");
        runAll();
        assertThat(only(doi).state()).isInstanceOf(Deposit.Confirmed.class);
    }

    @Test
    void a_step_that_was_cut_off_after_sending_sends_nothing_twice() {
        register(first);
        Deposit deposit = only(doi);
        workshop.inTransaction(() -> depositing.begin(deposit.id()));
        depositing.act(deposit.id());
        int received = workshop.agency.received();
        runAll();
        assertThat(only(doi).state()).isInstanceOf(Deposit.Confirmed.class);
        assertThat(workshop.agency.received() - received)
                .as("journal, volume and issue, but not the article again")
                .isEqualTo(3);
    }

    @Test
    void nothing_is_deposited_before_its_landing_page_answers() {
        register(first);
        Deposit deposit = only(doi);
        workshop.agency.landingPagesAnswer(false);
        step(deposit);
        workshop.agency.landingPagesAnswer(true);
        assertThat(only(doi).note()).hasValueSatisfying(note -> assertThat(note).contains("landing page"));
        assertThat(workshop.agency.holds(doi.value())).isFalse();
        runAll();
        assertThat(workshop.agency.holds(doi.value())).isTrue();
    }

    @Test
    void a_refusal_is_told_with_the_agencys_words_even_where_it_names_no_doi() {
        workshop.agency.refuse(doi.value(), "ISSN has already been assigned to a different title");
        register(first);
        runAll();
        assertThat(workshop.facts.heard())
                .contains("refused " + first + ": ISSN has already been assigned to a different title");
        assertThat(only(doi).state()).isInstanceOf(Deposit.Refused.class);
        register(first);
        runAll();
        assertThat(workshop.facts.heard()).contains("registered " + first + " " + doi);
    }

    @Test
    void operations_hear_how_every_deposit_ended_of_whatever_level() {
        workshop.facts.settled.clear();
        workshop.agency.refuse(doi.value(), "ISSN has already been assigned to a different title");
        register(first);
        runAll();
        assertThat(workshop.facts.settled)
                .containsExactlyInAnyOrder(
                        "ARTICLE Refused", "JOURNAL Confirmed", "VOLUME Confirmed", "ISSUE Confirmed");
    }

    @Test
    void a_timestamp_that_another_system_has_passed_is_raised_once() {
        workshop.agency.holds(doi.value(), 99_999_999_999_999_999L);
        register(first);
        runAll();
        assertThat(deposits.of(doi)).hasSize(2);
        assertThat(deposits.of(doi).get(1).timestamp())
                .isGreaterThan(deposits.of(doi).get(0).timestamp());
        assertThat(workshop.facts.heard()).anyMatch(line -> line.startsWith("refused " + first));
    }

    @Test
    void timestamps_have_17_digits_and_grow() {
        Instant now = Instant.parse("2024-06-01T10:00:00.123Z");
        assertThat(Timestamps.next(now, 0)).isEqualTo(20240601100000123L);
        assertThat(Timestamps.next(now, 20240601100000123L)).isEqualTo(20240601100000124L);
        assertThat(Timestamps.next(now, 20250601100000000L)).isEqualTo(20250601100000001L);
    }

    @Test
    void an_issue_is_published_when_all_is_registered_and_all_was_asked_for() {
        register(first);
        register(second);
        publish(first);
        runAll();
        assertThat(present().state()).isEqualTo(Issue.State.REGISTERED);
        workshop.facts.heard();
        publish(second);
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "published " + first + " " + doi,
                        "published " + second + " 10.5555/" + journal + ".2024(IX-II).02",
                        "issue published IX(II)");
        publish(second);
        assertThat(workshop.facts.heard())
                .containsExactly("published " + second + " 10.5555/" + journal + ".2024(IX-II).02");
    }

    @Test
    void a_withdrawn_article_is_not_waited_for() {
        register(first);
        publish(first);
        runAll();
        assertThat(present().state()).isEqualTo(Issue.State.CLOSED);
        workshop.facts.heard();
        workshop.inTransaction(() -> workshop.get(UnschedulingArticles.class)
                .unschedule(second, PROCESS)
                .ifPresent(it -> workshop.get(PublishingIssues.class).advance(it.id(), PROCESS, NOW)));
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "unscheduled " + second + " false", "published " + first + " " + doi, "issue published IX(II)");
    }

    @Test
    void an_article_of_an_open_issue_has_no_doi_to_register_and_is_not_published() {
        String other = workshop.journal();
        workshop.openIssue(other, Articles.ISSUE);
        String article = workshop.ready(other, 5);
        register(article);
        publish(article);
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "refused " + article + ": The article has no DOI yet: its issue is not closed.",
                        "not published " + article + ": Its issue is not closed.");
    }

    @Test
    void demonstration_data_goes_to_an_agency_on_this_machine_alone() {
        for (String here : List.of("http://127.0.0.1:8085", "http://localhost:1", "http://[::1]:1")) {
            assertThat(terms(here).agencyIsHere()).as(here).isTrue();
        }
        for (String away : List.of(
                "https://doi.crossref.org",
                "http://127.0.0.1.example.org",
                "http://localhost.example.org",
                "http://127.0.0.1@example.org")) {
            assertThat(terms(away).agencyIsHere()).as(away).isFalse();
        }
    }

    private static DepositTerms terms(String agency) {
        return new DepositTerms(
                Optional.of(java.net.URI.create(agency)),
                true,
                "n",
                "e@example.org",
                "r",
                java.time.Duration.ofHours(1),
                java.time.Duration.ofDays(1));
    }

    private void register(String manuscript) {
        workshop.inTransaction(() -> registering.register(manuscript));
    }

    private void publish(String manuscript) {
        workshop.inTransaction(() -> workshop.get(PublishingIssues.class).publish(manuscript, PROCESS, NOW));
        workshop.verify();
    }

    private Issue present() {
        return workshop.get(Issues.class).find(issue.id()).orElseThrow();
    }

    private Deposit only(Doi of) {
        List<Deposit> all = deposits.of(of);
        return all.get(all.size() - 1);
    }

    private Optional<Instant> step(Deposit deposit) {
        workshop.inTransaction(() -> depositing.begin(deposit.id()));
        Depositing.Step step = depositing.act(deposit.id());
        return workshop.inTransaction(() -> depositing.record(deposit.id(), step));
    }

    private void runAll() {
        waiting.addAll(workshop.facts.planned());
        while (!waiting.isEmpty()) {
            UUID id = waiting.remove();
            if (step(deposits.find(id).orElseThrow()).isPresent()) {
                waiting.add(id);
            }
            waiting.addAll(workshop.facts.planned());
        }
    }
}
