package org.imprimatur.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.imprimatur.web.mail.MailTemplates;
import org.imprimatur.web.mail.RenderedMail;
import org.imprimatur.web.words.Dates;
import org.imprimatur.web.words.Languages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
class LanguageTest {
    private static final Locale URDU = Languages.of("ur");

    @Autowired
    MockMvc mvc;

    @Autowired
    MessageSource words;

    @Autowired
    Dates dates;

    @Autowired
    MailTemplates mails;

    @Test
    void a_page_is_english_where_nobody_says_anything() throws Exception {
        Document page = page(get("/design"));
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("html").attr("dir")).isEqualTo("ltr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ur-PK,ur;q=0.9,en;q=0.8 | ur",
                "en-US,en;q=0.9,ur;q=0.8 | en",
                "fr-FR,fr;q=0.9,ur;q=0.4 | ur",
                "ur;q=0, fr | en",
                "*            | en",
                ";;nonsense   | en"
            })
    void the_first_guess_is_what_the_browser_asks_for(String asked, String language) throws Exception {
        assertThat(page(get("/design").header("Accept-Language", asked))
                        .select("html")
                        .attr("lang"))
                .isEqualTo(language);
    }

    @Test
    void what_was_chosen_stays_chosen_and_is_read_from_right_to_left() throws Exception {
        Cookie chosen = choose("ur", "/open/form?step=2").getCookie(Languages.COOKIE);
        Document page = page(get("/open/form").cookie(chosen).header("Accept-Language", "en"));
        assertThat(page.select("html").attr("lang")).isEqualTo("ur");
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select(".skip").text()).isEqualTo("مواد پر جائیں");
        assertThat(chosen.isHttpOnly()).isTrue();
        assertThat(chosen.getPath()).isEqualTo("/");
    }

    @Test
    void choosing_needs_no_script_and_no_token_and_leads_back_to_the_very_page() throws Exception {
        Element form = page(get("/open/form?step=2")).selectFirst("form[action=/language]");
        Element button = form.selectFirst("button");
        assertThat(button.text()).isEqualTo("اردو");
        assertThat(button.attr("lang")).isEqualTo("ur");
        assertThat(choose(button.val(), form.selectFirst("[name=back]").val()).getHeader("Location"))
                .isEqualTo("/open/form?step=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/design", "/open/form", "/site", "/open/not-yours"})
    void every_frame_offers_it(String address) throws Exception {
        Element form = Jsoup.parse(
                        mvc.perform(get(address)).andReturn().getResponse().getContentAsString())
                .selectFirst("form[action=/language]");
        assertThat(form.selectFirst("[name=back]").val()).isEqualTo(address);
    }

    @Test
    void a_refused_form_offers_none_since_what_was_typed_would_be_lost() throws Exception {
        Document fresh = page(get("/open/form"));
        Cookie cookie = mvc.perform(get("/open/form")).andReturn().getResponse().getCookie("imprimatur-csrf");
        Document refused = Jsoup.parse(mvc.perform(post("/open/form")
                        .cookie(cookie)
                        .param(
                                "_csrf",
                                Jsoup.parse(mvc.perform(get("/open/form").cookie(cookie))
                                                .andReturn()
                                                .getResponse()
                                                .getContentAsString())
                                        .selectFirst("[name=_csrf]")
                                        .val()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(fresh.select("form[action=/language]")).hasSize(1);
        assertThat(refused.select("form[action=/language]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "", "/a\r\nSet-Cookie: x=y"})
    void choosing_never_leads_to_another_site(String back) throws Exception {
        assertThat(choose("ur", back).getHeader("Location")).isEqualTo("/");
    }

    @Test
    void a_language_that_is_none_of_ours_is_english() throws Exception {
        assertThat(choose("tlh", "/").getCookie(Languages.COOKIE).getValue()).isEqualTo("en");
    }

    @Test
    void dates_and_counts_are_written_as_the_language_writes_them() {
        Instant at = Instant.parse("2024-02-05T14:12:00Z");
        LocaleContextHolder.setLocale(URDU);
        try {
            assertThat(dates.weekday(at)).isEqualTo("پیر، 5 فروری 2024");
            assertThat(dates.since(at, at.plusSeconds(3600))).isEqualTo("1 گھنٹہ");
            assertThat(dates.since(at, at.plusSeconds(10800))).isEqualTo("3 گھنٹے");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void a_name_in_another_script_keeps_its_place_in_a_sentence_from_right_to_left() {
        assertThat(words.getMessage("web.account-of", new Object[] {"Sana (Lahore)"}, URDU))
                .isEqualTo("\u2068Sana (Lahore)\u2069: کھاتہ");
        assertThat(words.getMessage("web.account-of", new Object[] {"Sana (Lahore)"}, Locale.UK))
                .isEqualTo("Sana (Lahore): account");
    }

    @Test
    void a_mail_says_its_language_and_direction_where_programs_leave_them() {
        RenderedMail mail = mails.render(
                "test/invitation",
                URDU,
                Map.of(
                        "journal", "Sample Review",
                        "name", "Dr O'Neill",
                        "title", "Gas & Diplomacy",
                        "until", Instant.parse("2024-03-11T00:00:00Z"),
                        "link", "https://example.org/r"));
        Document html = Jsoup.parse(mail.html());
        assertThat(html.select("html").attr("lang")).isEqualTo("ur");
        assertThat(html.select("[role=main]").attr("dir")).isEqualTo("rtl");
        assertThat(html.select(".card").attr("style")).contains("text-align:right");
        assertThat(mail.text()).contains("11 مارچ 2024");
    }

    private MockHttpServletResponse choose(String language, String back) throws Exception {
        return mvc.perform(post("/language").param("language", language).param("back", back))
                .andExpect(status().isSeeOther())
                .andExpect(header().exists("Location"))
                .andReturn()
                .getResponse();
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
