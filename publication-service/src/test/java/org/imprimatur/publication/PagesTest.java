package org.imprimatur.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.publication.Service.administrator;
import static org.imprimatur.publication.Service.editor;
import static org.imprimatur.publication.Service.fields;
import static org.imprimatur.publication.Service.person;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.contracts.publication.AllocatePages;
import org.imprimatur.contracts.publication.ArticleScheduled;
import org.imprimatur.contracts.publication.PagesAllocated;
import org.imprimatur.contracts.publication.ProduceGalley;
import org.imprimatur.contracts.publication.ProofSeen;
import org.imprimatur.contracts.publication.ProofTimeGranted;
import org.imprimatur.contracts.publication.ScheduleArticle;
import org.imprimatur.publication.journal.Drafts;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.words.Languages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@RunningService
class PagesTest {
    @Autowired
    Service service;

    @Test
    void a_wrong_journal_comes_back_with_all_that_was_typed_and_each_error_at_its_field() throws Exception {
        MockHttpServletResponse page = service.send(
                        administrator(),
                        "/production/journals",
                        fields(Drafts.of("wrong")
                                .with("issnPrint", "2521-2983")
                                .with("publisher", "House <of> Cards")
                                .with("articlePattern", "{prefix}/x")))
                .getResponse();
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString())
                .contains(
                        "House &lt;of&gt; Cards", "should be 2", "href=\"#f-articlePattern\"", "href=\"#f-issnPrint\"");
        assertThat(service.visit(null, "/wrong").getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void a_journal_is_shown_with_the_dois_that_its_patterns_make() throws Exception {
        Drafts draft = Drafts.of("preview").with("abbreviation", "PRV");
        String[] asked = Arrays.copyOf(fields(draft), fields(draft).length + 2);
        asked[asked.length - 2] = "act";
        asked[asked.length - 1] = "preview";
        MockHttpServletResponse page =
                service.send(administrator(), "/production/journals", asked).getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).contains("Makes 10.5555/prv.", "(IX-II).03");
    }

    @Test
    void a_journal_that_two_change_at_once_is_changed_by_the_first() throws Exception {
        String journal = service.journal();
        String[] change = fields(Drafts.of(journal)
                .with("abbreviation", journal)
                .with("publisher", "Another House")
                .with("version", "1"));
        assertThat(service.send(administrator(), "/production/journals/" + journal, change)
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        String[] second = fields(Drafts.of(journal)
                .with("abbreviation", journal)
                .with("publisher", "A Third House")
                .with("version", "1"));
        MockHttpServletResponse refused = service.send(administrator(), "/production/journals/" + journal, second)
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Somebody changed the journal", "A Third House");
    }

    @Test
    void readers_and_production_read_it_in_urdu_too() throws Exception {
        String journal = service.journal();
        String issue = service.issue(journal);
        var urdu = new Cookie(Languages.COOKIE, "ur");
        assertThat(service.mvc()
                        .perform(MockMvcRequestBuilders.get("/" + journal).cookie(urdu))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("<html lang=\"ur\" dir=\"rtl\">", "تمام شمارے")
                .doesNotContain("All issues");
        assertThat(service.mvc()
                        .perform(MockMvcRequestBuilders.get("/production/issues/" + issue)
                                .header("X-Imprimatur-Person", service.headerOf(editor(journal)))
                                .cookie(urdu))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("<html lang=\"ur\" dir=\"rtl\">", "شمارہ بند کریں", "شمارے میں ابھی کوئی مقالہ نہیں۔")
                .doesNotContain("The issue holds no article yet.");
    }

    @Test
    void who_has_no_part_in_a_journal_sees_nothing_of_its_production() throws Exception {
        String journal = service.journal();
        String issue = service.issue(journal);
        for (SignedIn stranger : new SignedIn[] {person("stranger"), editor("another")}) {
            assertThat(status(stranger, "/production/issues/" + issue)).isEqualTo(404);
            assertThat(status(stranger, "/production/journals/" + journal)).isEqualTo(404);
            assertThat(service.send(stranger, "/production/issues/" + issue + "/closing")
                            .getResponse()
                            .getStatus())
                    .isEqualTo(404);
            assertThat(service.send(stranger, "/production/issues/" + issue + "/moves", "manuscript", "m", "by", "1")
                            .getResponse()
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(status(null, "/production/issues/" + issue)).isEqualTo(302);
        assertThat(status(editor(journal), "/production/journals/new")).isEqualTo(403);
    }

    @Test
    void nothing_is_changed_without_the_forms_token() throws Exception {
        String journal = service.journal();
        String issue = service.issue(journal);
        assertThat(service.mvc()
                        .perform(MockMvcRequestBuilders.post("/production/issues/" + issue + "/closing")
                                .header("X-Imprimatur-Person", service.headerOf(editor(journal))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_proof_is_shown_to_its_authors_and_not_found_by_others() throws Exception {
        String journal = service.journal();
        ProduceGalley order = service.accepted(journal, 10);
        service.command(order);
        String path = "/production/proofs/" + service.proof(order.manuscript());
        for (String author : new String[] {"ada-" + order.manuscript(), order.correspondingAccount()}) {
            assertThat(service.visit(person(author), path).getResponse().getContentAsString())
                    .contains("Approve the proof", "Gas &amp; &lt;Diplomacy&gt;")
                    .doesNotContain("Nothing more is asked of you", "With the author.");
        }
        MockHttpServletResponse pdf = service.visit(person(order.correspondingAccount()), path + "/proof.pdf")
                .getResponse();
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.getContentAsString()).startsWith("%PDF");
        assertThat(service.said(ProofSeen.class, order.manuscript())).hasSize(1);
        assertThat(status(person("stranger"), path)).isEqualTo(404);
        assertThat(status(person("stranger"), path + "/proof.pdf")).isEqualTo(404);
        assertThat(service.said(ProofSeen.class, order.manuscript()))
                .as("who got nothing saw nothing")
                .hasSize(1);
        assertThat(status(null, path)).isEqualTo(302);
        assertThat(status(person("stranger"), "/production/proofs/" + UUID.randomUUID()))
                .isEqualTo(404);
        assertThat(status(person("stranger"), "/production/proofs/no-such-id")).isEqualTo(400);
        assertThat(service.send(editor(journal), path + "/approval")
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void proofs_of_a_merged_account_are_the_persons() throws Exception {
        String journal = service.journal();
        ProduceGalley order = service.accepted(journal, 10);
        service.command(order);
        String path = "/production/proofs/" + service.proof(order.manuscript());
        String into = "one-" + order.manuscript();
        assertThat(status(person(into), path)).isEqualTo(404);
        service.command(new AccountsMerged(order.correspondingAccount(), into));
        await().untilAsserted(() -> assertThat(status(person(into), path)).isEqualTo(200));
        assertThat(status(person(order.correspondingAccount()), path)).isEqualTo(404);
        assertThat(status(person("ada-" + order.manuscript()), path)).isEqualTo(200);
    }

    @Test
    void an_account_that_was_erased_sees_no_proof_any_more() throws Exception {
        String journal = service.journal();
        ProduceGalley order = service.accepted(journal, 10);
        service.command(order);
        String path = "/production/proofs/" + service.proof(order.manuscript());
        String coAuthor = "ada-" + order.manuscript();
        service.command(new AccountErased(order.correspondingAccount(), null));
        await().untilAsserted(() ->
                assertThat(status(person(order.correspondingAccount()), path)).isEqualTo(404));
        assertThat(status(person(coAuthor), path)).isEqualTo(200);
        assertThat(service.jdbc
                        .sql("select count(*) from galley where corresponding = :account")
                        .param("account", order.correspondingAccount())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_author_asks_for_more_time_and_production_answers_on_the_same_page() throws Exception {
        String journal = service.journal();
        ProduceGalley order = service.accepted(journal, 10);
        service.command(order);
        String path = "/production/proofs/" + service.proof(order.manuscript());
        SignedIn author = person(order.correspondingAccount());
        assertThat(service.visit(author, path).getResponse().getContentAsString())
                .contains("Need more time?")
                .doesNotContain("Give more time?");
        MockHttpServletResponse wrong = service.send(author, path + "/time", "days", "soon", "reason", "<i>ill</i>")
                .getResponse();
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains(
                        "Choose between 1 and 60 days.",
                        "value=\"soon\"",
                        "&lt;i&gt;ill&lt;/i&gt;",
                        "href=\"#f-days\"");
        service.send(author, path + "/time", "days", "7", "reason", "<i>ill</i>");
        assertThat(service.visit(author, path).getResponse().getContentAsString())
                .contains("7 more days were asked for", "has not answered yet")
                .doesNotContain("Need more time?", "Give more time?");
        String page = service.visit(editor(journal), path).getResponse().getContentAsString();
        assertThat(page).contains("Give more time?", "value=\"7\"");
        Matcher wish = Pattern.compile("action=\"" + path + "/time/([^\"]+)\"").matcher(page);
        assertThat(wish.find()).isTrue();
        String answer = path + "/time/" + wish.group(1);
        assertThat(service.send(editor(journal), answer, "answer", "refuse", "word", "")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        service.send(editor(journal), answer, "answer", "grant", "given", "5", "word", "Get well.");
        assertThat(service.heard(ProofTimeGranted.class, order.manuscript())).contains("\"days\":5");
        assertThat(service.visit(author, path).getResponse().getContentAsString())
                .contains("5 more days given", "Get well.", "Need more time?");
        assertThat(service.send(editor(journal), answer, "answer", "grant", "given", "5")
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
        assertThat(service.send(person("stranger"), path + "/time", "days", "7", "reason", "x")
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void an_answer_to_a_proof_that_is_answered_is_refused_and_says_why() throws Exception {
        String journal = service.journal();
        ProduceGalley order = service.accepted(journal, 10);
        service.command(order);
        String path = "/production/proofs/" + service.proof(order.manuscript());
        SignedIn author = person(order.correspondingAccount());
        assertThat(service.send(author, path + "/corrections", "correction", " ")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        service.send(author, path + "/corrections", "correction", "<b>bold</b>");
        MockHttpServletResponse refused =
                service.send(author, path + "/approval").getResponse();
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("asked for already");
        assertThat(service.visit(author, path).getResponse().getContentAsString())
                .contains("&lt;b&gt;bold&lt;/b&gt;")
                .doesNotContain("Approve the proof");
    }

    @Test
    void the_board_moves_articles_without_scripts() throws Exception {
        String journal = service.journal();
        String issue = service.issue(journal);
        String first = placed(journal, 13);
        String second = placed(journal, 10);
        String board = "/production/issues/" + issue;
        String location = service.send(editor(journal), board + "/moves", "manuscript", second, "by", "-1")
                .getResponse()
                .getRedirectedUrl();
        assertThat(service.visit(editor(journal), location).getResponse().getContentAsString())
                .contains("1–10", "11–23", "No. 02 moved.")
                .containsSubsequence("No. 02", "No. 01")
                .doesNotContain("No article yet", "No. 01 moved");
        assertThat(service.said(PagesAllocated.class, first).get(0)).contains("\"firstPage\":11");
    }

    @Test
    void an_issue_that_can_not_be_closed_says_why() throws Exception {
        String journal = service.journal();
        String issue = service.issue(journal);
        MockHttpServletResponse refused = service.send(editor(journal), "/production/issues/" + issue + "/closing")
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("holds no article yet");
    }

    @Test
    void an_impossible_issue_is_refused_at_its_fields() throws Exception {
        String journal = service.journal();
        MockHttpServletResponse refused = service.send(
                        editor(journal),
                        "/production/journals/" + journal + "/issues",
                        "volume",
                        "0",
                        "number",
                        "x",
                        "season",
                        "MONSOON",
                        "month",
                        "13",
                        "year",
                        "24",
                        "firstPage",
                        "-1")
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("#f-volume", "#f-number", "#f-season", "#f-month", "#f-year", "#f-firstPage", "value=\"-1\"");
    }

    private String placed(String journal, int pages) throws Exception {
        String article = service.approved(journal, pages);
        service.command(new ScheduleArticle(article));
        service.heard(ArticleScheduled.class, article);
        service.command(new AllocatePages(article));
        service.heard(PagesAllocated.class, article);
        return article;
    }

    private int status(SignedIn who, String path) throws Exception {
        return service.visit(who, path).getResponse().getStatus();
    }
}
