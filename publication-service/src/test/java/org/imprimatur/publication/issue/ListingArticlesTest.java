package org.imprimatur.publication.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.publication.Service.editor;
import static org.imprimatur.publication.Service.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.imprimatur.contracts.publication.AllocatePages;
import org.imprimatur.contracts.publication.ArticleNotPublished;
import org.imprimatur.contracts.publication.ArticlePublished;
import org.imprimatur.contracts.publication.ArticleScheduled;
import org.imprimatur.contracts.publication.DoiRegistered;
import org.imprimatur.contracts.publication.IssuePublished;
import org.imprimatur.contracts.publication.PagesAllocated;
import org.imprimatur.contracts.publication.PagesFixed;
import org.imprimatur.contracts.publication.ProduceGalley;
import org.imprimatur.contracts.publication.PublishArticle;
import org.imprimatur.contracts.publication.RegisterDoi;
import org.imprimatur.contracts.publication.ScheduleArticle;
import org.imprimatur.publication.FakeRendering.Slip;
import org.imprimatur.publication.RunningService;
import org.imprimatur.publication.Service;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.article.Place;
import org.imprimatur.publication.bibliographic.PageRange;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles are rendered, served and read back as in production. */
@RunningService
class ListingArticlesTest {
    private record Planted(Optional<Slip> slip, String says) {}

    private static final List<Planted> PLANTED = List.of(
            ofRecord("PDF", ListingArticlesTest::moved, "PDF, folios"),
            ofRecord("cover", ListingArticlesTest::moved, "cover, pages"),
            ofText("JATS", "<fpage>", "<fpage>9", "JATS, first page"),
            ofText("Crossref deposit", "<last_page>", "<last_page>1", "Crossref deposit, last page"),
            ofRecord("landing page", ListingArticlesTest::retitled, "landing page, citation_title"),
            ofText("OAI-PMH", "2024-06", "2024-07", "OAI-PMH, date"),
            ofText("bibtex", "Paper, Ada", "Paper, Ade", "bibtex, contributors"),
            ofText("ris", "SP  - ", "SP  - 9", "ris, first page"),
            ofText("csl-json", "\"II\"", "\"III\"", "csl-json, issue"),
            ofText("apa", "Gas", "Gaz", "apa, title"),
            ofText("mla", "IX", "XI", "mla, volume"));

    @Autowired
    Service service;

    private String journal;
    private String issue;

    @Test
    void an_article_whose_renderings_agree_is_listed() throws Exception {
        begin();
        String article = closed(List.of(new Planted(Optional.empty(), ""))).get(0);
        registeredAndAskedFor(article);
        assertThat(service.heard(ArticlePublished.class, article)).contains(".01");
        assertThat(service.said(ArticleNotPublished.class, article)).isEmpty();
        assertThat(board()).contains("Read back before listing", "Agrees");
        assertThat(get("/sitemap.xml")).contains("/" + journal + "/articles/9-2-01");
    }

    @Test
    void a_slip_in_any_rendering_keeps_the_issue_unlisted_and_names_rendering_and_field_until_it_is_mended()
            throws Exception {
        begin();
        List<Planted> planted = new ArrayList<>(PLANTED);
        planted.add(new Planted(Optional.empty(), "contents page, title"));
        List<String> articles = closed(planted);
        String last = articles.get(articles.size() - 1);
        service.jdbc
                .sql("update galley set title = 'Something Else' where manuscript = :last")
                .param("last", last)
                .update();

        for (int i = 0; i < articles.size(); i++) {
            registeredAndAskedFor(articles.get(i));
            assertThat(service.heard(ArticleNotPublished.class, articles.get(i)))
                    .contains("don't agree with its record. ", planted.get(i).says() + ": it says ");
        }
        for (Planted one : planted) {
            assertThat(board()).contains(one.says());
        }
        assertThat(get("/sitemap.xml")).doesNotContain("/" + journal + "/");
        assertThat(get("/" + journal)).contains("No issue yet");
        assertThat(service.said(IssuePublished.class, issue)).isEmpty();

        String pdf = articles.get(0);
        service.rendering.real(pdf);
        service.command(new PublishArticle(pdf));
        await().untilAsserted(() -> assertThat(board()).contains("Agrees"));
        assertThat(service.said(ArticleNotPublished.class, pdf)).hasSize(1);
        assertThat(service.said(ArticlePublished.class, pdf)).isEmpty();
    }

    private void begin() throws Exception {
        journal = service.journal();
        issue = service.issue(journal);
    }

    private List<String> closed(List<Planted> planted) throws Exception {
        List<String> articles = new ArrayList<>();
        for (Planted one : planted) {
            ProduceGalley order = service.accepted(journal, 1);
            String article = order.manuscript();
            one.slip()
                    .ifPresentOrElse(
                            slip -> service.rendering.real(article, slip), () -> service.rendering.real(article));
            service.command(order);
            service.send(
                    person(order.correspondingAccount()), "/production/proofs/" + service.proof(article) + "/approval");
            service.command(new ScheduleArticle(article));
            service.heard(ArticleScheduled.class, article);
            service.command(new AllocatePages(article));
            service.heard(PagesAllocated.class, article);
            articles.add(article);
        }
        service.send(editor(journal), "/production/issues/" + issue + "/closing");
        service.heard(PagesFixed.class, articles.get(0));
        return articles;
    }

    private void registeredAndAskedFor(String article) {
        service.command(new RegisterDoi(article));
        service.heard(DoiRegistered.class, article);
        service.command(new PublishArticle(article));
    }

    private String board() throws Exception {
        return service.visit(editor(journal), "/production/issues/" + issue)
                .getResponse()
                .getContentAsString();
    }

    private String get(String path) throws Exception {
        return service.visit(null, path).getResponse().getContentAsString();
    }

    private static Planted ofText(String rendering, String from, String to, String says) {
        return new Planted(
                Optional.of(new Slip(rendering, text -> text.replace(from, to), UnaryOperator.identity())), says);
    }

    private static Planted ofRecord(String rendering, UnaryOperator<ArticleRecord> slip, String says) {
        return new Planted(Optional.of(new Slip(rendering, UnaryOperator.identity(), slip)), says);
    }

    private static ArticleRecord moved(ArticleRecord record) {
        Place place = record.place();
        return new ArticleRecord(
                record.article(),
                new Place(
                        place.issue(),
                        place.volumeDoi(),
                        place.issueDoi(),
                        place.number(),
                        new PageRange(place.pages().first() + 1, place.pages().last() + 1),
                        place.doi(),
                        place.landingPage(),
                        place.pdf()),
                record.published());
    }

    private static ArticleRecord retitled(ArticleRecord record) {
        ArticleUnderProduction article = record.article();
        return new ArticleRecord(
                new ArticleUnderProduction(
                        article.manuscript(),
                        article.manuscriptNumber(),
                        article.journal(),
                        "Another Title",
                        article.abstractText(),
                        article.keywords(),
                        article.language(),
                        article.contributors(),
                        article.section(),
                        article.articleType(),
                        article.history(),
                        article.doiPlaceholder(),
                        article.licence(),
                        article.banner(),
                        article.text()),
                record.place(),
                record.published());
    }
}
