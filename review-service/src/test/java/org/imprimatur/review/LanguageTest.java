package org.imprimatur.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.OffsetDateTime;
import java.util.Map;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.words.Languages;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Pages and mails in a language that is read from right to left. */
class LanguageTest extends ReviewServiceTest {
    private static final Cookie URDU = new Cookie(Languages.COOKIE, "ur");
    private static final String RIGHT_TO_LEFT = "<html lang=\"ur\" dir=\"rtl\">";

    private String read(MockHttpServletRequestBuilder request) throws Exception {
        return body(mvc.perform(request.cookie(URDU)).andReturn());
    }

    @Test
    void a_reviewer_with_nothing_but_a_link_reads_and_is_refused_in_their_language() throws Exception {
        String link = link(invited(underReview(), "Elena Petrova"));
        assertThat(read(MockMvcRequestBuilders.get(link)))
                .contains(
                        RIGHT_TO_LEFT,
                        "Gas and Diplomacy",
                        "\u2068Elena Petrova\u2069",
                        "action=\"/language\"",
                        "name=\"back\" value=\"" + link + "\"");

        post(null, link, "answer", "yes");
        assertThat(read(MockMvcRequestBuilders.post(link).with(csrf()).param("answer", "no")))
                .contains("آپ جواب دے چکے ہیں: آپ نے ہاں کہا تھا۔")
                .doesNotContain("You have answered");
        assertThat(read(MockMvcRequestBuilders.get(link + "/report")))
                .contains("سوال واضح اور نیا ہے", "معمولی نظرِ ثانی")
                .doesNotContain("The question is clear", "Minor revision");
    }

    @Test
    void a_reviewer_is_written_to_in_the_language_in_which_they_answered() throws Exception {
        String invitation = invited(underReview(), "Elena Petrova");
        String link = link(invitation);
        assertThat(letter(invitation, "invitation", 1).html()).contains("<html lang=\"en\"");
        read(MockMvcRequestBuilders.post(link).with(csrf()).param("answer", "yes"));
        MailComposer.Letter letter = letter(invitation, "invitation-accepted", 3);
        assertThat(letter.html()).contains(RIGHT_TO_LEFT);
        assertThat(letter.text()).contains("Elena Petrova", "Gas and Diplomacy").doesNotContain("Dear", "thank you");
    }

    @Test
    void an_editor_reads_the_dashboard_and_what_was_put_into_a_refusal_in_their_language() throws Exception {
        String manuscript = submitted();
        process.waitsFor(PersonsStep.SCREEN);
        assertThat(read(MockMvcRequestBuilders.get("/editor").header(Assertions.PERSON_HEADER, assertion(FARAH))))
                .contains(RIGHT_TO_LEFT, "ڈیش بورڈ");
        assertThat(read(MockMvcRequestBuilders.post("/editor/manuscripts/SAM-" + manuscript + "/screening")
                        .header(Assertions.PERSON_HEADER, assertion(FARAH))
                        .with(csrf())
                        .param("verdict", "return")
                        .param("letter", "x".repeat(100_001))))
                .containsPattern("زیادہ سے زیادہ \u2068\\d+\u2069 حروف۔")
                .contains("اسے مصنف کو واپس کریں");
    }

    @Test
    void a_mail_is_written_in_the_language_of_the_account_it_goes_to() {
        String manuscript = underReview();
        String since = jdbc.sql("select since from standing where manuscript = ?")
                .param(manuscript)
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .toString();
        var order = new MailOrder(
                "test/" + manuscript,
                "about",
                "account/" + READS_URDU,
                "editor-reminder",
                Map.of("manuscript", manuscript, "step", "choosing-reviewers", "since", since));
        MailComposer.Letter letter = ((MailComposer.Ready) compose(order)).letter();
        assertThat(letter.html()).contains(RIGHT_TO_LEFT);
        assertThat(letter.text())
                .contains("یہ مسودہ مبصرین کے انتخاب کا منتظر ہے", "Gas and Diplomacy")
                .doesNotContain("Dear", "has waited");
    }
}
