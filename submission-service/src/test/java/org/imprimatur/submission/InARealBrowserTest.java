package org.imprimatur.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.imprimatur.submission.testing.Author;
import org.imprimatur.submission.testing.RunningService;
import org.imprimatur.submission.testing.WordFiles;
import org.imprimatur.web.testing.ByKeyboard;
import org.imprimatur.web.testing.ByKeyboard.Heard;
import org.imprimatur.web.testing.RealBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The author's pages in Chromium, scripts on: no word is lost, whatever becomes of windows, lines and sessions. */
class InARealBrowserTest {

    private static final RunningService SERVICE = RunningService.get();
    private static RealBrowser browser;

    private final Author author = new Author();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void opens() {
        browser = RealBrowser.open();
    }

    @AfterAll
    static void closes() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void window() {
        context = browser.chromium()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(RealBrowser.DESK, 900)
                        .setBaseURL(SERVICE.url())
                        .setExtraHTTPHeaders(
                                Map.of("X-Imprimatur-Person", SERVICE.assertion(author.account(), "Ghulam Mustafa"))));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static String path(String id, String step) {
        return "/author/manuscripts/" + id + "/" + step;
    }

    private static void saved(Page where) {
        assertThat(where.locator("#saved")).containsText("Saved,");
    }

    private void nothingIsKept() {
        page.waitForFunction("Object.keys(sessionStorage).every(key => !key.startsWith('kept:'))");
    }

    @Test
    void what_is_typed_is_kept_and_the_button_pressed_at_once_loses_nothing() {
        String id = author.complete("A Title");
        page.navigate(path(id, "about"));
        page.locator("[name=title]").fill("A Title in the Making");
        saved(page);
        nothingIsKept();

        page.locator("[name=keywords]").fill("typed; and sent at once");
        page.locator("main button.go").click();

        page.waitForURL("**/contributors");
        page.navigate(path(id, "about"));
        assertThat(page.locator("[name=keywords]")).hasValue("typed; and sent at once");
        nothingIsKept();
    }

    @Test
    void the_second_of_two_windows_is_shown_both_texts_and_chooses() {
        String id = author.complete("A Title");
        page.navigate(path(id, "about"));
        Page second = context.newPage();
        second.navigate(path(id, "about"));
        page.locator("[name=title]").fill("From the first");
        saved(page);

        second.locator("[name=title]").fill("From the second");

        assertThat(second.locator("#meanwhile")).containsText("From the first");
        assertThat(second.locator("[name=title]")).hasValue("From the second");
        second.locator("button[name=over]").click();
        second.waitForURL("**/contributors");
        second.navigate(path(id, "about"));
        assertThat(second.locator("[name=title]")).hasValue("From the second");
    }

    @Test
    void a_broken_line_is_said_and_caught_up_with() {
        String id = author.complete("A Title");
        page.navigate(path(id, "about"));
        context.setOffline(true);
        page.locator("[name=title]").fill("Typed in a tunnel");
        assertThat(page.locator("#saved")).containsText("no connection");

        context.setOffline(false);

        saved(page);
        nothingIsKept();
    }

    @Test
    void what_could_not_be_saved_is_back_in_the_form_after_signing_in_again() {
        String id = author.complete("A Title");
        page.navigate(path(id, "about"));
        page.route("**/sign-in?**", route -> route.abort());
        context.setExtraHTTPHeaders(Map.of());
        page.locator("[name=title]").fill("Typed after the session ended");
        page.waitForRequest(
                "**/sign-in?next=**", () -> page.locator("[name=title]").blur());

        context.setExtraHTTPHeaders(
                Map.of("X-Imprimatur-Person", SERVICE.assertion(author.account(), "Ghulam Mustafa")));
        page.navigate(path(id, "about"));

        assertThat(page.locator("[name=title]")).hasValue("Typed after the session ended");
        saved(page);
    }

    @Test
    void files_go_in_pieces_and_a_broken_line_costs_a_piece_and_not_the_file() {
        String id = author.draft();
        page.navigate(path(id, "file"));
        boolean[] broken = new boolean[1];
        page.route("**/uploads/*", route -> {
            if (route.request().method().equals("PATCH") && !broken[0]) {
                broken[0] = true;
                route.abort();
            } else {
                route.resume();
            }
        });
        page.locator("#f-file")
                .setInputFiles(new FilePayload("water.docx", "application/zip", WordFiles.mistyped("Water")));
        page.locator("form[action$='/file'] button").click();

        assertThat(page.locator("#intake")).isVisible();
        assertThat(broken[0]).isTrue();
        page.locator("label.chip:has([value=figure])").click();
        page.locator("#f-attachment")
                .setInputFiles(new FilePayload("bad.png", "image/png", "words".getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action$='/attachments'] button").click();
        assertThat(page.locator("form[action$='/attachments'] .error")).containsText("no picture");
    }

    @Test
    void contributors_are_put_in_order_by_dragging_and_by_the_keyboard() {
        String id = author.complete("A Title");
        var two = author.at(id, "contributors", "/contributors").press("act", "add");
        author.browser().form(two, "/contributors").fill("family-1", "Khan").press("act", "none");
        page.navigate(path(id, "contributors"));

        page.locator("[data-at='1'] [data-grip]").dragTo(page.locator("[data-at='0'] summary"));
        assertThat(page.locator("[name=family-0]")).hasValue("Khan");
        page.locator("button[value=down-0]").press("Enter");

        assertThat(page.locator("[name=family-0]")).hasValue("Mustafa");
        assertThat((String) page.evaluate("document.activeElement.textContent")).contains("Khan");
    }

    @Test
    void an_author_hands_in_a_manuscript_by_keyboard_alone_and_hears_what_becomes_of_it() {
        var keys = new ByKeyboard(page);
        page.navigate("/author");
        assertThat(keys.press("Tab").here().name()).isEqualTo("Skip to the content");
        keys.follow("link", "Submit a manuscript");

        keys.to("radio", "");
        keys.press("Space");
        keys.to("radio", "Research article");
        keys.press("Space");
        assertThat(keys.here().states()).contains("checked");
        keys.follow("button", "Begin");

        keys.to("button", "Choose the manuscript");
        assertThat(keys.here().description()).contains("A Word file");
        // Space opens a window of the browser's, not of the page's
        page.locator("#f-file")
                .setInputFiles(new FilePayload("water.docx", "application/zip", WordFiles.manuscript("Water")));
        keys.follow("button", "Upload and check");
        keys.follow("link", "Title, abstract, keywords");

        Heard title = keys.to("textbox", "Title");
        assertThat(title.states()).contains("required");
        assertThat(title.description()).isEqualTo("As it is to be printed.");
        keys.press("Control+a").type("Water, by Keyboard");
        keys.hears("Saved,");
        keys.to("textbox", "Abstract");
        keys.press("Control+a").type("How water is shared.");
        keys.to("textbox", "Keywords");
        keys.press("Control+a").type("water; rivers");
        keys.follow("button", "Keep and go on");

        assertThat(page.locator("h2").first()).containsText("Contributors");
        keys.follow("button", "Keep and go on");
        // it says at once what is missing; the link of each leads to its field, which says it again
        assertThat(keys.here().role()).isEqualTo("alert");
        assertThat(keys.here().name()).startsWith("2 things need you.");
        keys.press("Tab");
        assertThat(keys.here().role()).isEqualTo("link");
        keys.press("Enter");
        Heard institution = keys.here();
        assertThat(institution.role()).isEqualTo("textbox");
        assertThat(institution.name()).isEqualTo("Institution");
        assertThat(institution.description()).contains("which institution?");
        assertThat(institution.states()).contains("invalid");
        keys.type("GC University, Faisalabad");
        keys.back("textbox", "Mail");
        keys.type(author.account() + "@example.org");
        keys.follow("button", "Keep and go on");

        assertThat(page.locator("h2").first()).containsText("Whom to ask for a review");
        keys.follow("button", "Keep and go on");
        keys.follow("button", "Hand it in");
        assertThat(page.locator("h1")).hasText("Water, by Keyboard");
        assertThat(page.locator("main")).containsText("Submitted");
    }

    @Test
    void no_page_keeps_anybody_out_nor_is_wider_than_its_window() {
        String draft = author.complete("A Title");
        author.at(draft, "file", "/file")
                .attach("file", "water.docx", WordFiles.mistyped("Another Title"))
                .send();
        author.at(draft, "reviewers", "/reviewers").press("act", "suggest");
        String handedIn = author.handedIn("Another");
        for (String path : List.of(
                "/author",
                "/author/submit",
                "/author/design",
                path(draft, "file"),
                path(draft, "about"),
                path(draft, "contributors"),
                path(draft, "reviewers"),
                path(draft, "look"),
                "/author/manuscripts/" + handedIn)) {
            page.navigate(path);
            page.locator("main details").all().forEach(InARealBrowserTest::open);
            assertThat(RealBrowser.barriers(page)).as(path).isEmpty();
        }
    }

    private static void open(Locator details) {
        details.evaluate("one => one.open = true");
    }
}
