package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Address;
import org.imprimatur.web.acting.Assertions;
import org.junit.jupiter.api.Test;

/** Several addresses of one account. */
class AddressesTest extends InGateway {
    private static final String PAGE = "/account/addresses";

    private final String second = "second-" + UUID.randomUUID() + "@example.org";

    private String askFor(String address) {
        assertThat(browser.send(PAGE, PAGE, Map.of("address", address)).statusCode())
                .isEqualTo(200);
        return link(lastMail());
    }

    private String peers(String path) {
        return browser.open(path, Assertions.SERVICE_HEADER, assertions.forService("review"))
                .body();
    }

    private HttpResponse<String> confirm(Browser by, String link) {
        return by.send(link, PAGE + "/confirm", confirming(link));
    }

    @Test
    void one_signs_in_with_any_address_that_one_has_confirmed_and_not_before() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        String link = askFor(second);
        assertThat(lastMail().toAddress()).isEqualTo(second);
        assertThat(browser.open(link).body()).contains(second);
        assertThat(new Browser(port).signIn(second, PASSWORD).statusCode())
                .as("opening the link changes nothing")
                .isEqualTo(422);
        assertThat(location(confirm(browser, link))).isEqualTo(PAGE + "?done");
        assertThat(new Browser(port).signIn(second.toUpperCase(), PASSWORD).statusCode())
                .isEqualTo(302);
        assertThat(accounts.byId(known.id()).orElseThrow().address())
                .as("mail goes where it went")
                .isEqualTo(known.address());
        assertThat(lastMail().text()).contains("an address was added.");
        assertThat(browser.open(link).statusCode()).as("used").isEqualTo(410);
        assertThat(browser.send(PAGE, PAGE + "/confirm", confirming(link)).statusCode())
                .isEqualTo(410);
    }

    @Test
    void services_hear_of_an_address_when_it_is_confirmed_and_no_more_when_it_is_given_up() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        String link = askFor(second);
        String path = "/internal/people/" + known.id();
        assertThat(peers(path))
                .as("asked for, and nobody's yet")
                .contains(known.address())
                .doesNotContain(second);
        confirm(browser, link);
        assertThat(peers(path)).contains("\"addresses\":[\"" + known.address() + "\",\"" + second + "\"]");
        browser.send(PAGE, PAGE + "/remove", Map.of("address", second));
        assertThat(peers(path)).contains(known.address()).doesNotContain(second);
    }

    @Test
    void a_link_adds_nothing_to_somebody_elses_account() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        String link = askFor(second);
        var other = new Browser(port);
        Account somebody = person();
        other.signIn(somebody.address(), PASSWORD);
        assertThat(other.open(link).statusCode()).isEqualTo(410);
        assertThat(other.send(PAGE, PAGE + "/confirm", confirming(link)).statusCode())
                .isEqualTo(410);
        assertThat(accounts.byAddress(second)).isEmpty();
        assertThat(location(new Browser(port).open(link))).startsWith("/sign-in?next=");
    }

    @Test
    void an_expired_link_adds_nothing() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        String link = askFor(second);
        jdbc.sql("UPDATE link_request SET asked_at = asked_at - interval '3 days'")
                .update();
        assertThat(browser.open(link).statusCode()).isEqualTo(410);
        assertThat(browser.send(PAGE, PAGE + "/confirm", confirming(link)).statusCode())
                .isEqualTo(410);
        assertThat(accounts.byAddress(second)).isEmpty();
    }

    @Test
    void the_page_does_not_tell_whether_somebody_has_the_address_but_its_holder_is_told() {
        Account known = person();
        Account holder = person();
        browser.signIn(known.address(), PASSWORD);
        HttpResponse<String> free = browser.send(PAGE, PAGE, Map.of("address", second));
        HttpResponse<String> taken = browser.send(PAGE, PAGE, Map.of("address", holder.address()));
        assertThat(taken.statusCode()).isEqualTo(free.statusCode());
        assertThat(main(taken).replace(holder.address(), second)).isEqualTo(main(free));
        assertThat(lastMail().toAddress()).isEqualTo(holder.address());
        assertThat(lastMail().subject()).isEqualTo("This address has an account already");
    }

    private static String main(HttpResponse<String> page) {
        return page.body().substring(page.body().indexOf("<main"), page.body().indexOf("</main>"));
    }

    @Test
    void an_address_that_somebody_took_meanwhile_is_refused() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        String link = askFor(second);
        browser.open(link);
        Account faster = person();
        accounts.addAddress(faster.id(), second.toUpperCase(), Instant.EPOCH);
        HttpResponse<String> refused = confirm(browser, link);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(accounts.byAddress(second))
                .contains(accounts.byId(faster.id()).orElseThrow());
    }

    @Test
    void mail_goes_where_its_owner_says_and_the_last_address_stays() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        accounts.addAddress(known.id(), second, Instant.EPOCH);
        assertThat(browser.send(PAGE, PAGE + "/remove", Map.of("address", known.address()))
                        .statusCode())
                .as("mail goes there")
                .isEqualTo(409);
        assertThat(location(browser.send(PAGE, PAGE + "/main", Map.of("address", second))))
                .isEqualTo(PAGE + "?done");
        assertThat(location(browser.send(PAGE, PAGE + "/remove", Map.of("address", known.address()))))
                .isEqualTo(PAGE + "?done");
        assertThat(accounts.addresses(known.id())).containsExactly(new Address(second, true));
        assertThat(browser.send(PAGE, PAGE + "/remove", Map.of("address", second))
                        .statusCode())
                .isEqualTo(409);
        assertThat(new Browser(port).signIn(known.address(), PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(new Browser(port).signIn(second, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void nobody_touches_addresses_of_others() {
        Account known = person();
        Account other = person();
        browser.signIn(known.address(), PASSWORD);
        assertThat(browser.send(PAGE, PAGE + "/main", Map.of("address", other.address()))
                        .statusCode())
                .isEqualTo(404);
        browser.send(PAGE, PAGE + "/remove", Map.of("address", other.address()));
        assertThat(accounts.addresses(other.id())).hasSize(1);
    }

    @Test
    void what_is_no_address_comes_back_as_it_was_typed() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        HttpResponse<String> refused = browser.send(PAGE, PAGE, Map.of("address", "no address"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"no address\"", "This is not a mail address");
        assertThat(browser.send(PAGE, PAGE, Map.of("address", known.address().toUpperCase()))
                        .body())
                .contains("This account has that address already.");
    }
}
