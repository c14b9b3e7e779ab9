package org.imprimatur.publication.production.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.imprimatur.web.mail.MailTemplates;
import org.imprimatur.web.mail.RenderedMail;
import org.imprimatur.web.words.Dates;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class MoreTimeMailTest {

    private static RenderedMail mail(int days, String word) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("i18n/publication/messages", "i18n/web/messages");
        messages.setDefaultEncoding("UTF-8");
        return new MailTemplates(messages, new Dates(ZoneOffset.UTC, messages), "")
                .render(
                        "publication/proof-time",
                        Locale.UK,
                        Map.of(
                                "name", "Qamar Khan",
                                "journal", "Sample Review",
                                "title", "Gas & Diplomacy",
                                "number", "SAM-2024-017",
                                "pages", 10,
                                "link", "https://journal.example.org/production/proofs/p1",
                                "granted", days > 0,
                                "days", days,
                                "word", word));
    }

    @Test
    void who_got_more_time_reads_how_much_and_what_production_wrote() {
        RenderedMail mail = mail(7, "Gladly. <b>Rest</b>");
        assertThat(mail.subject()).isEqualTo("You have more time for your proof: Gas & Diplomacy");
        assertThat(mail.text())
                .contains(
                        "Dear Qamar Khan,",
                        "you have 7 more days",
                        "Gladly. <b>Rest</b>",
                        "https://journal.example.org/production/proofs/p1",
                        "manuscript SAM-2024-017")
                .doesNotContain("??");
        assertThat(mail.html()).contains("&lt;b&gt;Rest").doesNotContain("??", "<b>Rest");
        assertThat(mail(1, "").text()).contains("you have one more day");
    }

    @Test
    void who_got_none_reads_why() {
        RenderedMail mail = mail(0, "The issue closes tomorrow.");
        assertThat(mail.subject()).startsWith("No more time");
        assertThat(mail.text()).contains("can’t give you more time", "The issue closes tomorrow.");
    }
}
