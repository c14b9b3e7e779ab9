package org.imprimatur.publication.doi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.publication.Workshop.editor;
import static org.imprimatur.publication.Workshop.person;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.imprimatur.publication.Workshop;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.article.Articles;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.issue.AllocatingPages;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Issues;
import org.imprimatur.publication.issue.Registrations;
import org.imprimatur.publication.issue.SchedulingArticles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcilingDoisTest {
    private static final Actor PROCESS = new Actor.Process();
    private final Workshop workshop = Workshop.open();
    private final ReconcilingDois reconciling = workshop.get(ReconcilingDois.class);
    private final Depositing depositing = workshop.get(Depositing.class);
    private final Deposits deposits = workshop.get(Deposits.class);
    private String journal;
    private Issue issue;
    private String article;
    private Doi doi;
    private Instant night = Instant.now().plus(Duration.ofDays(1));

    @BeforeEach
    void aClosedIssueWhoseDoisAreAllRegistered() {
        journal = workshop.journal();
        issue = workshop.openIssue(journal, Articles.ISSUE);
        article = workshop.ready(journal, 10);
        workshop.inTransaction(() -> workshop.get(SchedulingArticles.class).schedule(article, PROCESS));
        workshop.inTransaction(() -> workshop.get(AllocatingPages.class).allocate(article, PROCESS));
        workshop.close(issue);
        doi = Doi.of("10.5555/" + journal + ".2024(IX-II).01");
        workshop.inTransaction(() -> workshop.get(RegisteringDois.class).register(article));
        runDeposits();
        workshop.facts.heard();
    }

    @Test
    void what_agrees_is_asked_for_once_a_night_and_nothing_is_said() {
        assertThat(reconcile()).as("journal, volume, issue and article").isEqualTo(4);
        assertThat(reconcile()).as("and the night after").isEqualTo(4);
        assertThat(workshop.facts.heard()).isEmpty();
        assertThat(standing(doi)).isEqualTo(Registrations.Standing.CONFIRMED);
    }

    @Test
    void what_the_agency_holds_otherwise_is_told_once_shown_and_mended_by_a_later_deposit() {
        Agency.Held held = (Agency.Held) workshop.agency.holding(doi);
        workshop.agency.holds(doi, new Agency.Held("https://elsewhere.example.org/", held.title(), "37-36"));
        reconcile();
        assertThat(workshop.facts.heard())
                .singleElement()
                .asString()
                .startsWith("differs " + doi)
                .contains("https://elsewhere.example.org/", "other pages: \"37-36\", not \"1–10\"");
        reconcile();
        assertThat(workshop.facts.heard()).as("it is known").isEmpty();
        assertThat(standing(doi)).isEqualTo(Registrations.Standing.DIFFERS);

        assertThat(again(person("stranger"))).isInstanceOf(Outcome.Refused.class);
        assertThat(again(editor(journal))).isInstanceOf(Outcome.Done.class);
        runDeposits();
        assertThat(workshop.agency.holding(doi)).isEqualTo(held);
        assertThat(deposits.of(doi)).hasSize(2);
        assertThat(deposits.of(doi).get(1).timestamp())
                .isGreaterThan(deposits.of(doi).get(0).timestamp());
        assertThat(standing(doi)).isEqualTo(Registrations.Standing.CONFIRMED);
        assertThat(workshop.facts.heard()).as("the process knows already").isEmpty();
        again(editor(journal));
        assertThat(deposits.of(doi)).as("what agrees is deposited no more").hasSize(2);
    }

    @Test
    void a_refusal_of_a_registered_dois_new_deposit_is_no_business_of_the_process() {
        workshop.agency.holds(doi, new Agency.Held("https://elsewhere.example.org/", "", ""));
        reconcile();
        workshop.agency.refuse(doi.value(), "Not today");
        again(editor(journal));
        workshop.facts.heard();
        runDeposits();
        assertThat(workshop.facts.heard()).isEmpty();
        assertThat(workshop.get(DoiRegistry.class).confirmed(doi)).isTrue();
        assertThat(standing(doi)).as("the production editor sees it still").isEqualTo(Registrations.Standing.DIFFERS);
    }

    @Test
    void a_doi_that_the_agency_has_lost_is_told() {
        workshop.agency.holds(doi, null);
        reconcile();
        assertThat(workshop.facts.heard())
                .containsExactly(
                        "differs " + doi + ": The agency confirmed this DOI, but says now that it doesn't hold it.");
    }

    @Test
    void an_agency_that_is_away_decides_nothing() {
        workshop.agency.away(1);
        assertThat(reconciling.ask(reconciling.toAsk(journal, night).get(0))).isInstanceOf(Agency.Away.class);
        assertThat(reconcile()).isEqualTo(4);
    }

    @Test
    void a_round_begins_in_the_coming_night() {
        assertThat(ReconcilingDois.night(Instant.parse("2024-06-01T10:00:00Z"))).isEqualTo("2024-06-02T02:00:00Z");
        assertThat(ReconcilingDois.night(Instant.parse("2024-06-01T00:30:00Z"))).isEqualTo("2024-06-01T02:00:00Z");
        assertThat(ReconcilingDois.night(Instant.parse("2024-06-01T02:00:00Z"))).isEqualTo("2024-06-02T02:00:00Z");
    }

    /** One round, a day after the last; gives how many DOIs were asked for. */
    private int reconcile() {
        List<AssignedDoi> asked = reconciling.toAsk(journal, night);
        for (AssignedDoi one : asked) {
            Agency.Holding holding = reconciling.ask(one);
            workshop.inTransaction(() -> reconciling.record(one, holding, night.plus(Duration.ofMinutes(1))));
        }
        assertThat(reconciling.toAsk(journal, night)).as("once a night").isEmpty();
        night = night.plus(Duration.ofDays(1));
        return asked.size();
    }

    private Outcome<Issue> again(Actor actor) {
        return workshop.inTransaction(() -> workshop.get(RegisteringDois.class).again(issue.id(), actor));
    }

    private Registrations.Standing standing(Doi of) {
        return workshop
                .get(Registrations.class)
                .progress(workshop.get(Issues.class).find(issue.id()).orElseThrow())
                .stream()
                .filter(progress -> progress.doi().equals(of))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private void runDeposits() {
        Deque<UUID> waiting = new ArrayDeque<>(workshop.facts.planned());
        while (!waiting.isEmpty()) {
            UUID id = waiting.remove();
            workshop.inTransaction(() -> depositing.begin(id));
            Depositing.Step step = depositing.act(id);
            if (workshop.inTransaction(() -> depositing.record(id, step)).isPresent()) {
                waiting.add(id);
            }
            waiting.addAll(workshop.facts.planned());
        }
    }
}
