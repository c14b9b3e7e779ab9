package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.imprimatur.contracts.accounts.AccountOpened;
import org.imprimatur.contracts.accounts.RoleGranted;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.messaging.mail.MailComposer.Letter;
import org.imprimatur.messaging.mail.MailComposer.Moot;
import org.imprimatur.messaging.mail.MailOrder;
import org.junit.jupiter.api.Test;

class SignUpTest extends InGateway {
    @Test
    void an_author_makes_an_account_by_the_link_in_the_mail_and_not_before() {
        HttpResponse<String> sent = browser.send(
                "/sign-up",
                "/sign-up",
                Map.of("name", "Noor Fatima", "address", "noor@example.org", "password", PASSWORD));
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).contains("Look into your mail", "noor@example.org");
        assertThat(accounts.byAddress("noor@example.org")).isEmpty();
        assertThat(lastOrder().toString()).doesNotContain("noor", "Noor");

        Letter mail = lastMail();
        assertThat(mail.toAddress()).isEqualTo("noor@example.org");
        assertThat(mail.subject()).isEqualTo("Your account: please confirm your address");
        var elsewhere = new Browser(port);
        HttpResponse<String> page = elsewhere.open(link(mail));
        assertThat(page.body()).contains("Noor Fatima", "Yes, open my account");
        assertThat(accounts.byAddress("noor@example.org"))
                .as("opening the link changes nothing")
                .isEmpty();

        HttpResponse<String> confirmed = elsewhere.send(link(mail), "/sign-up/confirm", confirming(link(mail)));
        assertThat(location(confirmed)).isEqualTo("/account");
        Account account = accounts.byAddress("noor@example.org").orElseThrow();
        assertThat(account.grants()).isEmpty();
        assertThat(recorded.said).containsExactly(new AccountOpened(account.id()));
        assertThat(elsewhere.open("/account").body()).contains("Noor Fatima");
        assertThat(new Browser(port).signIn("noor@example.org", PASSWORD).statusCode())
                .isEqualTo(302);

        HttpResponse<String> twice = browser.send(link(mail), "/sign-up/confirm", confirming(link(mail)));
        assertThat(location(twice)).isEqualTo("/sign-in");
        assertThat(recorded.said).hasSize(1);
        assertThat(browser.cookie("imprimatur-session"))
                .as("a used link signs nobody in")
                .isEmpty();
    }

    @Test
    void asking_tells_nobody_whether_an_address_has_an_account() {
        Account known = person();
        var typed = Map.of("name", "Somebody", "address", known.address(), "password", PASSWORD);
        HttpResponse<String> answer = browser.send("/sign-up", "/sign-up", typed);
        assertThat(answer.body()).contains("Look into your mail");
        assertThat(lastMail().subject()).isEqualTo("You have an account already");

        HttpResponse<String> unknown =
                browser.send("/password/forgotten", "/password/forgotten", Map.of("address", "not-here@example.org"));
        HttpResponse<String> here =
                browser.send("/password/forgotten", "/password/forgotten", Map.of("address", known.address()));
        assertThat(unknown.statusCode()).isEqualTo(here.statusCode()).isEqualTo(200);
        assertThat(recorded.mailed).hasSize(3);
        assertThat(composer.compose(UUID.randomUUID(), recorded.mailed.get(1)))
                .as("nobody has the address, so nobody is written to")
                .isInstanceOf(Moot.class);
        assertThat(lastMail().toAddress()).isEqualTo(known.address());
    }

    @Test
    void a_forgotten_password_is_chosen_anew_once() {
        Account known = person();
        browser.send("/password/forgotten", "/password/forgotten", Map.of("address", known.address()));
        String link = link(lastMail());
        MailOrder asked = lastOrder();
        Map<String, String> token = confirming(link);
        HttpResponse<String> weak =
                browser.send(link, "/password/choose", Map.of("token", token.get("token"), "password", "short"));
        assertThat(weak.statusCode()).isEqualTo(422);
        var chosen = Map.of("token", token.get("token"), "password", "a lake lies still");
        assertThat(browser.send(link, "/password/choose", chosen).statusCode()).isEqualTo(302);
        assertThat(new Browser(port)
                        .signIn(known.address(), "a lake lies still")
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.open(link).statusCode()).isEqualTo(410);
        assertThat(browser.send("/account", "/password/choose", chosen).statusCode())
                .isEqualTo(410);
        assertThat(composer.compose(UUID.randomUUID(), asked)).isInstanceOf(Moot.class);
        assertThat(lastMail().subject()).isEqualTo("Something changed in your account");
        assertThat(lastMail().text()).contains("the password was changed.");
    }

    @Test
    void a_link_goes_to_the_address_as_it_was_confirmed_not_as_it_was_typed() {
        Account known = person();
        // in lower case the Kelvin sign is a k, but it is another mail box
        jdbc.sql("UPDATE account_address SET address = 'kate@example.org' WHERE account = :id")
                .param("id", known.id())
                .update();
        browser.send("/password/forgotten", "/password/forgotten", Map.of("address", "\u212Aate@example.org"));
        assertThat(lastMail().toAddress()).isEqualTo("kate@example.org");
    }

    @Test
    void a_link_that_is_forged_cut_old_or_made_for_something_else_is_over() {
        Account known = person();
        browser.send("/password/forgotten", "/password/forgotten", Map.of("address", known.address()));
        String link = link(lastMail());
        String token = confirming(link).get("token");
        for (String bad : new String[] {
            "",
            "x",
            token.substring(0, 36),
            token.substring(0, token.length() - 1),
            UUID.randomUUID() + token.substring(36)
        }) {
            assertThat(browser.open("/password/choose?token=" + bad).statusCode())
                    .as(bad)
                    .isEqualTo(410);
        }
        assertThat(browser.open("/sign-up/confirm?token=" + token).statusCode()).isEqualTo(410);
        jdbc.sql("UPDATE link_request SET asked_at = asked_at - interval '3 days'")
                .update();
        assertThat(browser.open(link).statusCode()).isEqualTo(410);
        assertThat(browser.open(link).body()).contains("has run out");
    }

    @Test
    void nobody_is_flooded_with_mails() {
        Account known = person();
        for (int times = 0; times < 3; times++) {
            browser.send("/password/forgotten", "/password/forgotten", Map.of("address", known.address()));
        }
        HttpResponse<String> refused =
                browser.send("/password/forgotten", "/password/forgotten", Map.of("address", known.address()));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(recorded.mailed).hasSize(3);
    }

    @Test
    void the_first_administrator_is_made_with_the_operators_token_and_nobody_after_that() {
        jdbc.sql("DELETE FROM held_role WHERE journal = '*'").update();
        assertThat(browser.open("/setup").statusCode()).isEqualTo(404);
        assertThat(browser.open("/setup?token=guess-guess-guess-guess").statusCode())
                .isEqualTo(404);
        String page = "/setup?token=a-token-that-only-tests-know";
        String address = "first-" + UUID.randomUUID() + "@example.org";
        var typed = Map.of(
                "token", "a-token-that-only-tests-know", "name", "First", "address", address, "password", PASSWORD);
        assertThat(location(browser.send(page, "/setup", typed))).isEqualTo("/admin/accounts");
        String id = accounts.byAddress(address).orElseThrow().id();
        assertThat(recorded.said).containsExactly(new AccountOpened(id), new RoleGranted(id, "*", "administrator"));
        assertThat(browser.open("/admin/accounts").statusCode()).isEqualTo(200);
        assertThat(browser.open(page).statusCode()).isEqualTo(404);
        assertThat(browser.send("/account", "/setup", typed).statusCode()).isEqualTo(404);
    }
}
