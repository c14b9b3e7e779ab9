package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.contracts.accounts.RoleRevoked;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.messaging.testing.Remains;
import org.imprimatur.service.SealedAddresses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody leaves, and nothing here leads to them any more. */
class ErasingTest extends InGateway {
    private static final String PAGE = "/account/erasure";
    private static final Grant EDITOR = new Grant("gpr", Role.HANDLING_EDITOR);

    @Autowired
    private SealedAddresses sealed;

    private HttpResponse<String> erase(String address, String password) {
        return browser.send(PAGE, PAGE, Map.of("address", address, "password", password));
    }

    @Test
    void an_account_is_erased_with_all_that_is_kept_of_it_and_services_hear_of_it_without_an_address() {
        Account leaving = person(EDITOR);
        Account stays = person();
        accounts.linkOrcid(leaving.id(), "0000-0099-1000-0028");
        accounts.addAddress(leaving.id(), "second-" + leaving.address(), java.time.Instant.now());
        jdbc.sql("INSERT INTO registration (id, name, address, affiliation, password, asked_at)"
                        + " VALUES (gen_random_uuid(), 'x', :address, '', 'x', now())")
                .param("address", "Second-" + leaving.address())
                .update();
        jdbc.sql("INSERT INTO known_manuscript (manuscript, number, journal, corresponding, handling_editor)"
                        + " VALUES (:id, 'GPR-1', 'gpr', :id, :id)")
                .param("id", leaving.id())
                .update();
        jdbc.sql("INSERT INTO known_author VALUES (:id, :id)")
                .param("id", leaving.id())
                .update();
        browser.signIn(leaving.address(), PASSWORD);
        var elsewhere = new Browser(port);
        elsewhere.signIn(leaving.address(), PASSWORD);
        assertThat(browser.open("/account").body()).contains("href=\"/account/erasure\"");
        assertThat(browser.open(PAGE).body()).contains("What stays", "What is gone at once");
        assertThat(Remains.of(leaving.address(), jdbc)).isNotEmpty();

        assertThat(location(erase(leaving.address().toUpperCase(java.util.Locale.ROOT), PASSWORD)))
                .isEqualTo("/sign-in/erased");

        assertThat(browser.open("/sign-in/erased").body()).contains("Your account is erased");
        assertThat(location(browser.open("/account"))).startsWith("/sign-in");
        assertThat(location(elsewhere.open("/account")))
                .as("signed in elsewhere")
                .startsWith("/sign-in");
        assertThat(accounts.byId(leaving.id())).isEmpty();
        assertThat(accounts.byAddress(leaving.address())).isEmpty();
        assertThat(accounts.byId(stays.id())).isPresent();
        assertThat(Remains.of(leaving.address(), jdbc)).isEmpty();
        assertThat(Remains.of("0000-0099-1000-0028", jdbc)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM known_author WHERE account = :id")
                        .param("id", leaving.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(recorded.said)
                .containsExactly(
                        new RoleRevoked(leaving.id(), "gpr", "handling-editor"),
                        new AccountErased(
                                leaving.id(),
                                List.of(sealed.seal(leaving.address()), sealed.seal("second-" + leaving.address()))
                                        .stream()
                                        .sorted()
                                        .toList()));
        assertThat(recorded.said.toString()).doesNotContain(leaving.address());
    }

    @Test
    void nobody_is_erased_by_mistake_or_by_another() {
        Account own = person();
        browser.signIn(own.address(), PASSWORD);
        assertThat(erase("", PASSWORD).statusCode()).isEqualTo(422);
        assertThat(erase(own.address(), "a wrong password").statusCode()).isEqualTo(422);
        HttpResponse<String> typed = erase("nobody@example.org", PASSWORD);
        assertThat(typed.statusCode()).isEqualTo(422);
        assertThat(typed.body()).contains("nobody@example.org", "Type your account’s main address.");
        assertThat(accounts.byId(own.id())).isPresent();
        assertThat(location(new Browser(port).open(PAGE))).startsWith("/sign-in");
        assertThat(recorded.said).isEmpty();
    }
}
