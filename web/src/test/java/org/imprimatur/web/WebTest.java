package org.imprimatur.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@SpringBootTest
@AutoConfigureMockMvc
class WebTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    private static final SignedIn EDITOR =
            new SignedIn("acc-1", "Farah <b>Siddiqui</b>", Set.of(new Held("sam", "managing-editor")));

    @Autowired
    MockMvc mvc;

    @Autowired
    Assertions assertions;

    @Value("${imprimatur.assertion.key}")
    String key;

    @Test
    void a_post_without_the_csrf_token_is_refused_and_says_what_to_do() throws Exception {
        mvc.perform(post("/open/form").param("title", "Gas")).andExpect(status().isForbidden());
    }

    @Test
    void a_form_sends_back_the_token_that_its_page_was_given() throws Exception {
        Opened page = open("/open/form");
        mvc.perform(post("/open/form")
                        .cookie(page.cookie)
                        .param("_csrf", page.token)
                        .param("title", "Gas"))
                .andExpect(status().isFound());
        assertThat(page.token).as("masked anew on each page").isNotEqualTo(page.cookie.getValue());
        assertThat(page.cookie.getPath()).isEqualTo("/");
        assertThat(page.cookie.isHttpOnly()).isTrue();
        assertThat(page.cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void a_token_without_its_cookie_is_refused() throws Exception {
        mvc.perform(post("/open/form").param("_csrf", open("/open/form").token).param("title", "Gas"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_refused_form_comes_back_with_all_that_was_typed_and_nothing_of_it_is_run() throws Exception {
        Opened page = open("/open/form");
        mvc.perform(post("/open/form")
                        .cookie(page.cookie)
                        .param("_csrf", page.token)
                        .param("title", HOSTILE)
                        .param("letter", "\n</textarea>" + HOSTILE))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("&lt;/textarea&gt;&lt;script&gt;alert(1)"),
                                containsString("value=\"&lt;script&gt;"),
                                containsString("href=\"#f-title\""),
                                containsString("A title without &lt;brackets&gt;, please."),
                                containsString("aria-invalid=\"true\""),
                                not(containsString("<img")),
                                not(containsString("<script>")))));
    }

    @Test
    void a_field_is_called_optional_only_where_it_never_is_needed() throws Exception {
        assertThat(body("/open/form"))
                .containsOnlyOnce("(optional)")
                .containsPattern("Letter.{0,40}<span[^>]*> \\(optional\\)")
                .doesNotContainPattern("(Reason|Title).{0,40}\\(optional\\)");
    }

    @Test
    void an_error_page_tells_the_time_of_the_services_own_clock() throws Exception {
        mvc.perform(get("/open/broken")).andExpect(content().string(containsString("5 February 2024")));
    }

    @Test
    void no_fragment_lets_a_value_become_markup() throws Exception {
        String page = mvc.perform(get("/open/hostile").param("evil", HOSTILE))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("<script>", "<img", "\"'>").contains("&lt;script&gt;alert(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "#x\" onclick=\"alert(1)", "' onfocus='alert(1)"})
    void no_value_leaves_its_attribute(String evil) throws Exception {
        String page = mvc.perform(get("/open/hostile").param("evil", evil))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("\" onclick=", "' onfocus=");
    }

    @Test
    void every_page_has_a_strict_content_policy() throws Exception {
        mvc.perform(get("/open/form"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void no_page_has_inline_style_or_script() throws Exception {
        for (String path : new String[] {"/design", "/open/form", "/site", "/open/broken"}) {
            assertThat(body(path))
                    .as(path)
                    .doesNotContain(" style=")
                    .doesNotContain("<style")
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContainPattern("\\son[a-z]+=");
        }
    }

    @Test
    void a_stranger_is_sent_to_sign_in_and_comes_back_to_where_he_was() throws Exception {
        mvc.perform(get("/private?a=1&b=2"))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", "/sign-in?next=%2Fprivate%3Fa%3D1%26b%3D2"));
        mvc.perform(get("/private")
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", "https://journal.example.org/editor?q=1"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/sign-in?next=%2Feditor%3Fq%3D1"));
    }

    @Test
    void a_person_is_known_by_the_gateways_assertion() throws Exception {
        mvc.perform(get("/private").header(Assertions.PERSON_HEADER, assertions.forPerson(EDITOR)))
                .andExpect(status().isOk())
                .andExpect(content().string("acc-1 true"));
    }

    @Test
    void an_assertion_that_is_forged_expired_or_meant_for_a_service_makes_nobody_of_its_bearer() throws Exception {
        var otherKey = new Assertions("YW5vdGhlciBrZXkgb2YgYXQgbGVhc3QgMzIgYnl0ZXMgaGVyZQ==", Clock.systemUTC());
        var past = new Assertions(key, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-65)));
        String good = assertions.forPerson(EDITOR);
        String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
        for (String bad : new String[] {
            "nonsense",
            unsigned,
            otherKey.forPerson(EDITOR),
            past.forPerson(EDITOR),
            assertions.forService("review"),
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhY2MtMSJ9."
        }) {
            mvc.perform(get("/private").header(Assertions.PERSON_HEADER, bad))
                    .andExpect(status().isFound())
                    .andExpect(header().string("Location", startsWith("/sign-in")));
        }
    }

    @Test
    void what_is_internal_is_for_services_alone() throws Exception {
        mvc.perform(get("/internal/secret")).andExpect(status().isUnauthorized());
        mvc.perform(get("/internal/secret").header(Assertions.PERSON_HEADER, assertions.forPerson(EDITOR)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/internal/secret").header(Assertions.SERVICE_HEADER, assertions.forPerson(EDITOR)))
                .andExpect(status().isUnauthorized());
        mvc.perform(get("/internal/secret").header(Assertions.SERVICE_HEADER, assertions.forService("review")))
                .andExpect(status().isOk());
    }

    @Test
    void somebody_elses_thing_looks_like_one_that_does_not_exist() throws Exception {
        mvc.perform(get("/open/not-yours"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("4711"))));
        mvc.perform(get("/open/no-such-page")).andExpect(status().isNotFound());
    }

    @Test
    void a_fault_of_ours_shows_a_reference_and_none_of_its_insides() throws Exception {
        mvc.perform(get("/open/broken"))
                .andExpect(status().isInternalServerError())
                .andExpect(content()
                        .string(allOf(
                                containsString("For the help desk"),
                                not(containsString("secret detail")),
                                not(containsString("IllegalState")))));
    }

    @Test
    void programs_get_their_errors_as_problem_json() throws Exception {
        mvc.perform(get("/open/broken").accept("application/json"))
                .andExpect(status().isInternalServerError())
                .andExpect(header().string("Content-Type", startsWith("application/problem+json")))
                .andExpect(content().string(containsString("urn:reference:")));
    }

    @Test
    void a_refusal_says_its_reason_with_a_status_that_fits() throws Exception {
        mvc.perform(get("/open/late"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("&lt;i&gt;Somebody&lt;/i&gt; decided before you.")));
    }

    @Test
    void names_of_people_and_journals_are_only_text() throws Exception {
        mvc.perform(get("/open/form").header(Assertions.PERSON_HEADER, assertions.forPerson(EDITOR)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Farah &lt;b&gt;Siddiqui&lt;/b&gt;"),
                                not(containsString("<b>Siddiqui")))));
        mvc.perform(get("/site"))
                .andExpect(content()
                        .string(allOf(
                                containsString("&lt;b&gt;Sample&lt;/b&gt; Review"),
                                containsString("&lt;b&gt;Issue&lt;/b&gt;"),
                                containsString("citation_title"),
                                containsString("citation_year"))));
    }

    @Test
    void the_demonstration_is_marked_on_every_page() throws Exception {
        for (String path : new String[] {"/design", "/open/form", "/site", "/open/broken", "/open/late"}) {
            assertThat(body(path)).as(path).contains("Demonstration text, not the authors&#39; article");
        }
    }

    @Test
    void static_files_carry_the_hash_of_their_content_and_are_kept_by_browsers() throws Exception {
        Matcher css =
                Pattern.compile("href=\"(/web/imprimatur-[0-9a-f]{32}\\.css)\"").matcher(body("/design"));
        assertThat(css.find()).isTrue();
        mvc.perform(get(css.group(1)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("max-age=604800")))
                .andExpect(header().exists("ETag"));
        for (String file :
                new String[] {"htmx.js", "sse.js", "icons.svg", "fonts/serif-latin.woff2", "fonts/OFL.txt"}) {
            mvc.perform(get("/web/" + file)).andExpect(status().isOk());
        }
        assertThat(body("/web/sse.js")).as("made for htmx 2").doesNotContain("htmx 1 extension");
        assertThat(body("/design")).containsPattern("/web/icons-[0-9a-f]{32}\\.svg#check");
    }

    @Test
    void a_field_stands_once_on_its_page_with_its_label() throws Exception {
        assertThat(body("/open/form").split("<textarea", -1)).as("two of them").hasSize(3);
        assertThat(body("/design").split("<select", -1)).hasSize(3);
        assertThat(body("/design")).contains("for=\"f-letter\"", "id=\"f-letter\"");
    }

    private String body(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
    }

    private Opened open(String path) throws Exception {
        MvcResult page = mvc.perform(get(path)).andExpect(status().isOk()).andReturn();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(page.getResponse().getContentAsString());
        assertThat(token.find()).as("a token in the form").isTrue();
        return new Opened(page.getResponse().getCookie("imprimatur-csrf"), token.group(1));
    }

    private record Opened(Cookie cookie, String token) {}
}
