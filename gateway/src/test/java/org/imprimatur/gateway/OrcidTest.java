package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.orcid.OrcidId;
import org.imprimatur.gateway.orcid.ShownOrcid;
import org.imprimatur.sandbox.orcid.Twist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in and signing up with ORCID, and linking an iD. */
class OrcidTest extends InGateway {
    private static final String CARBERRY = "0000-0002-1825-0097";
    private static final String NAMELESS = "0000-0099-1000-0036";

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void nobody_has_an_id() {
        jdbc.sql("UPDATE account SET orcid = NULL").update();
    }

    private HttpResponse<String> get(String address) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }

    private String leave(Browser by, String next) {
        HttpResponse<String> answer = by.open("/sign-in/orcid?next=" + next);
        assertThat(answer.statusCode()).isEqualTo(302);
        return location(answer);
    }

    /** Chooses a person at the stand-in; gives the path by which the browser comes back. */
    private String choose(String there, String orcid) {
        Matcher link = Pattern.compile("href=\"([^\"]*orcid=" + orcid + ")\"")
                .matcher(get(there.startsWith("http") ? there : ORCID.url() + there)
                        .body());
        assertThat(link.find()).isTrue();
        String back = get(ORCID.url() + link.group(1).replace("&amp;", "&"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(back).startsWith(PUBLIC + "/sign-in/orcid/back?");
        return back.substring(PUBLIC.length());
    }

    private HttpResponse<String> comeAs(Browser by, String orcid, String next) {
        return by.open(choose(leave(by, next), orcid));
    }

    private static String hidden(HttpResponse<String> page, String name) {
        Matcher value =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(value.find()).as(page.body()).isTrue();
        return value.group(1);
    }

    private Account linked(String orcid) {
        Account known = person();
        accounts.linkOrcid(known.id(), orcid);
        return known;
    }

    @Test
    void whoever_has_linked_their_id_signs_in_by_it_and_goes_where_they_wanted() {
        linked(CARBERRY);
        HttpResponse<String> answer = comeAs(browser, CARBERRY, "/author/new");
        assertThat(location(answer)).isEqualTo("/author/new");
        assertThat(browser.open("/account").body()).contains("Farah Siddiqui");
    }

    @Test
    void a_new_author_signs_up_by_their_id_and_still_confirms_the_address() {
        HttpResponse<String> page = comeAs(browser, CARBERRY, "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("The iD " + CARBERRY + " is yours.", "value=\"Josiah Carberry\"")
                .doesNotContain("type=\"password\"");
        String shown = hidden(page, "shown");
        String address = "josiah-" + UUID.randomUUID() + "@example.org";

        HttpResponse<String> bad = browser.send(
                "/sign-up", "/sign-up", Map.of("name", "Josiah Carberry", "address", "none", "shown", shown));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(hidden(bad, "shown")).isEqualTo(shown);

        var typed = Map.of("name", "Josiah Carberry", "address", address, "shown", shown);
        assertThat(browser.send("/sign-up", "/sign-up", typed).body()).contains("Look into your mail");
        assertThat(accounts.byAddress(address)).isEmpty();
        String link = link(lastMail());
        assertThat(browser.open(link).body()).contains(CARBERRY);
        browser.send(link, "/sign-up/confirm", confirming(link));
        String id = accounts.byAddress(address).orElseThrow().id();
        assertThat(accounts.orcid(id)).contains(CARBERRY);
        assertThat(location(comeAs(new Browser(port), CARBERRY, ""))).isEqualTo("/author");
    }

    @Test
    void an_id_without_a_name_leaves_the_name_to_be_typed() {
        HttpResponse<String> page = comeAs(browser, NAMELESS, "");
        assertThat(page.body()).contains(NAMELESS).doesNotContain("Josiah");
    }

    @Test
    void an_id_is_linked_by_a_button_and_not_by_coming_back() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        HttpResponse<String> page = comeAs(browser, CARBERRY, "/account/orcid");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(accounts.orcid(known.id())).isEmpty();
        String shown = hidden(page, "shown");
        var other = new Browser(port);
        Account somebody = person();
        other.signIn(somebody.address(), PASSWORD);
        assertThat(other.send("/account", "/account/orcid", Map.of("shown", shown))
                        .statusCode())
                .as("shown by another")
                .isEqualTo(410);
        assertThat(location(browser.send("/account", "/account/orcid", Map.of("shown", shown))))
                .isEqualTo("/account/orcid?done");
        assertThat(accounts.orcid(known.id())).contains(CARBERRY);
        assertThat(accounts.orcid(somebody.id())).isEmpty();
        assertThat(lastMail().text()).contains("an ORCID iD was linked or taken off.");
        assertThat(browser.open("/account/orcid").body()).contains("https://orcid.org/" + CARBERRY);
        browser.send("/account/orcid", "/account/orcid/remove", Map.of());
        assertThat(accounts.orcid(known.id())).isEmpty();
    }

    @Test
    void an_id_has_one_account() {
        linked(CARBERRY);
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        assertThat(comeAs(browser, CARBERRY, "").statusCode()).isEqualTo(409);
        assertThat(accounts.linkOrcid(known.id(), CARBERRY)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Twist.class)
    void a_token_that_is_wrong_in_one_way_signs_nobody_in(Twist twist) {
        linked(CARBERRY);
        ORCID.twistNext(twist);
        HttpResponse<String> answer = comeAs(browser, CARBERRY, "");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("What came back from ORCID is not good");
        assertThat(browser.cookie("imprimatur-session")).isEmpty();
    }

    @Test
    void a_way_back_that_was_gone_before_leads_nowhere() {
        linked(CARBERRY);
        String there = leave(browser, "");
        String cookie = browser.cookie("imprimatur-orcid").orElseThrow();
        String back = choose(there, CARBERRY);
        assertThat(browser.open(back).statusCode()).isEqualTo(302);
        var again = new Browser(port);
        assertThat(again.open(back).statusCode()).as("another browser").isEqualTo(410);
        again.setCookie("imprimatur-orcid", cookie);
        assertThat(again.open(back).statusCode())
                .as("the cookie was taken along, but the code was used")
                .isEqualTo(422);
        assertThat(again.cookie("imprimatur-session")).isEmpty();
    }

    @Test
    void another_state_leads_nowhere_and_neither_does_a_cookie_of_ones_own_making() {
        linked(CARBERRY);
        String back = choose(leave(browser, ""), CARBERRY);
        assertThat(browser.open(back.replaceFirst("state=.", "state=_")).statusCode())
                .isEqualTo(410);
        var other = new Browser(port);
        other.setCookie("imprimatur-orcid", "MTIzIGFiYyA.forged");
        assertThat(other.open(back).statusCode()).isEqualTo(410);
        // somebody lures a victim into their own way back, to be signed in as the lurer
        String lure = choose(leave(new Browser(port), ""), CARBERRY);
        var victim = new Browser(port);
        leave(victim, "");
        assertThat(victim.open(lure).statusCode()).isEqualTo(410);
    }

    @Test
    void a_code_fetched_for_another_way_is_worth_nothing() {
        linked(CARBERRY);
        String theirs = choose(leave(new Browser(port), ""), CARBERRY);
        String stolen = theirs.replaceFirst(".*code=([^&]*)&.*", "$1");
        String own = choose(leave(browser, ""), CARBERRY).replaceFirst("code=[^&]*", "code=" + stolen);
        assertThat(browser.open(own).statusCode()).isEqualTo(422);
        assertThat(browser.cookie("imprimatur-session")).isEmpty();
    }

    @Test
    void saying_no_at_orcid_changes_nothing() {
        String there = leave(browser, "");
        Matcher link = Pattern.compile("href=\"(/oauth/chosen[^\"]*)\">Nobody")
                .matcher(get(there.startsWith("http") ? there : ORCID.url() + there)
                        .body());
        assertThat(link.find()).isTrue();
        String back = get(ORCID.url() + link.group(1).replace("&amp;", "&"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> answer = browser.open(back.substring(PUBLIC.length()));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ORCID did not tell us who you are");
    }

    @Test
    void what_was_shown_is_good_for_half_an_hour() {
        Instant before = Instant.now().minusSeconds(1900);
        var shown = new ShownOrcid(new OrcidId(CARBERRY), "Josiah", before);
        assertThat(shown.isFresh(Instant.now())).isFalse();
        assertThat(ShownOrcid.of(shown.text()).id()).isEqualTo(shown.id());
        var typed = Map.of("name", "Somebody", "address", "some@example.org", "shown", "bm90IG91cnM.nor-sealed");
        assertThat(browser.send("/sign-up", "/sign-up", typed).statusCode()).isEqualTo(410);
    }
}
