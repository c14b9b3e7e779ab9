package org.imprimatur.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.publication.Service.editor;
import static org.imprimatur.publication.Service.person;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.contracts.Message;
import org.imprimatur.contracts.publication.AllocatePages;
import org.imprimatur.contracts.publication.ArticleNotScheduled;
import org.imprimatur.contracts.publication.ArticlePublished;
import org.imprimatur.contracts.publication.ArticleScheduled;
import org.imprimatur.contracts.publication.ArticleUnscheduled;
import org.imprimatur.contracts.publication.DoiRegistered;
import org.imprimatur.contracts.publication.GalleyFailed;
import org.imprimatur.contracts.publication.IssueClosed;
import org.imprimatur.contracts.publication.IssuePublished;
import org.imprimatur.contracts.publication.JournalConfigured;
import org.imprimatur.contracts.publication.PagesAllocated;
import org.imprimatur.contracts.publication.PagesFixed;
import org.imprimatur.contracts.publication.PagesReleased;
import org.imprimatur.contracts.publication.ProduceGalley;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofCorrectionsRequested;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.contracts.publication.PublishArticle;
import org.imprimatur.contracts.publication.RegisterDoi;
import org.imprimatur.contracts.publication.ReleasePages;
import org.imprimatur.contracts.publication.RestatePublication;
import org.imprimatur.contracts.publication.ScheduleArticle;
import org.imprimatur.contracts.publication.UnscheduleArticle;
import org.imprimatur.messaging.documents.DocumentReferences;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.publication.issue.Issues;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.production.Galleys;
import org.imprimatur.sandbox.agency.DoiAgency;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;

@RunningService
class WholeWayTest {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final List<Class<? extends Message>> OF_AN_ARTICLE = List.of(
            ProofReady.class,
            ProofApproved.class,
            ArticleScheduled.class,
            PagesAllocated.class,
            PagesFixed.class,
            DoiRegistered.class,
            ArticlePublished.class);

    @Autowired
    MailQueue mails;

    @Autowired
    Service service;

    @Autowired
    DoiAgency agency;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Documents documents;

    @Autowired
    DocumentReferences references;

    @Autowired
    HikariDataSource pool;

    @Autowired
    Journals journals;

    @Autowired
    Issues issues;

    @Autowired
    Galleys galleys;

    @Test
    void three_accepted_manuscripts_become_a_published_issue() throws Exception {
        String journal = service.journal();
        assertThat(service.heard(JournalConfigured.class, journal)).contains("\"version\":1");
        String issue = service.issue(journal);
        agency.faults().unavailable(2);
        List<String> articles =
                List.of(service.approved(journal, 13), service.approved(journal, 13), service.approved(journal, 10));
        for (String article : articles) {
            assertThat(service.heard(ProofApproved.class, article)).contains(article);
            service.command(new ScheduleArticle(article));
            service.heard(ArticleScheduled.class, article);
            service.command(new AllocatePages(article));
        }
        String third = articles.get(2);
        assertThat(service.heard(PagesAllocated.class, third)).contains("\"firstPage\":27", "\"lastPage\":36");

        service.send(editor(journal), "/production/issues/" + issue + "/closing");
        assertThat(service.heard(IssueClosed.class, issue)).contains("\"articles\":3");
        assertThat(service.heard(PagesFixed.class, third)).contains("10.5555/" + journal + ".2024(IX-II).03");

        for (String article : articles) {
            service.command(new RegisterDoi(article));
            assertThat(service.heard(DoiRegistered.class, article)).contains("10.5555/" + journal);
            service.command(new PublishArticle(article));
        }
        assertThat(service.heard(IssuePublished.class, issue)).contains(articles);
        assertThat(service.heard(ArticlePublished.class, third)).contains(".03");

        for (String doi : List.of(
                "10.5555/" + journal,
                "10.5555/" + journal + ".2024(IX)",
                "10.5555/" + journal + ".2024(IX.II)",
                "10.5555/" + journal + ".2024(IX-II).03")) {
            assertThat(agency.registered(doi)).as(doi).isPresent();
        }
        MvcResult page = service.visit(null, "/" + journal + "/articles/9-2-03");
        assertThat(page.getResponse().getStatus()).isEqualTo(200);
        assertThat(page.getResponse().getContentAsString())
                .contains("pages <span class=\"num\" dir=\"ltr\">27–36</span>", "Spring (June 2024)", "citation_title");

        everyDocumentThatARowNamesIsKeptFromTheSweep();
        readersTakeOneConnectionAtATime(journal, third);

        Map<String, String> said = newest(issue, third);
        service.command(new RestatePublication(journal));
        await().untilAsserted(() ->
                assertThat(service.said(IssuePublished.class, issue)).hasSize(2));
        assertThat(newest(issue, third)).isEqualTo(said);
        assertThat(OF_AN_ARTICLE)
                .allSatisfy(type -> assertThat(service.said(type, third).size())
                        .as(type.getSimpleName())
                        .isGreaterThan(1));
        assertThat(mails.about(third)).as("nobody is written to again").hasSize(1);
    }

    private void everyDocumentThatARowNamesIsKeptFromTheSweep() {
        Set<String> named = Stream.of("galley", "slot", "verification", "corrected_manuscript", "deposit")
                .flatMap(table -> jdbc.sql("select t::text from " + table + " t").query(String.class).list().stream())
                .flatMap(row -> SHA256.matcher(row).results().map(MatchResult::group))
                .filter(sha256 -> documents.read(sha256).isPresent())
                .collect(Collectors.toSet());

        assertThat(named).isNotEmpty();
        assertThat(references.referencedAmong(named)).isEqualTo(named);
    }

    /** Two at a time, and as many readers as there are connections would wait for each other. */
    private void readersTakeOneConnectionAtATime(String journal, String article) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            // one listens for notifications, one is left
            for (int left = pool.getMaximumPoolSize(); left > 2; left--) {
                taken.add(pool.getConnection());
            }
            assertThat(journals.find(journal)).isPresent();
            assertThat(issues.of(journal)).hasSize(1);
            assertThat(galleys.approved(article)).isPresent();
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }
    }

    private Map<String, String> newest(String issue, String article) {
        Map<String, String> newest = new TreeMap<>();
        OF_AN_ARTICLE.forEach(type -> newest.put(type.getSimpleName(), last(service.said(type, article))));
        List.of(IssueClosed.class, IssuePublished.class)
                .forEach(type -> newest.put(type.getSimpleName(), last(service.said(type, issue))));
        return newest;
    }

    private static String last(List<String> said) {
        return said.get(said.size() - 1);
    }

    @Test
    void answers_are_given_again_alike_when_a_command_comes_again() throws Exception {
        String journal = service.journal();
        service.issue(journal);
        String article = service.approved(journal, 7);
        service.command(new ScheduleArticle(article));
        service.command(new ScheduleArticle(article));
        service.command(new AllocatePages(article));
        service.command(new AllocatePages(article));
        service.command(new ReleasePages(article));
        service.command(new ReleasePages(article));
        service.command(new UnscheduleArticle(article));
        service.command(new UnscheduleArticle(article));
        service.heard(ArticleUnscheduled.class, article);
        await().untilAsserted(() -> assertThat(service.said(ArticleUnscheduled.class, article))
                .hasSize(2)
                .first()
                .asString()
                .contains("\"was\":false"));
        assertThat(service.said(ArticleScheduled.class, article))
                .hasSize(2)
                .allMatch(it -> it.contains("\"position\":1"));
        assertThat(service.said(PagesAllocated.class, article)).hasSize(2);
        assertThat(service.said(PagesReleased.class, article)).hasSize(2);
    }

    @Test
    void corrections_bring_a_second_proof() throws Exception {
        String journal = service.journal();
        ProduceGalley order = service.accepted(journal, 9);
        service.command(order);
        String first = service.proof(order.manuscript());
        service.send(
                person(order.correspondingAccount()),
                "/production/proofs/" + first + "/corrections",
                "correction",
                "page 3: a comma");
        service.heard(ProofCorrectionsRequested.class, order.manuscript());
        service.command(order);
        await().untilAsserted(() ->
                assertThat(service.said(ProofReady.class, order.manuscript())).hasSize(2));
        assertThat(service.proof(order.manuscript())).isNotEqualTo(first);
    }

    @Test
    void what_can_not_be_done_is_answered_too() throws Exception {
        String journal = service.journal();
        ProduceGalley order = service.accepted(journal, 0);
        service.command(order);
        assertThat(service.heard(GalleyFailed.class, order.manuscript())).contains("A picture is missing.");
        String article = service.approved(journal, 4);
        service.command(new ScheduleArticle(article));
        assertThat(service.heard(ArticleNotScheduled.class, article)).contains("no open issue");
    }

    @Test
    void a_journal_is_said_again_when_somebody_asks() throws Exception {
        String journal = service.journal();
        service.command(new RestatePublication(journal));
        await().untilAsserted(() ->
                assertThat(service.said(JournalConfigured.class, journal)).hasSize(2));
    }
}
