package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.contracts.accounts.RoleGranted;
import org.imprimatur.contracts.accounts.RoleRevoked;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Address;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.messaging.mail.MailComposer.Moot;
import org.imprimatur.web.acting.Assertions;
import org.junit.jupiter.api.Test;

/** Two accounts of one person become one. */
class MergingTest extends InGateway {
    private static final String PAGE = "/account/merge";
    private static final Grant EDITOR = new Grant("gpr", Role.HANDLING_EDITOR);
    private static final Grant PRODUCER = new Grant("gpr", Role.PRODUCTION_EDITOR);

    private HttpResponse<String> show(Account other, String password) {
        return browser.send(PAGE, PAGE, Map.of("address", other.address(), "password", password));
    }

    private HttpResponse<String> merge(String link) {
        return browser.send(link, PAGE + "/confirm", confirming(link));
    }

    @Test
    void everything_goes_over_and_the_other_leads_to_the_person_from_then_on() {
        Account stays = person(EDITOR);
        Account goes = person(EDITOR, PRODUCER);
        accounts.linkOrcid(goes.id(), "0000-0099-1000-001X");
        jdbc.sql("INSERT INTO passkey (credential, account, name, attested, counter, added_at)"
                        + " VALUES (:id, :account, 'phone', '', 0, now())")
                .param("id", goes.id().getBytes(StandardCharsets.UTF_8))
                .param("account", goes.id())
                .update();
        var elsewhere = new Browser(port);
        elsewhere.signIn(goes.address(), PASSWORD);
        browser.signIn(stays.address(), PASSWORD);

        String link = location(show(goes, PASSWORD));
        assertThat(link).startsWith(PAGE + "/confirm?token=");
        assertThat(browser.open(link).body()).contains(goes.address(), stays.address(), "Production editor");
        assertThat(accounts.byId(goes.id()).orElseThrow().id())
                .as("looking changes nothing")
                .isEqualTo(goes.id());
        assertThat(location(merge(link))).isEqualTo(PAGE + "?done");

        Account one = accounts.byId(goes.id()).orElseThrow();
        assertThat(one).isEqualTo(accounts.byId(stays.id()).orElseThrow());
        assertThat(one.id()).isEqualTo(stays.id());
        assertThat(one.grants()).containsExactlyInAnyOrder(EDITOR, PRODUCER);
        assertThat(accounts.addresses(one.id()))
                .containsExactlyInAnyOrder(new Address(stays.address(), true), new Address(goes.address(), false));
        assertThat(accounts.orcid(one.id())).contains("0000-0099-1000-001X");
        assertThat(jdbc.sql("SELECT account FROM passkey WHERE credential = :id")
                        .param("id", goes.id().getBytes(StandardCharsets.UTF_8))
                        .query(String.class)
                        .single())
                .isEqualTo(stays.id());
        assertThat(location(elsewhere.open("/account")))
                .as("sessions of the other are over")
                .startsWith("/sign-in");
        assertThat(location(new Browser(port).signIn(goes.address(), PASSWORD))).isEqualTo("/editor");
        assertThat(recorded.said)
                .containsExactlyInAnyOrder(
                        new AccountsMerged(goes.id(), stays.id()),
                        new RoleRevoked(goes.id(), "gpr", "handling-editor"),
                        new RoleRevoked(goes.id(), "gpr", "production-editor"),
                        new RoleGranted(stays.id(), "gpr", "production-editor"));
        assertThat(lastMail().text()).contains("another account was merged into yours.");
        assertThat(browser.send(PAGE, PAGE + "/confirm", confirming(link)).statusCode())
                .as("once")
                .isEqualTo(410);

        String person = peers("/internal/people/" + goes.id());
        assertThat(person)
                .contains("\"id\":\"" + goes.id() + "\"", "\"account\":\"" + stays.id() + "\"", one.address());
        assertThat(peers("/internal/people?ids=" + goes.id() + "," + stays.id()))
                .contains("\"id\":\"" + goes.id() + "\"", "\"id\":\"" + stays.id() + "\"");
    }

    private String peers(String path) {
        return browser.open(path, Assertions.SERVICE_HEADER, assertions.forService("submission"))
                .body();
    }

    @Test
    void a_mail_to_the_other_account_shows_that_it_is_ones_own() {
        Account stays = person();
        Account goes = person();
        browser.signIn(stays.address(), PASSWORD);
        assertThat(show(goes, "").body()).contains("Look into your mail");
        assertThat(lastMail().toAddress()).isEqualTo(goes.address());
        String link = link(lastMail());

        var owner = new Browser(port);
        owner.signIn(goes.address(), PASSWORD);
        assertThat(owner.open(link).statusCode())
                .as("whoever was only asked merges nothing by following the link")
                .isEqualTo(410);
        assertThat(owner.send(PAGE, PAGE + "/confirm", confirming(link)).statusCode())
                .isEqualTo(410);
        assertThat(location(merge(link))).isEqualTo(PAGE + "?done");
        assertThat(accounts.byId(goes.id()).orElseThrow().id()).isEqualTo(stays.id());
    }

    @Test
    void nothing_is_merged_without_proof() {
        Account stays = person();
        Account victim = person();
        browser.signIn(stays.address(), PASSWORD);
        HttpResponse<String> wrong = show(victim, "not the right password");
        assertThat(wrong.statusCode()).isEqualTo(422);
        HttpResponse<String> nobody =
                browser.send(PAGE, PAGE, Map.of("address", "nobody@example.org", "password", "not the right password"));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("Address and password don’t fit");
        show(victim, "");
        String token = confirming(link(lastMail())).get("token");
        for (String bad : new String[] {"", "x", token.substring(0, 36), victim.id() + token.substring(36)}) {
            assertThat(browser.send(PAGE, PAGE + "/confirm", Map.of("token", bad))
                            .statusCode())
                    .as(bad)
                    .isEqualTo(410);
        }
        jdbc.sql("UPDATE link_request SET asked_at = asked_at - interval '3 days'")
                .update();
        assertThat(browser.send(PAGE, PAGE + "/confirm", Map.of("token", token)).statusCode())
                .as("run out")
                .isEqualTo(410);
        assertThat(accounts.byId(victim.id()).orElseThrow().id()).isEqualTo(victim.id());
        assertThat(recorded.said).isEmpty();
    }

    @Test
    void guessing_the_others_password_here_is_held_off_as_when_signing_in() {
        Account stays = person();
        Account victim = person();
        browser.signIn(stays.address(), PASSWORD);
        for (int times = 0; times < 8; times++) {
            assertThat(show(victim, "a wrong password").statusCode()).isEqualTo(422);
        }
        assertThat(show(victim, PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void an_account_is_not_merged_with_itself_and_a_free_address_gets_no_mail() {
        Account stays = person();
        browser.signIn(stays.address(), PASSWORD);
        HttpResponse<String> itself = show(stays, PASSWORD);
        assertThat(itself.statusCode()).isEqualTo(422);
        assertThat(itself.body()).contains("This account has that address already.");
        browser.send(PAGE, PAGE, Map.of("address", "free@example.org"));
        assertThat(composer.compose(UUID.randomUUID(), lastOrder())).isInstanceOf(Moot.class);
    }

    @Test
    void of_three_accounts_all_lead_to_the_one_that_is_left() {
        Account first = person();
        Account second = person();
        Account third = person();
        browser.signIn(second.address(), PASSWORD);
        merge(location(show(first, PASSWORD)));
        browser = new Browser(port);
        browser.signIn(third.address(), PASSWORD);
        merge(location(show(second, PASSWORD)));
        assertThat(accounts.byId(first.id()).orElseThrow().id()).isEqualTo(third.id());
        assertThat(recorded.said)
                .contains(
                        new AccountsMerged(first.id(), second.id()),
                        new AccountsMerged(first.id(), third.id()),
                        new AccountsMerged(second.id(), third.id()));
        assertThat(accounts.addresses(third.id())).hasSize(3);
    }

    @Test
    void the_house_keeps_its_administrator() {
        jdbc.sql("DELETE FROM held_role WHERE journal = '*'").update();
        Account stays = person();
        Account only = administrator();
        browser.signIn(stays.address(), PASSWORD);
        merge(location(show(only, PASSWORD)));
        assertThat(accounts.byId(stays.id()).orElseThrow().holds(Grant.HOUSE, Role.ADMINISTRATOR))
                .isTrue();
    }
}
