package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.gateway.accounts.Account;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session ends in the middle of a form: nothing is lost, and it is done once. */
class KeptFormsTest extends InGateway {
    private static final String FORM = "/author/forms/about";
    private static final String WORDS = "Soil & water: 40 % more, + \"quoted\"\nsecond line, \u0627\u0631\u062f\u0648";
    private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private Account known;
    private String token;

    @BeforeEach
    void a_form_is_open_when_the_session_ends() {
        SUBMISSION.posted.clear();
        known = person();
        browser.signIn(known.address(), PASSWORD);
        // services and gateway share the token of forms: the page's form has it
        Matcher form = FIELD.matcher(browser.open("/account").body());
        assertThat(form.find()).isTrue();
        token = form.group(1);
        jdbc.sql("DELETE FROM session WHERE account = :id")
                .param("id", known.id())
                .update();
    }

    private HttpResponse<String> send() {
        return browser.post(FORM + "?step=2", Map.of("abstract", WORDS, "version", "7"), token);
    }

    private HttpResponse<String> signInAgain(Account account) {
        return browser.send(
                "/sign-in?next=/account/kept",
                "/sign-in",
                Map.of("address", account.address(), "password", PASSWORD, "next", "/account/kept"));
    }

    @Test
    void what_was_typed_is_there_after_signing_in_again_and_is_sent_once() {
        HttpResponse<String> refused = send();
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(location(refused)).isEqualTo("/sign-in?next=/account/kept");
        assertThat(SUBMISSION.posted).as("nothing is done for nobody").isEmpty();

        assertThat(location(signInAgain(known))).isEqualTo("/account/kept");
        String page = browser.open("/account/kept").body();
        assertThat(page)
                .contains(
                        "Soil &amp; water: 40 % more, + &quot;quoted&quot;\nsecond line",
                        "name=\"version\" value=\"7\"", ">Abstract</label>")
                .doesNotContain(">abstract</label>");
        assertThat(SUBMISSION.posted).as("looking sends nothing").isEmpty();

        HttpResponse<String> sent =
                browser.send("/account/kept", "/account/kept", Map.of("abstract", WORDS, "version", "7"));
        assertThat(sent.statusCode()).as("the same again, there").isEqualTo(307);
        assertThat(location(sent)).isEqualTo(FORM + "?step=2");
        // as a browser follows it: with method and body
        browser.post(location(sent), Map.of("abstract", WORDS, "version", "7"), token);
        assertThat(SUBMISSION.posted)
                .singleElement()
                .satisfies(posted -> assertThat(posted)
                        .startsWith(FORM + "?step=2 ")
                        .contains("version=7", java.net.URLEncoder.encode(WORDS, StandardCharsets.UTF_8)));
        assertThat(browser.send("/account/kept", "/account/kept", Map.of()).statusCode())
                .as("pressed twice")
                .isEqualTo(410);
        assertThat(browser.open("/account/kept").body()).contains("This has been sent.");
    }

    @Test
    void fields_are_called_what_they_are_called_on_their_own_page_each_by_its_number() {
        browser.post(
                FORM,
                Map.of(
                        "given-1",
                        "Qamar Zaman",
                        "affiliation-0-1",
                        "GC University",
                        "why-2",
                        "I know them",
                        "x-9",
                        "a b"),
                token);
        signInAgain(known);
        assertThat(browser.open("/account/kept").body())
                .contains(
                        ">Given names (number 2)</label>",
                        ">Institution (number 1)</label>",
                        ">Why they fit, or why not (number 3)</label>",
                        ">Another text</label>");
    }

    @Test
    void nobody_else_finds_it_neither_another_account_in_this_browser_nor_the_same_in_another() {
        send();
        signInAgain(person());
        assertThat(browser.open("/account/kept").statusCode()).isEqualTo(410);
        assertThat(browser.send("/account", "/account/kept", Map.of()).statusCode())
                .isEqualTo(410);
        var elsewhere = new Browser(port);
        elsewhere.signIn(known.address(), PASSWORD);
        assertThat(elsewhere.open("/account/kept").statusCode()).isEqualTo(410);
        browser.send("/account", "/sign-out", Map.of());
        signInAgain(known);
        assertThat(browser.open("/account/kept").statusCode()).isEqualTo(200);
    }

    @Test
    void the_database_holds_nothing_that_can_be_read_and_for_no_longer_than_an_hour() {
        send();
        assertThat(jdbc.sql("SELECT position('Soil'::bytea IN fields) FROM kept_form WHERE account = :id")
                        .param("id", known.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        jdbc.sql("UPDATE kept_form SET kept_at = kept_at - interval '61 minutes'")
                .update();
        signInAgain(known);
        assertThat(browser.open("/account/kept").statusCode()).isEqualTo(410);
        jdbc.sql("DELETE FROM session WHERE account = :id")
                .param("id", known.id())
                .update();
        browser.post(FORM, Map.of("abstract", "again"), csrf());
        assertThat(jdbc.sql("SELECT count(*) FROM kept_form WHERE account = :id")
                        .param("id", known.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private String csrf() {
        Matcher form = FIELD.matcher(browser.open("/sign-in").body());
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    @Test
    void a_form_that_another_site_sends_is_kept_for_nobody() {
        HttpResponse<String> planted = browser.post(FORM, Map.of("abstract", "theirs"), "bm90IG91cnM");
        assertThat(location(planted)).isEqualTo("/sign-in");
        assertThat(location(browser.post(FORM, Map.of("abstract", "theirs"), null)))
                .isEqualTo("/sign-in");
        signInAgain(known);
        assertThat(browser.open("/account/kept").statusCode()).isEqualTo(410);
        assertThat(SUBMISSION.posted).isEmpty();
    }

    @Test
    void after_signing_out_nothing_is_kept_and_what_reviewers_send_by_their_link_goes_its_way() {
        signInAgain(known);
        browser.send("/account", "/sign-out", Map.of());
        assertThat(browser.post(FORM, Map.of("abstract", "x"), csrf()).statusCode())
                .isEqualTo(200);
        assertThat(browser.post("/review/some-token/report", Map.of("text", "x"), csrf())
                        .body())
                .startsWith("review POST");
    }

    @Test
    void what_a_page_saves_by_itself_leads_back_to_that_page() {
        HttpResponse<String> refused = browser.send(HttpRequest.newBuilder(browser.uri(FORM))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("HX-Request", "true")
                .header("HX-Current-URL", PUBLIC + "/author/manuscripts/1/about?a=b")
                .header("X-XSRF-TOKEN", token)
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofString("abstract=some+words")));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("HX-Redirect")).contains("/sign-in?next=/account/kept");
        signInAgain(known);
        assertThat(browser.open("/account/kept").body())
                .contains("some words", "href=\"/author/manuscripts/1/about\"")
                .doesNotContain("Send now");
    }
}
