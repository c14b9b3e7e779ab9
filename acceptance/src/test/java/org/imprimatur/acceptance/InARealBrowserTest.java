package org.imprimatur.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.imprimatur.standalone.demo.Performance;
import org.imprimatur.standalone.demonstration.DemonstrationManuscripts;
import org.imprimatur.standalone.demonstration.People.Person;
import org.imprimatur.standalone.demonstration.TitlePage;
import org.imprimatur.web.testing.RealBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A second manuscript after the main job, by people with a browser, scripts on: one way in chapters. */
@ExtendWith(OnTheStage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InARealBrowserTest {

    private static final int PHONE = RealBrowser.PHONE;
    private static final int DESK = RealBrowser.DESK;
    private static final String WORDS = "The question is new; the second section needs its sources.";

    private final DemonstrationManuscripts manuscripts = new DemonstrationManuscripts();
    private final TitlePage title = manuscripts.robotTitlePage(1);
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> barriers = new LinkedHashMap<>();

    private Performance performance;
    private RealBrowser browser;
    private String number;
    private String link;

    @BeforeAll
    void opens_a_browser(Performance played) {
        browser = RealBrowser.open();
        performance = played;
    }

    @AfterAll
    void closes_it() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void an_author_hands_in_a_manuscript_on_a_phone() {
        Person author = performance.people().correspondingAuthor();
        try (BrowserContext context = browserOf(PHONE)) {
            Page page = context.newPage();
            page.navigate("/sign-in");
            look("sign-in", page);
            signIn(page, author);
            page.navigate("/author");
            look("author home", page);

            page.navigate("/author/submit");
            page.locator("[name=where][value^='gpr/']").check();
            page.locator("[name=type]").first().check();
            press(page, "Begin");
            page.locator("input[name=file]")
                    .setInputFiles(new FilePayload(
                            "manuscript.docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            manuscripts.robotArticle(1)));
            press(page, "Upload and check");
            assertThat(page.locator("#intake")).isVisible();
            assertThat(page.locator("main")).containsText("citations compared with");
            fits(page);

            page.locator("main a.go").click();
            assertThat(page.locator("[name=title]")).hasValue(title.title());
            page.locator("[name=keywords]").fill("gas; diplomacy");
            page.locator("[name=title]").focus();
            assertThat(page.locator("#saved")).containsText("Saved");
            page.reload();
            assertThat(page.locator("[name=keywords]")).hasValue("gas; diplomacy");
            fits(page);
            press(page, "Keep and go on");

            assertThat(page.locator("[name=family-0]")).not().hasValue("");
            fits(page);
            press(page, "Keep and go on");
            assertThat(page.locator("main")).containsText("Whom to ask for a review");
            fits(page);
            press(page, "Keep and go on");
            fits(page);
            press(page, "Hand it in");

            assertThat(page).hasTitle(Pattern.compile("GPR-\\d{4}-\\d{3}.*"));
            number = page.title().split(" ")[0];
        }
    }

    @Test
    @Order(2)
    void editors_pass_it_on_and_invite_a_reviewer() {
        Person handlingEditor = performance.people().handlingEditor();
        try (BrowserContext context = browserOf(DESK)) {
            Page page = context.newPage();
            signIn(page, performance.people().managingEditor());
            until(page, "/editor/manuscripts/" + number + "/screening", "[name=verdict]");
            page.locator("[name=verdict][value=pass]").check();
            String account = page.locator("[name=handlingEditor] option")
                    .filter(new Locator.FilterOptions().setHasText(handlingEditor.name()))
                    .getAttribute("value");
            page.locator("[name=handlingEditor]").selectOption(account);
            press(page, "Confirm");
            assertThat(page.locator("h1")).not().hasText("Screen");
        }
        try (BrowserContext context = browserOf(DESK)) {
            Page page = context.newPage();
            signIn(page, handlingEditor);
            until(page, "/editor/manuscripts/" + number + "/reviewers", "[name=chosen]");
            page.getByLabel("Ask " + reviewer().fullName() + " now").check();
            press(page, "Invite them");
            link = await().atMost(Duration.ofSeconds(30))
                    .until(this::invitation, found -> !found.isEmpty())
                    .get(0);

            page.navigate("/editor");
            look("dashboard", page);
            page.navigate("/editor/manuscripts/" + number);
            look("manuscript page", page);
            fits(page);
        }
    }

    @Test
    @Order(3)
    void opening_the_link_of_an_invitation_changes_nothing() {
        for (int scanner = 0; scanner < 3; scanner++) {
            try (BrowserContext context = browserOf(PHONE)) {
                Page page = context.newPage();
                page.navigate(link);
                assertThat(page.locator("[name=answer]")).hasCount(2);
                page.navigate(link + "/report");
                assertThat(page.locator("[name=to-authors]")).hasCount(0);
            }
        }
    }

    @Test
    @Order(4)
    void a_reviewer_accepts_and_finds_the_review_as_it_was_typed_on_another_device_and_sends_it() {
        try (BrowserContext context = browserOf(PHONE)) {
            Page page = context.newPage();
            page.navigate(link);
            look("invitation", page);
            fits(page);
            page.locator("[name=answer][value=yes]").check();
            press(page, "Send my answer");
            assertThat(page.locator("[name=to-authors]")).isVisible();
            look("review page", page);
            fits(page);
            page.locator("[name=to-authors]").pressSequentially(WORDS);
            assertThat(page.locator("#saved")).containsText("10 words");
            page.reload();
            assertThat(page.locator("[name=to-authors]")).hasValue(WORDS);
        }
        try (BrowserContext context = browserOf(DESK)) {
            Page page = context.newPage();
            page.navigate(link + "/report");
            assertThat(page.locator("[name=to-authors]")).hasValue(WORDS);
            for (Locator question : page.locator("tbody tr[id^=f-]").all()) {
                question.locator("input[type=radio]").nth(1).check();
            }
            page.locator("[name=recommendation][value=minor]").check();
            press(page, "Look it over and send");
            press(page, "Send my review");
            assertThat(page.locator("h1")).hasText("Your review is in");
        }
        try (BrowserContext context = browserOf(PHONE)) {
            Page page = context.newPage();
            page.navigate(link);
            assertThat(page.locator("main")).containsText(WORDS);
            assertThat(page.locator("[name=to-authors]")).hasCount(0);
        }
    }

    @Test
    @Order(5)
    void nobody_is_kept_out() {
        try (BrowserContext context = browserOf(DESK)) {
            Page page = context.newPage();
            page.navigate(performance.articlePath());
            look("article page", page);
            signIn(page, performance.people().productionEditor());
            page.navigate(performance.boardPath());
            look("issue board", page);
        }
        assertThat(barriers)
                .containsOnlyKeys(
                        "sign-in",
                        "author home",
                        "dashboard",
                        "manuscript page",
                        "invitation",
                        "review page",
                        "article page",
                        "issue board")
                .allSatisfy((page, found) -> assertThat(found).as(page).isEmpty());
    }

    @Test
    @Order(6)
    void no_page_logged_a_fault_or_tried_what_its_policy_forbids() {
        assertThat(logged).isEmpty();
    }

    @Test
    @Order(7)
    void whoever_reads_urdu_has_every_page_from_right_to_left_with_nothing_cut_off() {
        barriers.clear();
        for (int width : List.of(DESK, PHONE)) {
            try (BrowserContext context = browserOf(width)) {
                Page page = context.newPage();
                page.navigate(performance.articlePath());
                inUrdu(page);
                looksInUrdu(page, performance.articlePath());
                looksInUrdu(page, link);
                looksInUrdu(page, "/sign-in");
            }
            readsUrdu(width, performance.people().correspondingAuthor(), "/author", "/author/submit", "/account");
            readsUrdu(
                    width,
                    performance.people().handlingEditor(),
                    "/editor",
                    "/editor/manuscripts/" + number,
                    "/notices");
            readsUrdu(width, performance.people().productionEditor(), performance.boardPath());
        }
        assertThat(barriers)
                .isNotEmpty()
                .allSatisfy((page, found) -> assertThat(found).as(page).isEmpty());
        assertThat(logged).isEmpty();
    }

    // what they chose is their account's from then on, and other tests read English
    private void readsUrdu(int width, Person person, String... paths) {
        try (BrowserContext context = browserOf(width)) {
            Page page = context.newPage();
            signIn(page, person);
            inUrdu(page);
            for (String path : paths) {
                looksInUrdu(page, path);
            }
            press(page.locator("body"), "English");
            assertThat(page.locator("html")).hasAttribute("dir", "ltr");
        }
    }

    private static void inUrdu(Page page) {
        press(page.locator("body"), "اردو");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    }

    private void looksInUrdu(Page page, String path) {
        page.navigate(path);
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        look(path + ", " + page.viewportSize().width, page);
        fits(page);
    }

    private BrowserContext browserOf(int width) {
        BrowserContext context = browser.chromium()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setBaseURL(performance.home().toString()));
        context.setDefaultTimeout(20_000);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                logged.add(message.page().url() + ": " + message.text());
            }
        });
        context.onWebError(error -> logged.add(error.page().url() + ": " + error.error()));
        return context;
    }

    private void signIn(Page page, Person person) {
        page.navigate("/sign-in");
        page.locator("[name=address]").fill(person.email());
        page.locator("[name=password]").fill(performance.password());
        press(page, "Sign in");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    private static void press(Page page, String button) {
        press(page.locator("main"), button);
    }

    private static void press(Locator where, String button) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    // what another service says arrives a moment later
    private static void until(Page page, String path, String shows) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Response response = page.navigate(path);
            return response.ok() && page.locator(shows).count() > 0;
        });
    }

    private static void fits(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the window at " + page.url())
                .isTrue();
    }

    private void look(String name, Page page) {
        barriers.put(name, RealBrowser.barriers(page));
    }

    // one who has been asked for nothing yet but a robot's article
    private Person reviewer() {
        return performance.people().reviewers().get(5);
    }

    // the robots' mails lead to reviews that are over
    private List<String> invitation() {
        return performance.mail().messagesTo(reviewer().email()).stream()
                .filter(mail -> mail.text().orElse("").contains(number)
                        || mail.subject().contains(number))
                .flatMap(mail -> mail.links().stream())
                .filter(address -> address.contains("/review/"))
                .toList();
    }
}
