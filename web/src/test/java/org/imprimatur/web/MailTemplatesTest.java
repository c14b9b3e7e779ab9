package org.imprimatur.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.imprimatur.web.mail.MailTemplates;
import org.imprimatur.web.mail.RenderedMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class MailTemplatesTest {
    @Autowired
    MailTemplates mails;

    @Test
    void a_mail_has_its_subject_html_and_text_from_one_pair_of_templates() {
        RenderedMail mail = render("Gas & Diplomacy");
        assertThat(mail.subject()).isEqualTo("Would you review Gas & Diplomacy?");
        assertThat(mail.html())
                .contains(
                        "Gas &amp; Diplomacy",
                        "11 March 2024",
                        "Demonstration text",
                        "https://example.org/r?a=1&amp;b=2")
                .doesNotContain(" th:");
        assertThat(mail.text()).contains("Dear Dr O'Neill,", "Gas & Diplomacy", "https://example.org/r?a=1&b=2");
    }

    @Test
    void no_title_can_add_a_line_to_the_subject_or_markup_to_the_letter() {
        RenderedMail mail = render("A\r\nBcc: all@example.org <script>alert(1)</script>");
        assertThat(mail.subject()).doesNotContain("\r", "\n").contains("A Bcc: all@example.org <script>");
        assertThat(mail.html()).doesNotContain("<script");
    }

    private RenderedMail render(String title) {
        return mails.render(
                "test/invitation",
                Locale.UK,
                Map.of(
                        "journal", "Sample Review",
                        "name", "Dr O'Neill",
                        "title", title,
                        "until", Instant.parse("2024-03-11T00:00:00Z"),
                        "link", "https://example.org/r?a=1&b=2"));
    }
}
