package org.imprimatur.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.review.manuscript.HandedIn;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.imprimatur.review.testing.Samples;
import org.imprimatur.review.testing.WordFile;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.web.acting.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

/** The manuscript page: what can't be done and why, reviews side by side, notes, files, the time line, two editors. */
class ManuscriptPageTest extends ReviewServiceTest {

    private static final SignedIn BARRED =
            signedIn("ghulam", "Ghulam Mustafari", "managing-editor", "handling-editor", "editor-in-chief");

    private static String page(String id) {
        return "/editor/manuscripts/SAM-" + id;
    }

    private void review(String invitation, String question, String recommendation, String toEditor) {
        String link = link(invitation);
        post(null, link, "answer", "yes");
        post(
                null,
                link + "/report/draft",
                "question",
                question,
                "evidence",
                "well",
                "earlier-work",
                "fairly",
                "to-authors",
                "For you: " + recommendation,
                "to-editor",
                toEditor,
                "recommendation",
                recommendation);
        assertThat(status(post(null, link + "/report"))).isEqualTo(303);
    }

    private List<String> invitations(String id) {
        return jdbc.sql("select id from invitation where manuscript = ? order by seat")
                .param(id)
                .query(String.class)
                .list();
    }

    private static String between(String page, String from, String to) {
        Matcher found = Pattern.compile(Pattern.quote(from) + "(.*?)" + Pattern.quote(to), Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).as(from).isTrue();
        return found.group(1);
    }

    @Test
    void each_act_that_is_not_possible_says_why_in_the_words_of_its_own_refusal() {
        String id = underReview();
        process.waitsFor(PersonsStep.CHOOSE_REVIEWERS);
        String notNow = between(body(get(SANA, page(id))), "id=\"not-now\"", "</details>");
        assertThat(notNow)
                .contains(
                        "Only a managing editor screens.",
                        "This manuscript doesn’t wait for a decision now.",
                        "Only a production editor does this.",
                        "There is no decision to take back")
                .doesNotContain("Choose reviewers");
        MvcResult tried = post(SANA, page(id) + "/screening", "verdict", "pass");
        assertThat(status(tried)).isEqualTo(403);
        assertThat(body(tried)).contains("Only a managing editor screens.");
    }

    @Test
    void reviews_stand_beside_each_other_and_what_they_differ_in_is_said() {
        String id = underReview();
        invited(id, "Daniel Oseio", "Elena Petrovan");
        List<String> both = invitations(id);
        review(both.get(0), "well", "accept", "Between us.");
        review(both.get(1), "poorly", "reject", "");
        String page = body(get(SANA, page(id)));
        String reviews = between(page, "class=\"sides\"", "</details>");
        assertThat(reviews)
                .contains("Daniel Oseio", "Elena Petrovan", "For you: accept", "For you: reject", "Between us.");
        assertThat(between(page, "They differ in:", "</p>"))
                .contains("Recommendation", "The question is clear and new")
                .doesNotContain("The evidence carries the claims");
        assertThat(body(get(BILAL, page(id)))).doesNotContain("Oseio", "Petrovan", "Between us.", "For you");
    }

    @Test
    void a_note_is_read_by_the_manuscripts_editors_and_nobody_else() {
        String id = underReview();
        String text = "Only for editors " + UUID.randomUUID();
        assertThat(status(post(SANA, page(id) + "/notes", "note", text, "mention", "farah")))
                .isEqualTo(303);
        assertThat(body(get(FARAH, page(id)))).contains(text, "mentions Farah Siddiqui");
        for (SignedIn other : List.of(BARRED, AUTHOR)) {
            assertThat(status(get(other, page(id)))).isEqualTo(404);
            assertThat(status(get(other, page(id) + "/history?kind=notes"))).isEqualTo(404);
            assertThat(status(post(other, page(id) + "/notes", "note", "Mine"))).isEqualTo(404);
        }
        // a production editor sees the manuscript, and not that there are notes
        assertThat(body(get(BILAL, page(id)))).doesNotContain(text, "Notes among editors", "wrote a note");
        assertThat(body(get(BILAL, page(id) + "/history"))).doesNotContain("wrote a note");
        assertThat(status(post(BILAL, page(id) + "/notes", "note", "Mine"))).isEqualTo(404);
        String link = link(invited(id, "Nina Reader"));
        post(null, link, "answer", "yes");
        assertThat(body(get(null, link + "/report"))).doesNotContain(text);
    }

    @Test
    void a_mention_is_said_once_with_ids_alone() {
        String id = underReview();
        post(SANA, page(id) + "/notes", "note", "@Farah Siddiqui, what do you think?");
        String said = jdbc.sql(
                        "select body from outbox where subject = ? and type = 'imprimatur.review.editor-mentioned.v1'")
                .param(id)
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .single();
        assertThat(said)
                .contains(
                        "\"mentioned\":[\"farah\"]", "\"by\":\"sana\"", "\"number\":\"SAM-" + id, "\"journal\":\"sam\"")
                .doesNotContain("what do you think", "Siddiqui");
        post(SANA, page(id) + "/notes/" + note(id), "note", "@Farah Siddiqui, anything?", "revision", "1");
        assertThat(said(id)).containsOnlyOnce("imprimatur.review.editor-mentioned.v1");
    }

    @Test
    void nobody_is_mentioned_who_can_not_read_it() {
        String id = underReview();
        for (String account : List.of("bilal", "ghulam", "nobody", "sana")) {
            MvcResult refused = post(SANA, page(id) + "/notes", "note", "Look", "mention", account);
            assertThat(status(refused)).isEqualTo(422);
            assertThat(body(refused)).contains("Look", "can’t read this manuscript’s notes");
        }
        assertThat(status(post(SANA, page(id) + "/notes", "note", " "))).isEqualTo(422);
        assertThat(status(post(SANA, page(id) + "/notes", "note", "x".repeat(20_001))))
                .isEqualTo(422);
        assertThat(said(id)).doesNotContain("imprimatur.review.editor-mentioned.v1");
    }

    @Test
    void a_note_is_changed_and_taken_back_by_its_writer_alone_and_what_it_said_is_kept() {
        String id = underReview();
        post(SANA, page(id) + "/notes", "note", "First words <b>");
        String note = page(id) + "/notes/" + note(id);
        assertThat(status(post(FARAH, note, "note", "Mine now", "revision", "1")))
                .isEqualTo(403);
        assertThat(status(get(FARAH, note))).isEqualTo(404);
        assertThat(body(get(SANA, note))).contains("First words &lt;b&gt;");
        assertThat(status(post(SANA, note, "note", "Second words", "revision", "1")))
                .isEqualTo(303);
        assertThat(body(get(FARAH, page(id)))).contains("Second words", "First words &lt;b&gt;");
        MvcResult stale = post(SANA, note, "note", "Third words", "revision", "1");
        assertThat(status(stale)).isEqualTo(409);
        assertThat(body(stale)).contains("Third words", "It says now: Second words");
        assertThat(status(post(FARAH, note + "/withdrawal"))).isEqualTo(403);
        assertThat(status(post(SANA, note + "/withdrawal"))).isEqualTo(303);
        assertThat(status(post(SANA, note + "/withdrawal"))).isEqualTo(303);
        assertThat(body(get(FARAH, page(id)))).contains("Taken back", "Second words", "First words");
        String history = body(get(FARAH, page(id) + "/history?kind=changes"));
        assertThat(history).contains("wrote a note anew", "<del>First</del><ins>Second</ins>");
        String other = underReview();
        assertThat(status(post(SANA, page(other) + "/notes/" + note(id), "note", "Elsewhere", "revision", "2")))
                .isEqualTo(404);
    }

    private String note(String manuscript) {
        return jdbc.sql("select id from note where manuscript = ?")
                .param(manuscript)
                .query(String.class)
                .single();
    }

    /** Another version with another title and a figure; gives the figure's SHA-256. */
    private String revised(String id) {
        String figure = documents.keep("a figure".getBytes(StandardCharsets.UTF_8));
        String metadata = documents.keep(("""
            {"title": "Gas and New Diplomacy", "abstractText": "", "contributors": [],
              "files": [{"kind": "figure", "name": "map.png", "sha256": "%s", "mediaType": "image/png", "bytes": 8}]}\
            """).formatted(figure).getBytes(StandardCharsets.UTF_8));
        String file = documents.keep(WordFile.manuscript());
        transaction.executeWithoutResult(status -> receiving.revised(
                id,
                new Version(
                        2,
                        metadata,
                        file,
                        Optional.empty(),
                        documents.keep("{}".getBytes(StandardCharsets.UTF_8)),
                        0,
                        0,
                        clock.instant()),
                new HandedIn("Gas and New Diplomacy", "", List.of(), "en", Samples.byLine())));
        return figure;
    }

    @Test
    void attached_files_of_all_versions_are_listed_and_whoever_takes_one_stands_in_the_history() {
        String id = underReview();
        String figure = revised(id);
        String page = body(get(SANA, page(id)));
        assertThat(page).contains("map.png", "image/png", "8 B", "Version 1", "by Ghulam Mustafari");
        MvcResult taken = get(SANA, page(id) + "/versions/2/attachments/" + figure);
        assertThat(status(taken)).isEqualTo(200);
        assertThat(body(taken)).isEqualTo("a figure");
        assertThat(taken.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        get(FARAH, page(id) + "/versions/1/file");
        get(FARAH, page(id) + "/versions/1/intake");
        String files = body(get(SANA, page(id) + "/history?kind=files"));
        assertThat(files)
                .contains(
                        "downloaded map.png, version 2",
                        "downloaded the manuscript, version 1",
                        "read the intake report of version 1")
                .doesNotContain("submitted the manuscript");
        assertThat(body(get(SANA, page(id) + "/history?kind=files&person=farah")))
                .contains("downloaded the manuscript")
                .doesNotContain("downloaded map.png");
        // a file of another version, of another manuscript, or for somebody else, is none
        assertThat(status(get(SANA, page(id) + "/versions/1/attachments/" + figure)))
                .isEqualTo(404);
        assertThat(status(get(AUTHOR, page(id) + "/versions/2/attachments/" + figure)))
                .isEqualTo(404);
        assertThat(status(get(SANA, page(underReview()) + "/versions/1/attachments/" + figure)))
                .isEqualTo(404);
    }

    @Test
    void a_reviewer_who_reads_stands_in_the_history_for_those_who_may_know_reviewers() {
        String id = underReview();
        String link = link(invited(id, "Nora Reader"));
        post(null, link, "answer", "yes");
        get(null, link + "/report");
        get(null, link + "/report/copy");
        assertThat(body(get(SANA, page(id) + "/history?kind=files")))
                .contains("Nora Reader", "read the manuscript, version 1", "took the reading copy of version 1");
        assertThat(body(get(BILAL, page(id) + "/history"))).doesNotContain("Nora Reader", "reading copy");
    }

    @Test
    void what_changed_stands_in_the_time_line_word_by_word() {
        String id = underReview();
        revised(id);
        assertThat(body(get(SANA, page(id) + "/history?kind=changes")))
                .contains("handed in version 2", "Title:", "<ins> New</ins>", "map.png")
                .doesNotContain("moved it on");
    }

    @Test
    void the_time_line_is_filtered_by_address_and_turns_its_pages_by_keys_without_losing_a_line() {
        String id = underReview();
        for (int n = 0; n < 120; n++) {
            jdbc.sql("insert into history (manuscript, at, actor, what, words, by_hand) values (?, now(), ?, ?, ?, ?)")
                    .params(
                            id,
                            n % 2 == 0 ? "farah" : "process",
                            "galley-failed",
                            new String[] {"reason-" + n + "."},
                            n % 2 == 0)
                    .update();
        }
        String path = page(id) + "/history?how=by-hand";
        List<String> seen = new java.util.ArrayList<>();
        while (path != null) {
            String page = body(get(SANA, path));
            Matcher reasons = Pattern.compile("reason-(\\d+)\\.").matcher(page);
            while (reasons.find()) {
                seen.add(reasons.group(1));
            }
            Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"").matcher(page);
            path = next.find() ? URLDecoder.decode(next.group(1).replace("&amp;", "&"), StandardCharsets.UTF_8) : null;
            assertThat(seen).hasSizeLessThan(121);
        }
        assertThat(seen).hasSize(60).doesNotHaveDuplicates().allMatch(n -> Integer.parseInt(n) % 2 == 0);
        assertThat(body(get(SANA, page(id) + "/history?q=REASON-77.")))
                .contains("reason-77.")
                .doesNotContain("reason-78.");
        assertThat(body(get(SANA, page(id) + "/history?person=farah")))
                .contains("reason-118.")
                .doesNotContain("reason-119.");
        assertThat(body(get(SANA, page(id) + "/history?kind=mails"))).doesNotContain("reason-");
        assertThat(status(get(SANA, page(id) + "/history?kind=x&how=y&before=z~%27~1&q=%25%27")))
                .isEqualTo(200);
        assertThat(status(get(AUTHOR, page(id) + "/history"))).isEqualTo(404);
    }

    @Test
    void the_second_editor_sees_what_the_first_changed_and_loses_nothing_they_typed() {
        String id = underReview();
        String ann = reviewer("Ann Second");
        process.waitsFor(PersonsStep.CHOOSE_REVIEWERS, PersonsStep.DECIDE);
        String seen = between(body(get(FARAH, page(id) + "/decision")), "name=\"seen\" value=\"", "\"");
        post(SANA, page(id) + "/reviewers", "chosen", ann);
        MvcResult stopped =
                post(FARAH, page(id) + "/decision", "kind", "accept", "letter", "Dear author, half", "seen", seen);
        assertThat(status(stopped)).isEqualTo(409);
        assertThat(body(stopped))
                .contains("Changed since you opened it", "Sana Akhtar", "chose reviewers", "Dear author, half");
        assertThat(process.waits).contains(PersonsStep.DECIDE);
        String now = between(body(stopped), "name=\"seen\" value=\"", "\"");
        assertThat(status(post(
                        FARAH, page(id) + "/decision", "kind", "accept", "letter", "Dear author, whole", "seen", now)))
                .isEqualTo(303);
    }

    @Test
    void what_one_did_oneself_and_what_went_by_itself_is_no_news() {
        String id = underReview();
        process.waitsFor(PersonsStep.DECIDE);
        String seen = between(body(get(FARAH, page(id) + "/decision")), "name=\"seen\" value=\"", "\"");
        post(FARAH, page(id) + "/notes", "note", "Mine");
        stands(id, "decision", "handling-editor");
        assertThat(status(post(FARAH, page(id) + "/decision", "kind", "accept", "letter", "Dear author", "seen", seen)))
                .isEqualTo(303);
        assertThat(body(get(FARAH, page(id) + "/since?seen=" + seen))).doesNotContain("Changed since");
        assertThat(body(get(SANA, page(id) + "/since?seen=" + seen))).contains("Changed since", "Farah Siddiqui");
        assertThat(status(get(AUTHOR, page(id) + "/since?seen=0"))).isEqualTo(404);
        assertThat(status(get(AUTHOR, page(id) + "/way.svg"))).isEqualTo(404);
        assertThat(body(get(SANA, page(id) + "/way.svg"))).startsWith("<svg");
    }

    @Test
    void the_page_says_who_must_act_until_when() {
        String id = underReview();
        invited(id, "Olga Late");
        stands(id, "peer-review", "reviewers");
        String must = between(body(get(SANA, page(id))), "id=\"must\"", "</section>");
        assertThat(must).contains("Olga Late", "to answer the invitation", "until");
    }
}
