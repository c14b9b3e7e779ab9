package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Account;
import org.junit.jupiter.api.Test;

/** Where one is signed in. */
class SessionsTest extends InGateway {
    private static final String PAGE = "/account/sessions";

    private List<UUID> sessions(Account of) {
        return jdbc.sql("SELECT id FROM session WHERE account = :id ORDER BY begun_at")
                .param("id", of.id())
                .query(UUID.class)
                .list();
    }

    @Test
    void one_ends_a_session_elsewhere() {
        Account known = person();
        var elsewhere = new Browser(port);
        elsewhere.signIn(known.address(), PASSWORD);
        UUID there = sessions(known).get(0);
        browser.signIn(known.address(), PASSWORD);
        assertThat(browser.open(PAGE).body()).contains("This one", "End all others", there.toString());
        assertThat(location(browser.send(PAGE, PAGE + "/" + there + "/end", Map.of())))
                .isEqualTo(PAGE + "?done");
        assertThat(location(elsewhere.open("/account"))).startsWith("/sign-in");
        assertThat(browser.open("/account").statusCode()).isEqualTo(200);
        assertThat(browser.send(PAGE, PAGE + "/" + there + "/end", Map.of()).statusCode())
                .as("it is not there any more")
                .isEqualTo(404);
    }

    @Test
    void one_ends_all_others_and_stays() {
        Account known = person();
        var elsewhere = new Browser(port);
        elsewhere.signIn(known.address(), PASSWORD);
        browser.signIn(known.address(), PASSWORD);
        browser.send(PAGE, PAGE + "/end-others", Map.of());
        assertThat(location(elsewhere.open("/account"))).startsWith("/sign-in");
        assertThat(browser.open("/account").statusCode()).isEqualTo(200);
        assertThat(sessions(known)).hasSize(1);
    }

    @Test
    void somebody_elses_session_is_neither_seen_nor_ended() {
        Account victim = person();
        var theirs = new Browser(port);
        theirs.signIn(victim.address(), PASSWORD);
        UUID session = sessions(victim).get(0);
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        assertThat(browser.open(PAGE).body()).doesNotContain(session.toString());
        assertThat(browser.send(PAGE, PAGE + "/" + session + "/end", Map.of()).statusCode())
                .isEqualTo(404);
        browser.send(PAGE, PAGE + "/end-others", Map.of());
        assertThat(theirs.open("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void what_a_browser_says_of_itself_is_shown_as_text() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        jdbc.sql("UPDATE session SET browser = :said WHERE account = :id")
                .param("said", "<script>alert(1)</script> Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0 Safari/537.36")
                .param("id", known.id())
                .update();
        HttpResponse<String> page = browser.open(PAGE);
        assertThat(page.body()).contains("Chrome", "Linux").doesNotContain("alert(1)");
    }
}
