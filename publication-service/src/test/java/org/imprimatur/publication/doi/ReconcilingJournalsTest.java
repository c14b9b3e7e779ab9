package org.imprimatur.publication.doi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.publication.Service.editor;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.imprimatur.contracts.operations.DepositDelayed;
import org.imprimatur.contracts.publication.AllocatePages;
import org.imprimatur.contracts.publication.ArticleScheduled;
import org.imprimatur.contracts.publication.DoiRegistered;
import org.imprimatur.contracts.publication.PagesAllocated;
import org.imprimatur.contracts.publication.PagesFixed;
import org.imprimatur.contracts.publication.RegisterDoi;
import org.imprimatur.contracts.publication.ScheduleArticle;
import org.imprimatur.messaging.errands.Errands;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.RunningService;
import org.imprimatur.publication.Service;
import org.imprimatur.sandbox.agency.DoiAgency;
import org.imprimatur.sandbox.agency.RegisteredDoi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

@RunningService
class ReconcilingJournalsTest {
    @Autowired
    Service service;

    @Autowired
    DoiAgency agency;

    @Autowired
    Errands errands;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DomainClock clock;

    @Test
    void what_another_system_deposits_under_our_doi_is_noticed_at_night_shown_and_put_right() throws Exception {
        String journal = service.journal();
        String issue = service.issue(journal);
        String article = service.approved(journal, 13);
        service.command(new ScheduleArticle(article));
        service.heard(ArticleScheduled.class, article);
        service.command(new AllocatePages(article));
        service.heard(PagesAllocated.class, article);
        service.send(editor(journal), "/production/issues/" + issue + "/closing");
        service.heard(PagesFixed.class, article);
        service.command(new RegisterDoi(article));
        service.heard(DoiRegistered.class, article);
        String doi = "10.5555/" + journal + ".2024(IX-II).01";
        assertThat(planned(journal)).as("for the coming night").isEqualTo(1);
        depositedElsewhere(doi);

        night(journal);
        assertThat(service.heard(DepositDelayed.class, article)).contains(doi, "other pages", "1-99");
        assertThat(board(journal, issue)).contains("Differs at the agency", "1-99");
        await().until(() -> planned(journal) == 1);

        service.send(editor(journal), "/production/issues/" + issue + "/deposits");
        await().untilAsserted(() ->
                assertThat(agency.registered(doi).flatMap(RegisteredDoi::pages)).contains("1-13"));
        await().untilAsserted(() -> assertThat(board(journal, issue)).doesNotContain("Differs at the agency"));
        assertThat(service.said(DoiRegistered.class, article)).hasSize(1);
    }

    /** As if it were the night after today. */
    private void night(String journal) {
        service.jdbc
                .sql("update doi set reconciled_at = reconciled_at - interval '1 day' where value like :ours")
                .param("ours", "10.5555/" + journal + "%")
                .update();
        transaction.executeWithoutResult(status -> errands.plan(
                new Errands.Errand("reconciliation", journal, clock.instant(), Errands.Time.DOMAIN, Map.of())));
    }

    private int planned(String journal) {
        return service.jdbc
                .sql("select count(*) from errand where kind = 'reconciliation' and key = :journal and due > now()")
                .param("journal", journal)
                .query(Integer.class)
                .single();
    }

    private void depositedElsewhere(String doi) {
        RegisteredDoi held = agency.registered(doi).orElseThrow();
        String xml = new String(
                        agency.submission(held.submission()).orElseThrow().content(), StandardCharsets.UTF_8)
                .replace("<last_page>13", "<last_page>99")
                .replace(
                        "<timestamp>" + held.timestamp(),
                        "<timestamp>" + held.timestamp().add(BigInteger.ONE));
        LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("operation", "doMDUpload");
        form.add("login_id", "house");
        form.add("login_passwd", "secret");
        form.add("fname", new ByteArrayResource(xml.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return doi.replaceAll("[^a-z0-9]", "") + "-elsewhere.xml";
            }
        });
        RestClient.create()
                .post()
                .uri(agency.baseUrl() + "/servlet/deposit")
                .body(form)
                .retrieve()
                .toBodilessEntity();
        await().untilAsserted(() ->
                assertThat(agency.registered(doi).flatMap(RegisteredDoi::pages)).contains("1-99"));
    }

    private String board(String journal, String issue) throws Exception {
        return service.visit(editor(journal), "/production/issues/" + issue)
                .getResponse()
                .getContentAsString();
    }
}
