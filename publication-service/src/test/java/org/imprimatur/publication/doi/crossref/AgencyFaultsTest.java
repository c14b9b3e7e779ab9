package org.imprimatur.publication.doi.crossref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.publication.Workshop.NOW;
import static org.imprimatur.publication.Workshop.editor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.Workshop;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.article.Articles;
import org.imprimatur.publication.article.Files;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.doi.Deposit;
import org.imprimatur.publication.doi.DepositTerms;
import org.imprimatur.publication.doi.Depositing;
import org.imprimatur.publication.doi.Deposits;
import org.imprimatur.publication.doi.DoiRegistry;
import org.imprimatur.publication.doi.Dois;
import org.imprimatur.publication.doi.RegisteringDois;
import org.imprimatur.publication.doi.Subjects;
import org.imprimatur.publication.issue.AllocatingPages;
import org.imprimatur.publication.issue.ArticleRecords;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Issues;
import org.imprimatur.publication.issue.PublishingIssues;
import org.imprimatur.publication.issue.Registrations;
import org.imprimatur.publication.issue.SchedulingArticles;
import org.imprimatur.sandbox.agency.DoiAgency;
import org.imprimatur.sandbox.agency.Fault;
import org.imprimatur.sandbox.agency.Outcome;
import org.imprimatur.sandbox.agency.Settings;
import org.imprimatur.sandbox.agency.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** A closed issue of two articles is deposited at the sandbox agency over HTTP, which does wrong. */
class AgencyFaultsTest {
    private static final Actor PROCESS = new Actor.Process();
    private static final Duration TIME_LIMIT = Duration.ofMillis(300);
    private final Workshop workshop = Workshop.open();
    private final DoiAgency sandbox = DoiAgency.start(Settings.settings().account("house", "secret", "10.5555"));
    private final Deposits deposits = workshop.get(Deposits.class);
    private final Deque<UUID> waiting = new ArrayDeque<>();
    private Duration later = Duration.ZERO;
    private Depositing depositing;
    private String journal;
    private Issue issue;
    private String first;
    private String second;
    private Doi doi;

    @BeforeEach
    void aClosedIssueOfTwoArticles() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(TIME_LIMIT);
        depositing = new Depositing(
                workshop.get(Dois.class),
                deposits,
                workshop.get(DoiRegistry.class),
                Optional.of(new CrossrefAgency(sandbox.baseUrl(), sandbox.baseUrl(), "house", "secret", requests)),
                workshop.agency,
                workshop.get(DepositTerms.class),
                workshop.get(ArticleRecords.class),
                workshop.get(Subjects.class),
                workshop.get(PublishingIssues.class),
                workshop.get(Files.class),
                workshop.facts,
                new Clock() {
                    @Override
                    public Instant instant() {
                        return Instant.now().plus(later);
                    }

                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
        journal = workshop.journal();
        issue = workshop.openIssue(journal, Articles.ISSUE);
        first = placed(13);
        second = placed(10);
        workshop.close(issue);
        doi = Doi.of("10.5555/" + journal + ".2024(IX-II).01");
        waiting.clear();
        run();
        workshop.facts.heard();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String placed(int pages) {
        String article = workshop.ready(journal, pages);
        workshop.inTransaction(() -> workshop.get(SchedulingArticles.class).schedule(article, PROCESS));
        workshop.inTransaction(() -> workshop.get(AllocatingPages.class).allocate(article, PROCESS));
        return article;
    }

    @Test
    void an_agency_that_is_too_slow_has_the_file_all_the_same_and_gets_no_second_one() {
        sandbox.faults().late(Fault.On.DEPOSIT, Duration.ofMinutes(1), 1);
        sandbox.faults().late(Fault.On.RESULT, Duration.ofMinutes(1), 1);
        UUID deposit = register(first);
        step(deposit);
        assertThat(last().note()).hasValueSatisfying(note -> assertThat(note).contains("HttpTimeoutException"));
        run();
        registeredOnce();
        assertThat(sandbox.faults().counts()).containsEntry("late", 2L);
    }

    @Test
    void an_agency_that_is_down_for_hours_delays_and_says_so_once() {
        sandbox.faults().down(Duration.ofSeconds(2));
        UUID deposit = register(first);
        step(deposit);
        assertThat(workshop.facts.heard()).as("not yet").isEmpty();
        later = Duration.ofHours(2);
        step(deposit);
        later = Duration.ofHours(5);
        step(deposit);
        assertThat(workshop.facts.heard())
                .containsExactly("delayed " + doi + ": The agency can't be reached: ConnectException.");
        assertThat(progress())
                .satisfies(it -> assertThat(it.standing()).isEqualTo(Registrations.Standing.INTENDED))
                .satisfies(it -> assertThat(it.note()).contains("can't be reached"));
        await().untilAsserted(() -> {
            step(deposit);
            assertThat(last().state()).isInstanceOf(Deposit.Sent.class);
        });
        run();
        registeredOnce();
    }

    @Test
    void an_agency_that_is_down_for_weeks_is_given_up_and_a_person_begins_anew() {
        sandbox.faults().neverAnswer(1);
        UUID deposit = register(first);
        step(deposit);
        later = Duration.ofDays(15);
        step(deposit);
        assertThat(workshop.facts.heard()).containsExactly("given up " + first + ": The agency is working on it.");
        assertThat(progress().standing()).isEqualTo(Registrations.Standing.GIVEN_UP);
        later = Duration.ZERO;
        register(first);
        run();
        registeredOnce();
        assertThat(deposits.of(doi)).hasSize(2);
    }

    @Test
    void garbage_decides_nothing() {
        sandbox.faults().garbage(Fault.On.DEPOSIT, 1);
        sandbox.faults().garbage(Fault.On.RESULT, 2);
        register(first);
        run();
        registeredOnce();
        assertThat(sandbox.faults().counts()).containsEntry("garbage", 3L);
    }

    @Test
    void a_deposit_whose_answer_is_lost_is_found_and_not_sent_again() {
        sandbox.faults().loseAnswer(1);
        UUID deposit = register(first);
        step(deposit);
        assertThat(last().state()).isInstanceOf(Deposit.Intended.class);
        run();
        registeredOnce();
        assertThat(sandbox.submissions().stream().filter(it -> it.fileName().equals(last().fileName())))
                .hasSize(1);
    }

    @Test
    void a_connection_that_is_cut_before_the_body_came_is_tried_again() {
        sandbox.faults().cut(Fault.On.DEPOSIT, 1);
        sandbox.faults().cut(Fault.On.RESULT, 1);
        register(first);
        run();
        registeredOnce();
    }

    @Test
    void a_result_that_is_answered_twice_counts_once() {
        sandbox.faults().answerTwice(1);
        UUID deposit = register(first);
        step(deposit);
        await().until(() -> depositing.act(deposit) instanceof Depositing.Answered);
        Depositing.Step again = depositing.act(deposit);
        assertThat(again).isInstanceOf(Depositing.Answered.class);
        workshop.inTransaction(() -> depositing.record(deposit, again));
        workshop.inTransaction(() -> depositing.record(deposit, again));
        registeredOnce();
        assertThat(sandbox.faults().counts()).containsEntry("answer-twice", 1L);
    }

    @Test
    void when_half_of_an_issue_is_refused_the_rest_is_registered_and_the_issue_waits_until_it_is_mended() {
        Doi other = Doi.of("10.5555/" + journal + ".2024(IX-II).02");
        sandbox.faults().refuse(other.value(), "ORCID has invalid checksum", 1);
        register(first);
        register(second);
        run();
        publish(first);
        publish(second);
        assertThat(workshop.facts.heard())
                .containsExactlyInAnyOrder(
                        "registered " + first + " " + doi, "refused " + second + ": ORCID has invalid checksum");
        assertThat(present().state()).isEqualTo(Issue.State.CLOSED);
        assertThat(workshop.get(Registrations.class).progress(present()))
                .filteredOn(it -> it.doi().equals(other))
                .singleElement()
                .satisfies(it -> assertThat(it.standing()).isEqualTo(Registrations.Standing.REFUSED))
                .satisfies(it -> assertThat(it.note()).contains("checksum"));

        register(second);
        run();
        assertThat(present().state()).isEqualTo(Issue.State.PUBLISHED);
        assertThat(successes(doi)).isEqualTo(1);
        assertThat(successes(other)).isEqualTo(1);
    }

    @Test
    void when_the_issues_own_doi_is_refused_the_production_editor_deposits_it_again() {
        String another = workshop.journal();
        Doi own = Doi.of("10.5555/" + another + ".2024(IX.II)");
        sandbox.faults().refuse(own.value(), "Not today", 1);
        journal = another;
        issue = workshop.openIssue(another, Articles.ISSUE);
        placed(5);
        workshop.close(issue);
        run();
        assertThat(workshop.get(Registrations.class).progress(present()))
                .filteredOn(it -> it.standing() == Registrations.Standing.REFUSED)
                .extracting(Registrations.Progress::doi)
                .containsExactly(own);
        workshop.inTransaction(() -> workshop.get(RegisteringDois.class).again(issue.id(), editor(another)));
        run();
        assertThat(successes(own)).isEqualTo(1);
        assertThat(workshop.get(Registrations.class).confirmed(present())).isTrue();
    }

    /** The end state of whatever went wrong. */
    private void registeredOnce() {
        assertThat(last().state()).isInstanceOf(Deposit.Confirmed.class);
        assertThat(workshop.facts.heard()).containsOnlyOnce("registered " + first + " " + doi);
        assertThat(successes(doi)).as("deposited in effect").isEqualTo(1);
        assertThat(sandbox.registered(doi.value()).orElseThrow().pages()).contains("1-13");
    }

    /** A result that is answered twice stands under two submission ids, but is of one file. */
    private long successes(Doi of) {
        List<String> files = deposits.of(of).stream().map(Deposit::fileName).toList();
        return sandbox.submissions().stream()
                .filter(submission -> files.contains(submission.fileName()))
                .filter(submission ->
                        submission.outcomes().stream().anyMatch(outcome -> outcome.status() != Outcome.Status.Failure))
                .map(Submission::fileName)
                .distinct()
                .count();
    }

    private Issue present() {
        return workshop.get(Issues.class).find(issue.id()).orElseThrow();
    }

    private Deposit last() {
        List<Deposit> all = deposits.of(doi);
        return all.get(all.size() - 1);
    }

    private Registrations.Progress progress() {
        return workshop.get(Registrations.class).progress(present()).stream()
                .filter(it -> it.doi().equals(doi))
                .findFirst()
                .orElseThrow();
    }

    private UUID register(String manuscript) {
        workshop.inTransaction(() -> workshop.get(RegisteringDois.class).register(manuscript));
        List<UUID> planned = workshop.facts.planned();
        waiting.addAll(planned);
        return planned.get(0);
    }

    private void publish(String manuscript) {
        workshop.inTransaction(() -> workshop.get(PublishingIssues.class).publish(manuscript, PROCESS, NOW));
        workshop.verify();
    }

    private boolean step(UUID deposit) {
        workshop.inTransaction(() -> depositing.begin(deposit));
        Depositing.Step step = depositing.act(deposit);
        return workshop.inTransaction(() -> depositing.record(deposit, step)).isPresent();
    }

    /** Until nothing waits; without the pauses that production makes. */
    private void run() {
        waiting.addAll(workshop.facts.planned());
        while (!waiting.isEmpty()) {
            UUID id = waiting.remove();
            if (step(id)) {
                waiting.add(id);
            }
            waiting.addAll(workshop.facts.planned());
        }
    }
}
