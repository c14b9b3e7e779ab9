package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.imprimatur.gateway.accounts.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What a password must be, and how it is kept. */
class PasswordsTest extends InGateway {
    private HttpResponse<String> signUp(String password) {
        return browser.send(
                "/sign-up",
                "/sign-up",
                Map.of("name", "Noor Fatima", "address", "noor.fatima@example.org", "password", password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "password123456789",
                "qwertyuiopasdfgh",
                "123456789012345",
                "aaaaaaaaaaaaaaaaaaaa",
                "imprimatur imprimatur",
                "noor.fatima@example.org",
                "NoorFatimaNoorFatima",
                "P@ssw0rdP@ssw0rd"
            })
    void a_password_that_others_try_first_is_refused_and_not_shown_again(String password) {
        HttpResponse<String> refused = signUp(password);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This password is among those that others try first", "value=\"Noor Fatima\"")
                .doesNotContainPattern("type=\"password\"[^>]* value=\"[^\"]+\"");
        assertThat(recorded.mailed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "fourteen chars",
                "\uD83D\uDC1F\uD83D\uDC1F\uD83D\uDC1F\uD83D\uDC1F\uD83D\uDC1F\uD83D\uDC1F\uD83D\uDC1F\uD83D\uDC1F"
            })
    void a_password_has_fifteen_characters_or_more(String password) {
        HttpResponse<String> refused = signUp(password);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose a password of 15 to 200 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zwölf boxkämpfer jagen", "quiet lakes hold still mountains", "دریا پہاڑ کی طرف بہتا ہے"})
    void any_characters_will_do(String password) {
        assertThat(signUp(password).statusCode()).isEqualTo(200);
    }

    @Test
    void a_breached_password_is_refused_while_the_service_hears_five_digits_of_its_hash_and_no_more() {
        BREACHES.asked.clear();
        assertThat(signUp("the moon is made of cheese").body())
                .contains("This password is among those that others try first");
        assertThat(BREACHES.asked).singleElement().asString().matches("/range/[0-9A-F]{5} true");
        assertThat(signUp("the sun is made of cheese").statusCode())
                .as("what stands there as padding was never breached")
                .isEqualTo(200);
    }

    @Test
    void without_the_service_the_local_list_holds() {
        BREACHES.away = true;
        try {
            assertThat(signUp("the moon is made of cheese").statusCode()).isEqualTo(200);
            assertThat(signUp("passwordpassword").statusCode()).isEqualTo(422);
        } finally {
            BREACHES.away = false;
        }
    }

    @Test
    void a_hash_of_weaker_days_is_made_anew_when_its_owner_signs_in() {
        Account known = person();
        String old = new Argon2PasswordEncoder(16, 32, 1, 1 << 12, 1).encode(PASSWORD);
        accounts.changePassword(known.id(), old);
        assertThat(browser.signIn(known.address(), PASSWORD).statusCode()).isEqualTo(302);
        assertThat(accounts.passwordHash(known.id()).orElseThrow()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(new Browser(port).signIn(known.address(), PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_letter_may_be_composed_in_either_way() {
        Account known = person();
        accounts.changePassword(known.id(), passwords.hash("zw\u00F6lf boxk\u00E4mpfer"));
        assertThat(browser.signIn(known.address(), "zwo\u0308lf boxka\u0308mpfer")
                        .statusCode())
                .isEqualTo(302);
    }
}
