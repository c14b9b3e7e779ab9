package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.imprimatur.contracts.accounts.AccountOpened;
import org.imprimatur.contracts.accounts.RoleGranted;
import org.imprimatur.contracts.accounts.RoleRevoked;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.web.acting.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministrationTest extends InGateway {
    private static final String NEW = "/admin/accounts/new";
    private static final String LIST = "/admin/accounts";

    private void signInAsAdministrator() {
        browser.signIn(administrator().address(), PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", LIST, NEW, LIST + "/some-id"})
    void everybody_but_an_administrator_finds_nothing_there(String path) {
        assertThat(location(browser.open(path))).startsWith("/sign-in");
        browser.signIn(person(new Grant("gpr", Role.EDITOR_IN_CHIEF)).address(), PASSWORD);
        HttpResponse<String> answer = browser.open(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here for you");
    }

    @Test
    void an_account_is_opened_once_for_an_address_and_said_without_name_and_address() {
        signInAsAdministrator();
        var typed = Map.of("name", "Sana Akhtar", "address", "Sana.Akhtar@example.org", "password", PASSWORD);
        HttpResponse<String> opened = browser.send(NEW, LIST, typed);
        Account account = accounts.byAddress("sana.akhtar@EXAMPLE.org").orElseThrow();
        assertThat(location(opened)).isEqualTo(LIST + "/" + account.id());
        assertThat(recorded.said).containsExactly(new AccountOpened(account.id()));

        HttpResponse<String> again = browser.send(NEW, LIST, typed);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("There is an account with this address already", "Sana.Akhtar@example.org");
        assertThat(recorded.said).hasSize(1);
    }

    @Test
    void somebody_whose_account_is_opened_without_a_password_is_mailed_a_link_to_choose_one() {
        signInAsAdministrator();
        browser.send(NEW, LIST, Map.of("name", "Bilal Hashmi", "address", "bilal@example.org"));
        assertThat(recorded.mailed)
                .singleElement()
                .satisfies(order -> assertThat(order.template()).isEqualTo("password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no-address", "a@b", "a b@example.org", "a@example.org\nBcc: x@example.org", "@example.org"})
    void what_is_no_address_opens_no_account_and_stays_in_the_form(String address) {
        signInAsAdministrator();
        HttpResponse<String> refused = browser.send(NEW, LIST, Map.of("name", "<b>Somebody</b>", "address", address));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not a mail address", "&lt;b&gt;Somebody&lt;/b&gt;");
        assertThat(recorded.said).isEmpty();
    }

    @Test
    void a_role_is_given_once_and_taken_back_once() {
        signInAsAdministrator();
        Account known = person();
        String page = LIST + "/" + known.id();
        var role = Map.of("journal", "gpr", "role", "handling-editor");
        for (int times = 0; times < 2; times++) {
            assertThat(location(browser.send(page, page + "/roles", role))).isEqualTo(page);
        }
        assertThat(recorded.said).containsExactly(new RoleGranted(known.id(), "gpr", "handling-editor"));
        assertThat(browser.open(page).body()).contains("Handling editor");
        for (int times = 0; times < 2; times++) {
            assertThat(location(browser.send(page, page + "/roles/revoke", role)))
                    .isEqualTo(page);
        }
        assertThat(recorded.said).hasSize(2).endsWith(new RoleRevoked(known.id(), "gpr", "handling-editor"));
    }

    @Test
    void a_role_counts_from_the_next_request_on_and_ends_with_the_next_request() {
        Account editor = person();
        var hers = new Browser(port);
        hers.signIn(editor.address(), PASSWORD);
        assertThat(hers.open(LIST).statusCode()).isEqualTo(404);
        accounts.grant(editor.id(), new Grant("gpr", Role.ADMINISTRATOR), "test", java.time.Instant.EPOCH);
        assertThat(hers.open(LIST).statusCode()).isEqualTo(200);
        accounts.revoke(editor.id(), new Grant("gpr", Role.ADMINISTRATOR));
        assertThat(hers.open(LIST).statusCode()).isEqualTo(404);
    }

    @Test
    void a_journals_administrator_gives_no_roles_at_another_journal() {
        browser.signIn(person(new Grant("gpr", Role.ADMINISTRATOR)).address(), PASSWORD);
        Account known = person();
        String page = LIST + "/" + known.id();
        for (String journal : new String[] {"other", "*"}) {
            HttpResponse<String> refused =
                    browser.send(page, page + "/roles", Map.of("journal", journal, "role", "administrator"));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("so its roles are not yours");
        }
        assertThat(browser.send(page, page + "/roles", Map.of("journal", "gpr", "role", "editor-in-chief"))
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "g p r", "<script>"})
    void a_role_that_does_not_exist_is_refused_and_kept_in_the_form(String journal) {
        signInAsAdministrator();
        String page = LIST + "/" + person().id();
        HttpResponse<String> refused =
                browser.send(page, page + "/roles", Map.of("journal", journal, "role", "handling-editor"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose a role, and a journal").doesNotContain("<script>");
    }

    @Test
    void the_house_keeps_one_administrator() {
        jdbc.sql("DELETE FROM held_role WHERE journal = '*'").update();
        Account last = administrator();
        browser.signIn(last.address(), PASSWORD);
        String page = LIST + "/" + last.id();
        HttpResponse<String> refused =
                browser.send(page, page + "/roles/revoke", Map.of("journal", "*", "role", "administrator"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("left without an administrator");
        assertThat(accounts.hasAdministrator()).isTrue();
    }

    @Test
    void the_list_is_searched_and_has_a_second_page() {
        signInAsAdministrator();
        for (int number = 0; number < 23; number++) {
            String id = "many-" + number;
            accounts.add(
                    new Account(
                            id,
                            "Zähler %02d_".formatted(number),
                            id + "@example.org",
                            java.util.Optional.empty(),
                            java.util.Set.of()),
                    java.util.Optional.empty(),
                    java.time.Instant.EPOCH);
        }
        assertThat(browser.open(LIST + "?q=z%C3%84hler").body())
                .contains("Zähler 00_", "Zähler 19_", "1–20 of 23")
                .doesNotContain("Zähler 20_");
        assertThat(browser.open(LIST + "?q=z%C3%84hler&page=2").body())
                .contains("Zähler 22_", "21–23 of 23")
                .doesNotContain("Zähler 19_");
        assertThat(browser.open(LIST + "?q=00%25").body()).contains("Nobody is called so");
        assertThat(browser.open(LIST + "?q=%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void services_ask_for_people_and_nobody_else_does() {
        Account known = person();
        String path = "/internal/people/" + known.id();
        assertThat(browser.open(path).statusCode()).isEqualTo(401);
        browser.signIn(administrator().address(), PASSWORD);
        assertThat(browser.open(path).statusCode()).isEqualTo(403);
        String[] service = {Assertions.SERVICE_HEADER, assertions.forService("review")};
        var asking = new Browser(port);
        assertThat(asking.open(path, service).body())
                .isEqualTo(
                        "{\"id\":\"%1$s\",\"name\":\"Farah Siddiqui\",\"address\":\"%2$s\",\"affiliation\":\"Sample University\",\"addresses\":[\"%2$s\"]}"
                                .formatted(known.id(), known.address()));
        assertThat(asking.open("/internal/people?ids=" + known.id() + ",nobody", service)
                        .body())
                .startsWith("[{\"id\":\"" + known.id())
                .doesNotContain("nobody");
        assertThat(asking.open("/internal/people/nobody", service).statusCode()).isEqualTo(404);
    }
}
