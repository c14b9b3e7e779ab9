package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.language.PreferredLanguages;
import org.imprimatur.messaging.mail.MailComposer.Letter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In which language people read, and are written to. */
class LanguageTest extends InGateway {
    private static final String URDU_PAGE = "<html lang=\"ur\" dir=\"rtl\">";

    @Autowired
    PreferredLanguages languages;

    private void choose(Browser where, String language) {
        assertThat(location(where.post("/language", Map.of("language", language, "back", "/account"), null)))
                .isEqualTo("/account");
    }

    @Test
    void whoever_asks_for_an_account_in_urdu_is_written_to_in_urdu_and_their_account_is() {
        choose(browser, "ur");
        String address = "urdu-" + UUID.randomUUID() + "@example.org";
        var sent = browser.send(
                "/sign-up", "/sign-up", Map.of("name", "Noor Fatima", "address", address, "password", PASSWORD));
        assertThat(sent.body()).contains(URDU_PAGE, "اپنی ای میل دیکھیں", "\u2068" + address + "\u2069");

        Letter mail = lastMail();
        assertThat(mail.subject()).isEqualTo("آپ کا کھاتہ: براہِ کرم اپنے پتے کی تصدیق کریں");
        assertThat(mail.html()).contains(URDU_PAGE, "میرے پتے کی تصدیق کریں");

        browser.send(link(mail), "/sign-up/confirm", confirming(link(mail)));
        assertThat(languages.of(accounts.byAddress(address).orElseThrow().id()))
                .map(Locale::getLanguage)
                .contains("ur");
    }

    @Test
    void what_somebody_chose_follows_them_into_another_browser_and_into_their_mails() {
        Account known = person();
        browser.signIn(known.address(), PASSWORD);
        choose(browser, "ur");
        assertThat(browser.open("/account").body()).contains(URDU_PAGE, "آپ کا کھاتہ");

        var elsewhere = new Browser(port);
        assertThat(elsewhere.open("/sign-in").body()).contains("<html lang=\"en\" dir=\"ltr\">");
        elsewhere.signIn(known.address(), PASSWORD);
        assertThat(elsewhere.open("/account").body()).contains(URDU_PAGE);

        elsewhere.send(
                "/account", "/account/password", Map.of("present", PASSWORD, "wanted", "another river runs uphill"));
        assertThat(lastMail().subject()).isEqualTo("آپ کے کھاتے میں کچھ بدلا ہے");
        assertThat(lastMail().text()).contains("پاس ورڈ بدلا گیا۔").doesNotContain("Dear", "password");
    }

    @Test
    void a_forgotten_password_is_written_of_in_the_language_of_its_holder_and_not_of_who_asked() {
        Account known = person();
        languages.keep(known.id(), Locale.forLanguageTag("ur-PK"));
        browser.send("/password/forgotten", "/password/forgotten", Map.of("address", known.address()));
        assertThat(lastMail().subject()).isEqualTo("اپنا پاس ورڈ چنیں");
    }

    @Test
    void services_learn_in_which_language_somebody_is_to_be_written_to() throws Exception {
        Account known = person();
        HttpRequest.Builder asked = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/internal/people/" + known.id()))
                .header("X-Imprimatur-Service", assertions.forService("review"));
        assertThat(browser.send(asked).body()).doesNotContain("language");
        languages.keep(known.id(), Locale.forLanguageTag("ur-PK"));
        assertThat(browser.send(asked).body()).contains("\"language\":\"ur\"");
    }

    @Test
    void a_service_behind_it_is_asked_in_the_language_that_was_chosen() {
        choose(browser, "ur");
        assertThat(browser.open("/author").body()).contains("imprimatur-language=ur");
    }
}
