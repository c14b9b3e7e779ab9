package org.imprimatur.publication.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.publication.Service.editor;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.imprimatur.contracts.publication.AllocatePages;
import org.imprimatur.contracts.publication.ArticleScheduled;
import org.imprimatur.contracts.publication.IssuePublished;
import org.imprimatur.contracts.publication.PagesAllocated;
import org.imprimatur.contracts.publication.PagesFixed;
import org.imprimatur.contracts.publication.PublishArticle;
import org.imprimatur.contracts.publication.RegisterDoi;
import org.imprimatur.contracts.publication.ScheduleArticle;
import org.imprimatur.publication.RunningService;
import org.imprimatur.publication.Service;
import org.imprimatur.web.acting.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

@RunningService
class SiteTest {
    private static final Path SCHEMA =
            Path.of(System.getProperty("imprimatur.schemas", "../../shared/schemas"), "crossref", "OAI-PMH.xsd");

    @Autowired
    Service service;

    @Autowired
    Assertions assertions;

    private String journal;
    private String issue;
    private List<String> articles;

    private void closed() throws Exception {
        journal = service.journal();
        issue = service.issue(journal);
        articles = List.of(service.approved(journal, 13), service.approved(journal, 10));
        for (String article : articles) {
            service.command(new ScheduleArticle(article));
            service.heard(ArticleScheduled.class, article);
            service.command(new AllocatePages(article));
            service.heard(PagesAllocated.class, article);
        }
        service.send(editor(journal), "/production/issues/" + issue + "/closing");
        service.heard(PagesFixed.class, articles.get(1));
    }

    private void published() throws Exception {
        closed();
        for (String article : articles) {
            service.command(new RegisterDoi(article));
            service.command(new PublishArticle(article));
        }
        service.heard(IssuePublished.class, issue);
    }

    @Test
    void a_closed_issue_answers_but_is_listed_nowhere() throws Exception {
        closed();
        for (String path : List.of("/issues/9", "/issues/9/2", "/articles/9-2-01")) {
            MockHttpServletResponse page = get("/" + journal + path);
            assertThat(page.getStatus()).as(path).isEqualTo(200);
            assertThat(page.getContentAsString())
                    .as(path)
                    .contains("noindex", "bout to be published")
                    .doesNotContain("Withdrawn");
        }
        assertThat(get("/" + journal).getContentAsString()).contains("No issue yet");
        assertThat(get("/" + journal + "/issues").getContentAsString()).doesNotContain("IX");
        assertThat(get("/sitemap.xml").getContentAsString()).doesNotContain("/" + journal + "/");
        assertThat(get("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=" + identifier("9-2-01"))
                        .getContentAsString())
                .contains("idDoesNotExist");
        assertThat(get("/" + journal + "/articles/9-2-01/article.pdf").getHeader("X-Robots-Tag"))
                .isEqualTo("noindex");
    }

    @Test
    void an_open_issue_does_not_answer() throws Exception {
        journal = service.journal();
        service.issue(journal);
        for (String path : List.of("/issues/9", "/issues/9/2", "/articles/9-2-01", "/articles/x", "/articles/9-2")) {
            assertThat(get("/" + journal + path).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_published_article_has_its_page_its_files_and_its_place_in_all_lists() throws Exception {
        published();
        String page = get("/" + journal + "/articles/9-2-02").getContentAsString();
        assertThat(page)
                .contains(
                        "pages <span class=\"num\" dir=\"ltr\">14–23</span>",
                        "https://doi.org/10.5555/" + journal + ".2024(IX-II).02",
                        "Gas &amp; &lt;Diplomacy&gt;",
                        "Published",
                        "In apa:",
                        "name=\"citation_doi\"")
                .doesNotContain("noindex", "<Diplomacy>", "Withdrawn", "About to be published");
        assertThat(get("/" + journal).getContentAsString()).contains("14–23", "1–13", "Spring (June 2024)");
        assertThat(get("/sitemap.xml").getContentAsString()).contains("/" + journal + "/articles/9-2-02");
        for (String file : List.of(
                "article.pdf,application/pdf",
                "cover.pdf,application/pdf",
                "article.jats.xml,application/xml",
                "citations.json,application/json",
                "citation.bib,application/x-bibtex",
                "citation.ris,application/x-research-info-systems",
                "citation.csl.json,application/vnd.citationstyles.csl+json")) {
            MockHttpServletResponse answer = get("/" + journal + "/articles/9-2-02/" + file.split(",")[0]);
            assertThat(answer.getStatus()).as(file).isEqualTo(200);
            assertThat(answer.getContentType()).startsWith(file.split(",")[1]);
        }
        assertThat(get("/" + journal + "/articles/9-2-02/article.pdf").getContentAsString())
                .contains("pages 14-23");
    }

    private void read(String path, String agent) throws Exception {
        service.mvc()
                .perform(MockMvcRequestBuilders.get(path).header(HttpHeaders.USER_AGENT, agent))
                .andExpect(MockMvcResultMatchers.status().isOk());
    }

    private String readings(String article) throws Exception {
        return service.mvc()
                .perform(MockMvcRequestBuilders.get("/internal/readings?manuscripts=nobody," + article)
                        .header(Assertions.SERVICE_HEADER, assertions.forService("submission")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_published_article_is_counted_for_readers_and_for_no_program_and_only_services_hear_of_it() throws Exception {
        String firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
        closed();
        String page = "/" + journal + "/articles/9-2-02";
        read(page, firefox);
        assertThat(readings(articles.get(1)))
                .as("not listed yet")
                .contains("Gas & <Diplomacy>", "\"pages\":0,\"pdfs\":0")
                .doesNotContain("nobody");
        for (String article : articles) {
            service.command(new RegisterDoi(article));
            service.command(new PublishArticle(article));
        }
        service.heard(IssuePublished.class, issue);
        read(page, firefox);
        read(page, firefox);
        read(page, "Googlebot/2.1");
        read(page + "/article.pdf", firefox);
        read(page + "/article.pdf", "curl/8.5.0");
        read(page + "/cover.pdf", firefox);
        service.mvc()
                .perform(MockMvcRequestBuilders.head(page).header(HttpHeaders.USER_AGENT, firefox))
                .andExpect(MockMvcResultMatchers.status().isOk());
        assertThat(readings(articles.get(1))).contains("\"pages\":2,\"pdfs\":1");
        assertThat(readings(articles.get(0))).contains("\"pages\":0,\"pdfs\":0");
        assertThat(get("/internal/readings?manuscripts=" + articles.get(1)).getStatus())
                .isEqualTo(401);
    }

    @Test
    void harvesters_get_all_records_page_by_page_and_every_answer_is_valid() throws Exception {
        published();
        Schema schema = schema();
        for (String format : List.of("oai_dc", "jats")) {
            String first = oai("ListRecords&metadataPrefix=" + format + "&set=" + journal, schema);
            assertThat(first).contains("<identifier>" + identifier("9-2-01"), "completeListSize=\"2\" cursor=\"0\"");
            Matcher token = Pattern.compile("<resumptionToken[^>]*>([^<]+)<").matcher(first);
            assertThat(token.find()).isTrue();
            String second = oai("ListRecords&resumptionToken=" + token.group(1), schema);
            assertThat(second).contains("<identifier>" + identifier("9-2-02"), "cursor=\"1\"></resumptionToken>");
        }
        assertThat(oai("Identify", schema)).contains("<deletedRecord>no</deletedRecord>");
        assertThat(oai("ListSets", schema)).contains("<setSpec>" + journal + "</setSpec>");
        assertThat(oai("ListMetadataFormats&identifier=" + identifier("9-2-01"), schema))
                .contains("oai_dc", "jats");
        assertThat(oai("ListIdentifiers&metadataPrefix=oai_dc&set=" + journal, schema))
                .contains("<header>");
        assertThat(oai("GetRecord&metadataPrefix=oai_dc&identifier=" + identifier("9-2-01"), schema))
                .contains("<oai_dc:dc", "Gas &amp; &lt;Diplomacy&gt;");
        assertThat(oai("ListRecords&metadataPrefix=oai_dc&set=" + journal + "&until=2001-01-01", schema))
                .contains("noRecordsMatch");
    }

    @ParameterizedTest
    @CsvSource({
        "'', badVerb",
        "verb=Steal, badVerb",
        "verb=Identify&verb=Identify, badVerb",
        "verb=Identify&from=2024-01-01, badArgument",
        "verb=GetRecord&metadataPrefix=oai_dc, badArgument",
        "verb=ListRecords, badArgument",
        "verb=ListRecords&metadataPrefix=marc, cannotDisseminateFormat",
        "verb=ListRecords&metadataPrefix=oai_dc&from=yesterday, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2024-13-41, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2024-02-01&until=2024-01-01, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2024-02-01&until=2024-03-01T00:00:00Z, badArgument",
        "verb=ListRecords&resumptionToken=nonsense, badResumptionToken",
        "verb=ListRecords&resumptionToken=bm9uc2Vuc2U, badResumptionToken",
        "verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc, badArgument",
        "verb=GetRecord&metadataPrefix=oai_dc&identifier=%3C%22%3E, idDoesNotExist"
    })
    void what_a_harvester_gets_wrong_is_said_in_the_protocols_words(String query, String code) throws Exception {
        String answer = get("/oai?" + query).getContentAsString();
        assertThat(answer).contains("<error code=\"" + code + "\">");
        schema().newValidator().validate(new StreamSource(new StringReader(answer)));
    }

    @Test
    void the_production_pages_are_not_mistaken_for_a_journal() throws Exception {
        assertThat(get("/production").getStatus()).isEqualTo(302);
        assertThat(get("/internal/files/x").getStatus()).isEqualTo(401);
        assertThat(get("/actuator/env").getStatus()).isEqualTo(302);
        assertThat(get("/robots.txt").getContentAsString()).contains("Disallow: /production");
        assertThat(get("/").getStatus()).isEqualTo(200);
        assertThat(get("/no-such-journal").getStatus()).isEqualTo(404);
    }

    private String oai(String query, Schema schema) throws Exception {
        MockHttpServletResponse answer = get("/oai?verb=" + query);
        assertThat(answer.getContentType()).startsWith("text/xml");
        String xml = answer.getContentAsString(StandardCharsets.UTF_8);
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        return xml;
    }

    private static Schema schema() throws Exception {
        Assumptions.assumeTrue(Files.exists(SCHEMA), "no schemas at " + SCHEMA.toAbsolutePath());
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory.newSchema(new Source[] {
            new StreamSource(SCHEMA.toFile()),
            anything("http://www.openarchives.org/OAI/2.0/oai_dc/", "dc"),
            anything("https://jats.nlm.nih.gov/ns/archiving/1.3/", "article")
        });
    }

    /** What stands inside of a record has schemas of its own; here only its place is judged. */
    private static Source anything(String namespace, String element) {
        return new StreamSource(
                new StringReader("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\""
                        + namespace + "\"><xs:element name=\"" + element + "\"/></xs:schema>"));
    }

    private String identifier(String slug) {
        return "oai:127.0.0.1:" + journal + "/" + slug;
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return service.visit(null, path).getResponse();
    }
}
