package org.imprimatur.review.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.imprimatur.review.testing.DeskRow;
import org.imprimatur.review.testing.Line;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.web.testing.ByKeyboard;
import org.imprimatur.web.testing.ByKeyboard.Heard;
import org.imprimatur.web.testing.RealBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The dashboard in a real Chromium: by keyboard, while others work, and with a line that breaks. */
class DashboardInABrowserTest extends ReviewServiceTest {

    private static final int LIGHT_ENOUGH = 150_000;

    private static RealBrowser browser;

    @LocalServerPort
    private int port;

    private final String journal = "b" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private Line line;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void a_browser_is_opened() {
        browser = RealBrowser.open();
    }

    @AfterAll
    static void it_is_closed() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void a_managing_editor_at_a_desk() {
        jdbc.sql("insert into journal (id, title, abbreviation, version) values (?, 'Browser Review', 'BRW', 1)")
                .param(journal)
                .update();
        jdbc.sql("insert into role_held (account, journal, role) values ('sana', ?, 'handling-editor')")
                .param(journal)
                .update();
        line = new Line(port);
        context = browser.chromium()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(RealBrowser.DESK, 800)
                        .setBaseURL(line.address()));
        context.addCookies(List.of(cookie("farah/Farah Siddiqui/" + journal + "/managing-editor")));
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                logged.add(message.text());
            }
        });
        context.onWebError(error -> logged.add(error.error()));
        page = context.newPage();
    }

    @AfterEach
    void the_desk_is_left() {
        if (context != null) {
            context.close();
        }
        if (line != null) {
            line.close();
        }
    }

    private Cookie cookie(String person) {
        return new Cookie(TEST_PERSON, URLEncoder.encode(person, StandardCharsets.UTF_8)).setUrl(line.address());
    }

    private DeskRow screening(int n) {
        return DeskRow.screening(journal, n, clock.instant().minus(Duration.ofDays(n)));
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private Locator row(DeskRow row) {
        return page.locator("#m-" + row.number());
    }

    private Locator title(DeskRow row) {
        return page.locator("#t-" + row.number());
    }

    @Test
    void a_queue_of_200_is_worked_by_keyboard_alone() {
        for (int n = 1; n <= 200; n++) {
            screening(n).put(jdbc);
        }
        page.navigate("/editor?queue=needs-an-editor");
        for (int pages = 0; pages < 8; pages++) {
            assertThat(page.locator(".queue-list > li")).hasCount(25);
            press("j", "X", "a");
            assertThat(page.locator("#bulk-editor")).isFocused();
            page.keyboard().type("Sana");
            press("Tab", "Enter");
            assertThat(page.locator("main")).containsText("25 of 25 done.");
            assertThat(page.locator("main a.go")).isFocused();
            press("Enter");
            assertThat(page.locator("h1")).hasText("What needs whom");
        }
        assertThat(page.locator("#list")).containsText("Nothing waits here");
        assertThat(jdbc.sql("select count(*) from manuscript where journal = ? and handling_editor = 'sana'")
                        .param(journal)
                        .query(Integer.class)
                        .single())
                .isEqualTo(200);
        assertThat(logged).isEmpty();
    }

    @Test
    void keys_lead_through_the_list_over_its_pages_into_a_manuscript_and_back_to_the_place() {
        for (int n = 1; n <= 30; n++) {
            screening(n).put(jdbc);
        }
        page.navigate("/editor");
        for (int n = 30; n > 5; n--) {
            press("j");
            assertThat(title(screening(n))).isFocused();
        }
        press("k");
        assertThat(title(screening(7))).isFocused();
        press("j", "j");
        assertThat(title(screening(5))).isFocused();
        press("j", "x");
        assertThat(page.locator("#x-" + screening(4).number())).isChecked();
        assertThat(page.locator("#news")).hasText("1 selected");
        press("Escape");
        assertThat(page.locator(".pick:checked")).hasCount(0);
        press("Enter");
        assertThat(page)
                .hasURL(Pattern.compile(".*/editor/manuscripts/" + screening(4).number()));
        page.goBack();
        assertThat(title(screening(4))).isFocused();
        press("?");
        assertThat(page.locator("#keys")).isVisible();
        press("Escape", "/");
        assertThat(page.locator("input[name=q]")).isFocused();
        page.keyboard().type("number 17");
        press("Enter");
        assertThat(page.locator(".queue-list > li")).hasCount(1);
        assertThat(page.locator(".queue-list")).containsText(screening(17).number());
        assertThat(logged).isEmpty();
    }

    @Test
    void who_wants_no_single_keys_has_none() {
        screening(1).put(jdbc);
        page.navigate("/editor");
        press("?");
        page.locator("#keys-on").uncheck();
        page.keyboard().press("Escape");
        press("j");
        assertThat(page.locator(".is-here")).hasCount(0);
        page.reload();
        press("j");
        assertThat(page.locator(".is-here")).hasCount(0);
    }

    @Test
    void what_others_do_shows_at_once_and_focus_choice_and_scroll_stay() {
        for (int n = 1; n <= 20; n++) {
            screening(n).put(jdbc);
        }
        page.navigate("/editor");
        page.waitForCondition(() -> listening() > 0);
        DeskRow mine = screening(10);
        title(mine).focus();
        page.locator("#x-" + screening(12).number()).check();
        title(mine).focus();
        double before = title(mine).boundingBox().y;
        // an older one comes in above, one below is taken away, one says something new
        DeskRow came = DeskRow.screening(journal, 99, clock.instant().minus(Duration.ofDays(99)))
                .put(jdbc);
        jdbc.sql("update standing set step = 'rejected', whose = 'nobody' where manuscript = (select id from"
                        + " manuscript where number = ?)")
                .param(screening(11).number())
                .update();
        tell(came);
        assertThat(row(came)).isVisible();
        assertThat(row(came)).hasClass(Pattern.compile(".*is-new.*"));
        assertThat(row(screening(11))).hasCount(0);
        assertThat(title(mine)).isFocused();
        assertThat(page.locator("#x-" + screening(12).number())).isChecked();
        assertThat(title(mine).boundingBox().y).isCloseTo(before, org.assertj.core.data.Offset.offset(2.0));
        assertThat(page.locator("#news")).containsText("2 rows changed while you read. Your place is kept.");
        assertThat(page.locator("#queues")).containsText("20");
        assertThat(logged).isEmpty();
    }

    private int listening() {
        return changes.listening("desk/" + journal);
    }

    private void tell(DeskRow row) {
        transaction.executeWithoutResult(status -> noticing.changed(row.id()));
    }

    @Test
    void a_lost_line_shows_and_what_was_missed_is_caught_up_with() {
        screening(1).put(jdbc);
        page.navigate("/editor");
        page.waitForCondition(() -> listening() > 0);
        line.cut();
        assertThat(page.locator("#news")).containsText("The connection was lost");
        DeskRow came = screening(2).put(jdbc);
        assertThat(row(came)).hasCount(0);
        line.mend();
        assertThat(row(came)).isVisible();
        assertThat(page.locator("#news")).containsText("Connected again");
    }

    @Test
    void nobody_is_kept_out_in_any_state() {
        Instant late = clock.instant().minus(Duration.ofDays(1));
        screening(1).put(jdbc);
        screening(9).put(jdbc);
        screening(8)
                .at("decision", "handling-editor", "sana", late)
                .with("sana")
                .put(jdbc);
        screening(7).at("peer-review", "reviewers", null, late).with("sana").put(jdbc);
        screening(6).at("doi-registration", "system", null, null).with("sana").put(jdbc);
        screening(5).at("published", "nobody", null, null).with("sana").put(jdbc);
        jdbc.sql("insert into saved_view (id, account, name, asked) values (?, 'farah', 'Late', 'late=true') on"
                        + " conflict do nothing")
                .param(journal)
                .update();
        List<String> barriers = new ArrayList<>();
        for (String path : List.of(
                "/editor",
                "/editor?move=any",
                "/editor?queue=published",
                "/editor?queue=mail-bounced",
                "/editor?q=otters",
                "/editor?step=decision&section=x",
                "/editor/views",
                "/editor/design",
                "/editor/" + journal + "/pulse")) {
            page.navigate(path);
            look(path, barriers);
        }
        page.navigate("/editor?move=any");
        press("X");
        look("selected", barriers);
        page.locator("details:has(> summary)").all().stream()
                .filter(one -> one.getAttribute("class") == null)
                .forEach(one -> one.locator("summary").click());
        look("filters", barriers);
        press("?");
        look("keys", barriers);
        press("Escape");
        page.locator("#bulk-remind").click();
        assertThat(page.locator("h1")).hasText("Remind");
        look("outcome", barriers);
        assertThat(barriers).isEmpty();
    }

    /** A manuscript late on its way: two rounds of reviews that differ, a note, files, a history. */
    private String lateOnItsWay() {
        String id = submitted();
        jdbc.sql("update manuscript set journal = ?, handling_editor = 'sana' where id = ?")
                .params(journal, id)
                .update();
        for (int round = 1; round <= 2; round++) {
            int now = round;
            transaction.executeWithoutResult(status -> steps.openRound(id, now));
            for (int seat = 0; seat < 3; seat++) {
                String invitation = UUID.randomUUID().toString();
                jdbc.sql("""
                    insert into invitation (id, manuscript, round, seat, reviewer, state, invited_at, answer_by,
                        answered_at, review_by, ended_at)
                    values (?, ?, ?, ?, ?, ?, now(), now(), now(), now(), now())\
                    """)
                        .params(
                                invitation,
                                id,
                                round,
                                seat,
                                reviewer("Reviewer Number " + seat),
                                seat == 2 ? "accepted" : "reviewed")
                        .update();
                if (seat < 2) {
                    jdbc.sql("""
                        insert into review (invitation, scores, to_authors, to_editor, recommendation, saved_at,
                            submitted_at)
                        values (?, cast(? as jsonb), ?, ?, ?, now(), now())\
                        """)
                            .params(
                                    invitation,
                                    "{\"QUESTION\": \"%s\", \"EVIDENCE\": \"WELL\", \"EARLIER_WORK\": \"FAIRLY\"}"
                                            .formatted(seat == 0 ? "WELL" : "POORLY"),
                                    "The argument is careful, and its sources are named. ".repeat(6),
                                    seat == 0 ? "Between us: publish it." : "",
                                    seat == 0 ? "minor" : "reject")
                            .update();
                }
            }
        }
        jdbc.sql("insert into note (id, manuscript, by_account, at, revision, text, mentioned) values (?, ?, 'sana',"
                        + " now(), 1, 'The second review is harsh.', '{farah}')")
                .params(UUID.randomUUID().toString(), id)
                .update();
        stands(id, "peer-review", "reviewers");
        return "/editor/manuscripts/SAM-" + id;
    }

    @Test
    void nobody_is_kept_out_of_a_manuscripts_page() {
        String path = lateOnItsWay();
        List<String> barriers = new ArrayList<>();
        page.navigate(path);
        // the first screen says where it is, what I can do, who must act
        for (String first : List.of("#where", "#can", "#must")) {
            assertThat(page.locator(first)).isInViewport();
        }
        look("manuscript", barriers);
        page.locator("main details").all().forEach(one -> one.evaluate("it => it.open = true"));
        look("all folds open", barriers);
        page.locator("textarea[name=note]").fill("@F");
        look("names offered", barriers);
        page.navigate(path + "/history?kind=events");
        look("history", barriers);
        assertThat(barriers).isEmpty();
        page.setViewportSize(RealBrowser.PHONE, 800);
        page.navigate(path);
        assertThat(page.locator(".drawing")).isHidden();
        double first = page.locator(".sides article").nth(0).boundingBox().y;
        assertThat(page.locator(".sides article").nth(1).boundingBox().y).isGreaterThan(first + 100);
    }

    @Test
    void an_editor_is_mentioned_by_keyboard_alone() {
        String path = lateOnItsWay();
        page.navigate(path);
        page.locator("textarea[name=note]").focus();
        page.keyboard().type("@sa");
        assertThat(page.locator("[role=option]")).hasText("Sana Akhtar");
        press("Enter");
        page.keyboard().type("what do you think?");
        assertThat(page.locator("input[name=mention][value=sana]")).isChecked();
        page.locator("textarea[name=note]").press("Tab");
        press("Tab", "Enter");
        assertThat(page.locator("#notes ~ ol")).containsText("@Sana Akhtar what do you think?");
        assertThat(page.locator("#notes ~ ol")).containsText("mentions Sana Akhtar");
    }

    @Test
    void of_two_editors_at_one_manuscript_the_second_sees_what_the_first_did_and_loses_nothing() {
        String path = lateOnItsWay();
        process.waitsFor(PersonsStep.DECIDE);
        page.navigate(path + "/decision");
        page.waitForCondition(() -> listening() > 0);
        page.locator("textarea[name=letter]").fill("Dear author, a draft that took an hour.");
        try (BrowserContext elsewhere =
                browser.chromium().newContext(new Browser.NewContextOptions().setBaseURL(line.address()))) {
            elsewhere.addCookies(List.of(cookie("sana/Sana Akhtar/" + journal + "/handling-editor")));
            Page sanas = elsewhere.newPage();
            sanas.navigate(path);
            sanas.locator("textarea[name=note]").fill("Wait with that");
            sanas.locator(".notes > form .btn").click();
            assertThat(sanas.locator("#notes ~ ol")).containsText("Wait with that");
        }
        assertThat(page.locator(".since")).containsText("Changed since you opened it");
        assertThat(page.locator(".since")).containsText("Sana Akhtar wrote a note");
        page.locator("input[name=kind][value=minor]").check();
        page.locator(".bar-save .go").click();
        assertThat(page.locator("#changed")).containsText("Sana Akhtar wrote a note");
        assertThat(page.locator("textarea[name=letter]")).hasValue("Dear author, a draft that took an hour.");
        assertThat(page.locator("input[name=kind][value=minor]")).isChecked();
        page.locator(".bar-save .go").click();
        assertThat(page.locator("#where")).isVisible();
        assertThat(page.locator("main")).containsText("Minor revision, decided by Farah Siddiqui");
    }

    @Test
    void a_reviewer_answers_and_writes_a_review_by_keyboard_alone_and_hears_what_becomes_of_it() {
        String link = link(invited(underReview(), "Elena Petrova"));
        comes(null);
        var keys = new ByKeyboard(page);
        page.navigate(link);
        keys.to("radio", "Yes");
        keys.press("Space");
        assertThat(keys.here().states()).contains("checked");
        keys.to("textbox", "If no");
        keys.follow("button", "Send my answer");

        assertThat(page.title()).startsWith("Your review");
        keys.to("radio", "The question is clear and new poorly");
        keys.press("ArrowRight", "ArrowRight");
        assertThat(keys.here())
                .isEqualTo(new Heard("radio", "The question is clear and new well", "", Set.of("checked")));
        Heard words = keys.to("textbox", "For the authors");
        assertThat(words.states()).contains("required");
        assertThat(words.description()).startsWith("What is the contribution");
        keys.type("The question is new.");
        keys.hears("4 words");
        // what is missing is said at once, and its link leads to it
        keys.follow("button", "Look it over and send");
        assertThat(keys.here().role()).isEqualTo("alert");
        keys.press("Tab");
        assertThat(keys.here().role()).isEqualTo("link");
        keys.press("Enter");
        keys.to("radio", "The evidence");
        keys.press("Space");
        keys.to("radio", "Earlier work");
        keys.press("Space");
        assertThat(page.locator("#f-to-authors")).hasValue("The question is new.");
        keys.to("radio", "Accept");
        keys.press("ArrowDown");
        assertThat(keys.here().name()).startsWith("Minor revision");
        keys.follow("button", "Look it over and send");
        assertThat(page.locator("h1")).hasText("A last look");
        keys.follow("button", "Send my review");
        assertThat(page.locator("h1")).hasText("Your review is in");
    }

    @Test
    void an_editor_decides_by_keyboard_alone_and_hears_what_becomes_of_it() {
        String path = lateOnItsWay();
        process.waitsFor(PersonsStep.DECIDE);
        var keys = new ByKeyboard(page);
        page.navigate("/editor?move=any");
        keys.press("j");
        assertThat(keys.here().role()).isEqualTo("link");
        keys.opens("Enter");
        assertThat(page).hasURL(Pattern.compile(".*" + path));
        keys.follow("link", "Decide");
        keys.to("radio", "Accept");
        keys.press("ArrowDown");
        assertThat(keys.here().name()).startsWith("Minor revision");
        assertThat(keys.here().states()).contains("checked");
        // without a letter nothing is sent: the browser says why, at the field
        keys.to("button", "Confirm");
        keys.press("Enter");
        Heard letter = keys.here();
        assertThat(letter.role()).isEqualTo("textbox");
        assertThat(letter.name()).isEqualTo("Letter");
        assertThat(letter.states()).contains("required");
        keys.press("Control+a").type("Dear author, it is nearly there.");
        keys.follow("button", "Confirm");
        assertThat(page.locator("main")).containsText("Minor revision, decided by Farah Siddiqui");
    }

    private void comes(String account) {
        context.clearCookies();
        if (account != null) {
            context.addCookies(List.of(new com.microsoft.playwright.options.Cookie(
                            TEST_PERSON, URLEncoder.encode(account + "/Elena P./none/none", StandardCharsets.UTF_8))
                    .setUrl(line.address())));
        }
    }

    @Test
    void a_reviewers_pages_bar_nobody_and_fit_the_window_with_the_link_and_with_an_account() {
        List<String> barriers = new ArrayList<>();
        String written = invited(underReview(), "Elena Petrova");
        String link = link(written);
        comes(null);
        page.navigate(link);
        look("invitation", barriers);
        page.locator("input[value=yes]").check();
        page.locator("form .btn.go").click();
        look("review", barriers);
        page.locator("#f-to-authors").fill("A good question.");
        for (String question : List.of("question", "evidence", "earlier-work")) {
            page.locator("input[name=" + question + "][value=well]").check();
        }
        page.locator("input[name=recommendation][value=minor]").check();
        page.locator(".bar-save .btn.go").click();
        look("last look", barriers);
        page.locator("form .btn.go").click();
        look("handed in", barriers);
        assertThat(page.getByText("Make an account")).isVisible();

        String due = invited(underReview(), "E. Petrova");
        String begun = invited(underReview(), "Elena P.");
        post(null, link(begun), "answer", "yes");
        String declined = invited(underReview(), "E. P.");
        post(null, link(declined), "answer", "no");
        String account = "elena-" + UUID.randomUUID();
        CONFIRMED.put(
                account,
                List.of(written, due, begun, declined).stream()
                        .map(this::addressOf)
                        .collect(java.util.stream.Collectors.toSet()));
        comes(account);
        page.navigate("/reviewer");
        look("account", barriers);
        page.navigate("/reviewer/reviews/" + due);
        look("invitation in the account", barriers);
        page.navigate("/reviewer/profile");
        page.locator("#f-until").fill("2031-01-01");
        page.locator("form[action$=away] .btn.go").click();
        look("a day too far", barriers);
        String soon = clock.instant().plus(Duration.ofDays(9)).toString().substring(0, 10);
        page.locator("#f-until").fill(soon);
        page.locator("#f-note").fill("Short reviews are possible.");
        page.locator("form[action$=away] .btn.go").click();
        assertThat(page.getByText("I am back")).isVisible();
        look("availability", barriers);
        page.navigate("/reviewer/certificates");
        page.locator("form[action$=year] .btn").click();
        look("certificates", barriers);
        page.getByText("The page that confirms it").evaluate("one => one.href = new URL(one.href).pathname");
        page.getByText("The page that confirms it").click();
        look("certificate", barriers);
        assertThat(page.getByText("We confirm this certificate.")).isVisible();
        assertThat(barriers).isEmpty();
        assertThat(logged).as("but for the day too far").allMatch(line -> line.contains("422"));
    }

    private void look(String what, List<String> barriers) {
        if (System.getProperty("screens") != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            System.getProperty("screens"),
                            (what + "-" + page.viewportSize().width).replace(' ', '-') + ".png")));
        }
        RealBrowser.barriers(page).forEach(one -> barriers.add(what + ", " + one));
    }

    @Test
    void a_first_visit_weighs_less_than_150_kb_all_in() {
        for (int n = 1; n <= 30; n++) {
            screening(n).put(jdbc);
        }
        List<Request> requests = new CopyOnWriteArrayList<>();
        context.onRequestFinished(requests::add);
        page.navigate("/editor");
        page.waitForLoadState(LoadState.LOAD);
        page.evaluate("document.fonts.ready.then(() => 1)");
        page.waitForCondition(() -> listening() > 0);
        Map<String, Integer> weights = new java.util.TreeMap<>();
        requests.forEach(request -> weights.put(
                java.net.URI.create(request.url()).getPath(),
                request.sizes().responseBodySize + request.sizes().responseHeadersSize));
        assertThat(weights.keySet()).anyMatch(path -> path.endsWith(".woff2")).anyMatch(path -> path.contains("desk"));
        assertThat(weights.values().stream().mapToInt(Integer::intValue).sum())
                .as(weights.toString())
                .isLessThan(LIGHT_ENOUGH);
        System.out.println("first visit: "
                + weights.values().stream().mapToInt(Integer::intValue).sum() + " bytes, " + weights);
    }
}
