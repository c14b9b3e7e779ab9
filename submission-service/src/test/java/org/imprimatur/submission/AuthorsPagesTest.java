package org.imprimatur.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.HandingIn;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.ManuscriptFile;
import org.imprimatur.submission.manuscript.Manuscripts;
import org.imprimatur.submission.manuscript.Reopening;
import org.imprimatur.submission.testing.Author;
import org.imprimatur.submission.testing.Browser;
import org.imprimatur.submission.testing.RunningService;
import org.imprimatur.submission.testing.WordFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The author's pages over HTTP, with good and with bad intent. */
class AuthorsPagesTest {

    private static final RunningService SERVICE = RunningService.get();

    private final Author author = new Author();

    private Manuscript stored(String id) {
        return SERVICE.bean(Manuscripts.class).find(id).orElseThrow();
    }

    private static long said(String manuscript, String type) {
        return SERVICE.bean(JdbcClient.class)
                .sql("select count(*) from outbox where subject = :subject and type = :type")
                .param("subject", manuscript)
                .param("type", type)
                .query(Long.class)
                .single();
    }

    private static void reopen(String id, Reopening.Kind kind) {
        SERVICE.bean(HandingIn.class)
                .reopen(
                        new Actor.Journal(),
                        id,
                        new Reopening(
                                kind,
                                "0".repeat(64),
                                Optional.of(Instant.parse("2024-03-20T12:00:00Z")),
                                Instant.parse("2024-02-20T12:00:00Z")));
    }

    // in which language

    @Test
    void an_author_who_chose_urdu_finds_the_work_the_steps_and_the_refusals_in_it() {
        String id = author.complete("A Title of Somebody");
        assertThat(author.browser().choose("ur").headers().firstValue("Location"))
                .contains("/author");

        Browser.Page home = author.browser().get("/author");
        assertThat(home.html().select("html").attr("dir")).isEqualTo("rtl");
        assertThat(home.text()).contains("A Title of Somebody", "میرا کام").doesNotContain("My work");

        Browser.Page refused =
                author.at(id, "about", "/about").fill("title", "").send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".error").text()).matches("[^A-Za-z]+");
        assertThat(refused.html().select("form[action=/language]")).isEmpty();
    }

    // who may

    @ParameterizedTest
    @ValueSource(
            strings = {"/author", "/author/submit", "/author/manuscripts/7f2c1a50-0000-4000-8000-000000000001/about"})
    void who_has_not_signed_in_is_asked_to(String path) {
        Browser.Page answer = SERVICE.anonymous().get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.path()).startsWith("/sign-in?next=");
    }

    static Stream<String> pages() {
        return Stream.of("", "/file", "/about", "/contributors", "/reviewers", "/look", "/files/%1$s", "/reports/%2$s");
    }

    static Stream<String> acts() {
        return Stream.of(
                "/file",
                "/attachments",
                "/attachments/figure/" + "0".repeat(64) + "/removal",
                "/mending",
                "/response",
                "/about",
                "/contributors",
                "/reviewers",
                "/submission",
                "/withdrawal",
                "/discard");
    }

    @ParameterizedTest(name = "GET {0}")
    @MethodSource("pages")
    void another_accounts_manuscript_is_not_there_to_read(String page) {
        String id = author.complete("Somebody's Title");
        ManuscriptFile file = stored(id).file().orElseThrow();
        String path = "/author/manuscripts/" + id + page.formatted(file.sha256(), file.intakeReport());
        assertThat(author.browser().get(path).status()).isIn(200, 302);

        Browser.Page answer = new Author().browser().get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("Somebody's Title").contains("There is nothing here for you");
    }

    @Test
    void a_contributor_reads_what_was_handed_in_and_changes_nothing() {
        Author contributor = new Author();
        String id = author.complete("A Title of Two");
        author.at(id, "contributors", "/contributors")
                .fill("email-0", contributor.account().toUpperCase(Locale.ROOT) + "@example.org")
                .send();
        String path = "/author/manuscripts/" + id;
        assertThat(contributor.browser().get(path).status()).as("a draft").isEqualTo(404);
        assertThat(contributor.browser().get("/author").body()).doesNotContain("A Title of Two");

        author.at(id, "look", "/submission").send();

        assertThat(contributor.browser().get("/author").body())
                .contains("A Title of Two", "Where you are named as a contributor");
        Browser.Page page = contributor.browser().get(path);
        assertThat(page.body())
                .contains("A Title of Two")
                .doesNotContain("Withdraw the manuscript", "Receipts by mail");
        String file = stored(id).versions().get(0).file().sha256();
        assertThat(contributor.browser().get(path + "/files/" + file).status()).isEqualTo(200);
        assertThat(contributor.browser().get(path + "/contributors").status()).isEqualTo(404);
        Manuscript before = stored(id);
        assertThat(contributor.browser().token().to(path + "/withdrawal").send().status())
                .isEqualTo(404);
        assertThat(stored(id)).isEqualTo(before);
        assertThat(new Author().browser().get(path).status())
                .as("somebody else")
                .isEqualTo(404);
    }

    @ParameterizedTest(name = "POST {0}")
    @MethodSource("acts")
    void another_accounts_manuscript_is_not_there_to_change(String act) {
        String id = author.complete("Somebody's Title");
        Manuscript before = stored(id);

        Browser.Page answer = new Author()
                .browser()
                .token()
                .to("/author/manuscripts/" + id + act)
                .tick("title", "Mine now")
                .tick("version", "1")
                .tick("revision", String.valueOf(before.revision()))
                .send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(stored(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "7f2c1a50-0000-4000-8000-000000000001", "%00"})
    void an_id_that_is_none_is_not_found(String id) {
        assertThat(author.page(id, "").status()).isIn(400, 404);
    }

    @ParameterizedTest(name = "POST {0} without its token")
    @MethodSource("acts")
    void a_form_that_is_not_ours_does_nothing(String act) {
        String id = author.complete("A Title");
        Manuscript before = stored(id);

        Browser.Page answer = author.browser()
                .token()
                .without("_csrf")
                .to("/author/manuscripts/" + id + act)
                .tick("title", "Forged")
                .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("This page was open too long");
        assertThat(stored(id)).isEqualTo(before);
    }

    // the first step

    @Test
    void the_article_type_chosen_first_goes_with_the_manuscript() {
        Browser.FormFilled first = author.browser().form(author.browser().get("/author/submit"), "/submit");
        assertThat(first.value("type")).isEqualTo("research-article");

        Browser.Page file =
                first.fill("where", "gpr/reviews").fill("type", "book-review").send();

        assertThat(file.text()).contains("Global Political Review, Book Reviews · Book review");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpr", "gpr/", "nature/articles", "gpr/poems"})
    void without_a_section_that_exists_nothing_begins(String where) {
        Browser.Page answer = author.browser()
                .form(author.browser().get("/author/submit"), "/submit")
                .fill("where", where)
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Choose the journal and section");
        assertThat(author.browser().get("/author").text()).contains("Nothing here yet");
    }

    // files

    static Stream<Arguments> badFiles() {
        byte[] good = WordFiles.manuscript("Cut");
        byte[] cut = java.util.Arrays.copyOf(good, good.length / 2);
        byte[] program = new byte[4_096];
        program[0] = 'M';
        program[1] = 'Z';
        return Stream.of(
                Arguments.of("empty.docx", new byte[0], "is empty"),
                Arguments.of("cut.docx", cut, "cut.docx"),
                Arguments.of("program.docx", program, "program.docx"),
                Arguments.of("paper.docx", "%PDF-1.7 something".getBytes(UTF_8), "PDF"),
                Arguments.of("note.docx", "only words".getBytes(UTF_8), "note.docx"),
                Arguments.of("secret.docx", WordFiles.encrypted("Secret"), "password"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void a_file_that_cannot_be_read_is_refused_at_its_field_and_the_earlier_one_is_kept(
            String name, byte[] content, String because) {
        String id = author.complete("A Title");
        Manuscript before = stored(id);

        Browser.Page answer =
                author.at(id, "file", "/file").attach("file", name, content).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().selectFirst("#f-file-e")).isNotNull();
        assertThat(answer.html().selectFirst("#f-file-e").text()).contains(because);
        assertThat(answer.text()).contains("water.docx");
        assertThat(stored(id)).isEqualTo(before);
    }

    @Test
    void upload_without_a_file_says_so() {
        String id = author.draft();

        Browser.Page answer =
                author.at(id, "file", "/file").attach("file", "", new byte[0]).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().selectFirst("#f-file-e").text()).contains("Choose the file first");
    }

    @Test
    void a_file_of_31_megabytes_gets_a_page_that_says_what_to_do() {
        String id = author.complete("A Title");
        Manuscript before = stored(id);

        Browser.Page answer = author.at(id, "file", "/file")
                .attach("file", "large.docx", new byte[31 * 1024 * 1024])
                .send();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("The file is too large").contains("Send a smaller file");
        assertThat(stored(id)).isEqualTo(before);
    }

    @Test
    void an_author_gets_their_own_file_back_under_its_own_name() {
        String id = author.complete("A Title");
        String sha256 = stored(id).file().orElseThrow().sha256();

        Browser.Page file = author.page(id, "files/" + sha256);

        assertThat(file.response().body()).startsWith('P', 'K');
        assertThat(file.response().headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        header -> assertThat(header).startsWith("attachment").contains("water.docx"));
        assertThat(file.response().headers().firstValue("X-Content-Type-Options"))
                .contains("nosniff");
        assertThat(author.page(id, "files/" + "0".repeat(64)).status()).isEqualTo(404);
    }

    // what is typed

    @Test
    void a_title_of_5000_characters_is_refused_and_kept() {
        String id = author.complete("A Title");
        String title = "x".repeat(5_000);

        Browser.Page answer = author.at(id, "about", "/about")
                .fill("title", title)
                .fill("abstract", "My own words.")
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().selectFirst("#f-title-e").text())
                .contains("5,000 characters")
                .contains("at most 400");
        assertThat(author.at(id, "about", "/about").value("title")).isEqualTo(title);
        assertThat(author.at(id, "about", "/about").value("abstract")).isEqualTo("My own words.");
        assertThat(author.page(id, "look").text()).contains("The title has 5,000 characters");
    }

    @Test
    void what_is_longer_than_anybody_types_is_refused_with_the_other_fields_as_typed() {
        String id = author.complete("A Title");
        Manuscript before = stored(id);

        Browser.Page answer = author.at(id, "about", "/about")
                .fill("title", "Another Title")
                .fill("abstract", "y".repeat(20_001))
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().selectFirst("#f-abstract-e").text()).contains("20,001 characters");
        assertThat(author.browser().form(answer, "/about").value("title")).isEqualTo("Another Title");
        assertThat(stored(id)).isEqualTo(before);
    }

    @Test
    void a_missing_corresponding_author_is_named_and_everything_typed_is_kept() {
        String id = author.complete("A Title");

        Browser.Page answer = author.at(id, "contributors", "/contributors")
                .without("corresponding")
                .fill("position-0", "Associate Professor")
                .tick("roles-0", "Supervision")
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().selectFirst("#f-corresponding").text()).contains("Choose the corresponding author");
        Browser.FormFilled again = author.browser().form(answer, "/contributors");
        assertThat(again.value("position-0")).isEqualTo("Associate Professor");
        assertThat(again.value("roles-0")).isEqualTo("Supervision");
        assertThat(stored(id).metadata().contributors().get(0).position()).isEqualTo("Associate Professor");
        assertThat(author.page(id, "look").html().select("form[action$=/submission] button[disabled]"))
                .hasSize(1);
    }

    @Test
    void contributors_are_added_moved_and_removed_with_their_words_kept() {
        String id = author.complete("A Title");

        Browser.Page added = author.at(id, "contributors", "/contributors").press("act", "add");
        Browser.Page moved = author.browser()
                .form(added, "/contributors")
                .fill("family-1", "Wakil")
                .press("act", "up-1");
        Browser.FormFilled swapped = author.browser().form(moved, "/contributors");

        assertThat(moved.status()).isEqualTo(200);
        assertThat(swapped.value("family-0")).isEqualTo("Wakil");
        assertThat(swapped.value("family-1")).isEqualTo("Mustafa");
        assertThat(swapped.value("corresponding")).isEqualTo("1");
        Browser.Page removed = swapped.press("act", "remove-0");
        assertThat(author.browser().form(removed, "/contributors").value("count"))
                .isEqualTo("1");
        assertThat(stored(id).metadata().contributors())
                .extracting(contributor -> contributor.family())
                .containsExactly("Mustafa");
    }

    @Test
    void fields_are_kept_as_they_are_typed_before_any_button_is_pressed() {
        String id = author.complete("A Title");
        Browser.FormFilled typing = author.at(id, "about", "/about").fill("title", "A Title in the Making");

        Browser.Page saved = author.browser().htmx(typing);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.text()).startsWith("Saved, ");
        assertThat(saved.html().selectFirst("input[name=revision]").attr("value"))
                .isEqualTo(String.valueOf(stored(id).revision()));
        assertThat(stored(id).metadata().title()).isEqualTo("A Title in the Making");
    }

    @ParameterizedTest
    @ValueSource(strings = {"about", "contributors"})
    void no_browser_holds_back_half_a_form(String step) {
        String id = author.complete("A Title");

        assertThat(author.page(id, step).html().select("form[hx-post]"))
                .singleElement()
                .satisfies(form -> assertThat(form.hasAttr("novalidate")).isTrue());
    }

    @Test
    void a_field_that_cannot_be_kept_says_so_in_place() {
        String id = author.complete("A Title");

        Browser.Page answer =
                author.browser().htmx(author.at(id, "about", "/about").fill("title", "x".repeat(20_001)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).startsWith("Not saved:");
    }

    @Test
    void the_second_of_two_windows_sees_what_the_first_stored_and_keeps_its_own_words() {
        String id = author.complete("A Title");
        Browser.FormFilled first = author.at(id, "about", "/about");
        Browser.FormFilled second = author.at(id, "about", "/about");
        first.fill("title", "From the first window").send();

        Browser.Page answer = second.fill("title", "From the second window").send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("changed in another window").contains("From the first window");
        assertThat(stored(id).metadata().title()).isEqualTo("From the first window");
        Browser.FormFilled again = author.browser().form(answer, "/about");
        assertThat(again.value("title")).isEqualTo("From the second window");
        assertThat(again.send().status()).isEqualTo(200);
        assertThat(stored(id).metadata().title()).isEqualTo("From the second window");
    }

    // handing in

    @Test
    void pressed_twice_it_is_handed_in_once() {
        String id = author.complete("A Title");
        Browser.FormFilled first = author.at(id, "look", "/submission");
        Browser.FormFilled second = author.at(id, "look", "/submission");
        ExecutorService hands = Executors.newFixedThreadPool(2);

        List<Integer> answers;
        try {
            answers = Stream.of(first, second)
                    .map(form -> CompletableFuture.supplyAsync(() -> form.send().status(), hands))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            hands.shutdownNow();
        }

        assertThat(answers).containsExactly(200, 200);
        assertThat(stored(id).versions()).hasSize(1);
        assertThat(said(id, "imprimatur.submission.manuscript-submitted.v1")).isEqualTo(1);
    }

    @Test
    void a_last_look_that_is_out_of_date_hands_nothing_in() {
        String id = author.complete("A Title");
        Browser.FormFilled looked = author.at(id, "look", "/submission");
        author.at(id, "about", "/about").fill("title", "Changed Since").send();

        Browser.Page answer = looked.send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text())
                .contains("changed in another window since you looked")
                .contains("Changed Since");
        assertThat(stored(id).stage()).isEqualTo(Manuscript.Stage.DRAFT);
        assertThat(said(id, "imprimatur.submission.manuscript-submitted.v1")).isZero();
    }

    @Test
    void an_unfinished_draft_is_refused_with_all_that_is_missing() {
        String id = author.draft();

        Browser.Page answer = author.browser()
                .token()
                .to("/author/manuscripts/" + id + "/submission")
                .tick("version", "1")
                .tick("revision", String.valueOf(stored(id).revision()))
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("5 things are missing")
                .contains("Upload the manuscript as a Word file")
                .contains("Give the manuscript its title");
    }

    @Test
    void what_is_with_the_journal_cannot_be_changed_and_its_steps_lead_to_its_page() {
        String id = author.complete("A Title");
        Browser.FormFilled open = author.at(id, "about", "/about").fill("title", "Too late");
        author.at(id, "look", "/submission").send();

        Browser.Page answer = open.send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("It is with the journal");
        assertThat(stored(id).metadata().title()).isEqualTo("A Title");
        assertThat(author.page(id, "about").path()).isEqualTo("/author/manuscripts/" + id);
    }

    @Test
    void a_revision_takes_a_file_and_a_response_and_becomes_version_two() {
        String id = author.handedIn("A Title");
        reopen(id, Reopening.Kind.MAJOR_REVISION);
        assertThat(author.browser().get("/author").text()).contains("Revise").contains("Wednesday 20 March 2024");
        assertThat(author.page(id, "look").text())
                .contains("Answer the reviewers, point by point")
                .contains("Upload the manuscript as a Word file");

        Browser.Page unanswered = author.at(id, "file", "/response").send();
        assertThat(unanswered.status()).isEqualTo(422);
        assertThat(unanswered.html().selectFirst("#f-response-e").text()).contains("point by point");
        author.at(id, "file", "/file")
                .attach("file", "revised.docx", WordFiles.manuscript("A Title"))
                .send();
        author.at(id, "file", "/response")
                .fill("response", "1. We did.\n2. We did not, because <reasons>.")
                .send();
        Browser.Page done = author.at(id, "look", "/submission").send();

        assertThat(done.text()).contains("revised.docx").contains("water.docx");
        assertThat(stored(id).versions()).hasSize(2);
        assertThat(said(id, "imprimatur.submission.manuscript-revised.v1")).isEqualTo(1);
    }

    // taking back, throwing away

    @Test
    void a_withdrawal_takes_effect_once() {
        String id = author.handedIn("A Title");
        Browser.FormFilled first = author.at(id, "", "/withdrawal").fill("reason", "We found an error.");
        Browser.FormFilled second = author.at(id, "", "/withdrawal");

        assertThat(first.send().text()).contains("You have withdrawn it");
        assertThat(second.send().status()).isEqualTo(200);

        assertThat(stored(id).stage()).isEqualTo(Manuscript.Stage.WITHDRAWN);
        assertThat(said(id, "imprimatur.submission.manuscript-withdrawn.v1")).isEqualTo(1);
        assertThat(author.browser().get("/author").text()).contains("Ended");
    }

    @Test
    void a_draft_is_discarded_and_a_manuscript_with_the_journal_is_not() {
        String draft = author.complete("To be thrown away");
        String handedIn = author.handedIn("To be kept");

        assertThat(author.browser()
                        .token()
                        .to("/author/manuscripts/" + draft + "/discard")
                        .send()
                        .path())
                .isEqualTo("/author");
        Browser.Page refused = author.browser()
                .token()
                .to("/author/manuscripts/" + handedIn + "/discard")
                .send();

        assertThat(author.page(draft, "file").status()).isEqualTo(404);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("it can be withdrawn");
        assertThat(stored(handedIn).stage()).isEqualTo(Manuscript.Stage.WITH_JOURNAL);
    }

    // home

    @Test
    void home_shows_twenty_at_a_time() {
        IntStream.range(0, 21).forEach(at -> author.draft());

        Browser.Page first = author.browser().get("/author");
        Browser.Page second = author.browser().get("/author?page=2");

        assertThat(first.html().select("article")).hasSize(20);
        assertThat(first.html().select("a[href=/author?page=2]")).hasSize(1);
        assertThat(second.html().select("article")).hasSize(1);
        assertThat(author.browser().get("/author?page=-7").status()).isEqualTo(200);
        assertThat(author.browser().get("/author?page=none").status()).isIn(400, 404);
    }

    // markup

    @Test
    void markup_in_what_is_typed_stays_words_on_every_page() {
        String markup = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
        String id = author.complete("A Title");
        author.at(id, "file", "/file")
                .attach("file", "<img src=x onerror=alert(1)>.docx", WordFiles.manuscript(markup))
                .send();
        author.at(id, "about", "/about")
                .fill("title", markup)
                .fill("abstract", markup)
                .fill("keywords", markup)
                .send();
        author.at(id, "contributors", "/contributors")
                .fill("given-0", markup)
                .fill("family-0", markup)
                .fill("affiliation-0", markup)
                .fill("position-0", markup)
                .fill("email-0", "a@example.org")
                .send();
        List<String> open = Stream.of("file", "about", "contributors", "look")
                .map(page -> author.page(id, page).body())
                .toList();
        author.at(id, "look", "/submission").send();
        reopen(id, Reopening.Kind.MINOR_REVISION);
        author.at(id, "file", "/response").fill("response", markup).send();
        List<String> later = Stream.of("", "file", "look")
                .map(page -> author.page(id, page).body())
                .toList();

        assertThat(Stream.of(
                                open,
                                later,
                                List.of(author.browser().get("/author").body()))
                        .flatMap(List::stream))
                .allSatisfy(body ->
                        assertThat(body).contains("&lt;img src=x").doesNotContain("<script>alert", "<img src=x"));
    }

    @Test
    void an_author_who_is_nobody_yet_sees_where_to_begin() {
        assertThat(SERVICE.signedIn(UUID.randomUUID().toString(), "New Author")
                        .get("/author")
                        .text())
                .contains("Good day, New")
                .contains("Nothing here yet");
    }
}
