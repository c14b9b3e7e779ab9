package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningInTest extends InGateway {
    @Test
    void somebody_signs_in_and_is_known_until_they_sign_out() {
        Account known = person();
        assertThat(location(browser.signIn(known.address().toUpperCase(), PASSWORD)))
                .isEqualTo("/author");
        assertThat(browser.open("/account").body()).contains("Farah Siddiqui", known.address());
        HttpResponse<String> out = browser.send("/account", "/sign-out", Map.of());
        assertThat(location(out)).isEqualTo("/");
        assertThat(location(browser.open("/account"))).startsWith("/sign-in");
    }

    @Test
    void a_wrong_password_an_unknown_address_and_an_account_without_password_get_the_same_answer() {
        Account known = person();
        Account without = person();
        jdbc.sql("UPDATE account SET password = NULL WHERE id = :id")
                .param("id", without.id())
                .update();
        for (String address : new String[] {known.address(), "nobody@example.org", without.address(), "", "<b>"}) {
            HttpResponse<String> refused = browser.signIn(address, "a river runs downhill");
            assertThat(refused.statusCode()).as(address).isEqualTo(422);
            assertThat(refused.body())
                    .as(address)
                    .contains("Address and password don’t fit")
                    .doesNotContain("a river runs");
            assertThat(browser.cookie("imprimatur-session")).isEmpty();
        }
        assertThat(browser.signIn(known.address(), "wrong").body()).contains("value=\"" + known.address() + "\"");
    }

    @Test
    void after_too_many_failures_not_even_the_right_password_is_tried() {
        Account known = person();
        for (int times = 0; times < 8; times++) {
            assertThat(browser.signIn(known.address(), "wrong").statusCode()).isEqualTo(422);
        }
        HttpResponse<String> refused = browser.signIn(known.address(), PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Wait fifteen minutes");
        assertThat(browser.cookie("imprimatur-session")).isEmpty();
        jdbc.sql("UPDATE sign_in_failure SET at = at - interval '16 minutes'").update();
        assertThat(browser.signIn(known.address(), PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_token_laid_before_signing_in_is_worth_nothing_afterwards() {
        Account attacker = person();
        browser.signIn(attacker.address(), PASSWORD);
        String laid = browser.cookie("imprimatur-session").orElseThrow();

        var victim = new Browser(port);
        victim.setCookie("imprimatur-session", laid);
        Account known = person();
        HttpResponse<String> page =
                victim.post("/sign-in", Map.of("address", known.address(), "password", PASSWORD), null);
        assertThat(page.statusCode())
                .as("a form without its seal signs nobody in")
                .isEqualTo(403);

        var fresh = new Browser(port);
        fresh.setCookie("imprimatur-session", "laid-by-somebody");
        fresh.signIn(known.address(), PASSWORD);
        assertThat(fresh.cookie("imprimatur-session").orElseThrow()).isNotEqualTo("laid-by-somebody");
    }

    @Test
    void the_sessions_cookie_is_out_of_reach_for_scripts_and_other_sites() {
        Account known = person();
        HttpResponse<String> answer = browser.signIn(known.address(), PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("imprimatur-session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        String token = browser.cookie("imprimatur-session").orElseThrow();
        assertThat(jdbc.sql("SELECT encode(token_hash, 'escape') FROM session WHERE account = :id")
                        .param("id", known.id())
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "null",
                "[]",
                "{\"id\":1}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AAAA\"}}"
            })
    void what_no_authenticator_would_answer_signs_nobody_in(String response) {
        HttpResponse<String> refused = browser.send("/sign-in", "/sign-in/passkey", Map.of("response", response));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This passkey did not fit");
        assertThat(browser.cookie("imprimatur-session")).isEmpty();
    }

    @Test
    void an_idle_session_ends() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        jdbc.sql("UPDATE session SET seen_at = seen_at - interval '13 hours'").update();
        assertThat(location(browser.open("/account"))).isEqualTo("/sign-in?next=%2Faccount");
    }

    @ParameterizedTest
    @CsvSource({"/editor?q=a%26b", "/author/new", "/"})
    void whoever_was_sent_to_sign_in_comes_back(String next) {
        Account known = person();
        HttpResponse<String> answer = browser.send(
                "/sign-in", "/sign-in", Map.of("address", known.address(), "password", PASSWORD, "next", next));
        assertThat(location(answer)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "/%09/evil.example/../..//",
                "/\t/evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=1",
                "/..//evil.example",
                "/sign-out",
                "evil.example",
                ""
            })
    void signing_in_never_leads_to_another_site(String next) {
        Account known = person();
        HttpResponse<String> answer = browser.send(
                "/sign-in", "/sign-in", Map.of("address", known.address(), "password", PASSWORD, "next", next));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo("/author");
        assertThat(answer.headers().firstValue("x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HANDLING_EDITOR, /editor", "PRODUCTION_EDITOR, /production", "ADMINISTRATOR, /admin/accounts"})
    void everybody_arrives_where_their_work_is(Role role, String home) {
        Account known = person(new Grant("gpr", role));
        assertThat(location(browser.signIn(known.address(), PASSWORD))).isEqualTo(home);
    }

    @Test
    void a_new_password_ends_all_other_sessions() {
        Account known = person();
        var elsewhere = new Browser(port);
        elsewhere.signIn(known.address(), PASSWORD);
        browser.signIn(known.address(), PASSWORD);
        assertThat(browser.send(
                                "/account",
                                "/account/password",
                                Map.of("present", "wrong", "wanted", "a lake lies still"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.send(
                                "/account",
                                "/account/password",
                                Map.of("present", PASSWORD, "wanted", "a lake lies still"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.open("/account").statusCode()).isEqualTo(200);
        assertThat(location(elsewhere.open("/account"))).startsWith("/sign-in");
        assertThat(new Browser(port)
                        .signIn(known.address(), "a lake lies still")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_name_that_is_none_comes_back_as_it_was_typed() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        HttpResponse<String> refused =
                browser.send("/account", "/account", Map.of("name", "", "affiliation", "x".repeat(201)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("x".repeat(201), "Write a name of 1 to 200 characters.");
        assertThat(accounts.byId(known.id()).orElseThrow().name()).isEqualTo("Farah Siddiqui");
    }
}
