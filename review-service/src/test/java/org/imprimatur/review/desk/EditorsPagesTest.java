package org.imprimatur.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imprimatur.contracts.publication.JournalConfigured;
import org.imprimatur.contracts.publication.Section;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** The editors' pages: each step of a person, and what bad input gets. */
class EditorsPagesTest extends ReviewServiceTest {

    @Autowired
    private MessageHandler<JournalConfigured> journalConfigured;

    private static String page(String id) {
        return "/editor/manuscripts/SAM-" + id;
    }

    /** A manuscript with one review in, that waits for a decision. */
    private String reviewed() {
        String id = underReview();
        String link = link(invited(id, "Elena Petrova"));
        post(null, link, "answer", "yes");
        post(
                null,
                link + "/report/look",
                "question",
                "well",
                "evidence",
                "fairly",
                "earlier-work",
                "well",
                "to-authors",
                "A good question.",
                "to-editor",
                "I know the field.",
                "recommendation",
                "minor");
        post(null, link + "/report");
        process.waitsFor(PersonsStep.DECIDE);
        stands(id, "decision", "handling-editor");
        return id;
    }

    private String review(String manuscript) {
        return jdbc.sql("select id from invitation where manuscript = ?")
                .param(manuscript)
                .query(String.class)
                .single();
    }

    @Test
    void nobody_comes_in_without_signing_in() {
        MvcResult page = get(null, "/editor");
        assertThat(status(page)).isEqualTo(302);
        assertThat(page.getResponse().getRedirectedUrl()).startsWith("/sign-in");
    }

    @Test
    void the_queue_shows_my_move_first_and_what_whose_since_until() {
        String id = submitted();
        String page = body(get(FARAH, "/editor"));
        assertThat(page)
                .contains(
                        "SAM-" + id,
                        "Gas and Diplomacy",
                        "Qamar Zaman Khanbari",
                        "You",
                        "to screen it",
                        "Needs an editor");
        assertThat(body(get(SANA, "/editor"))).doesNotContain("SAM-" + id);
    }

    @Test
    void another_persons_manuscript_is_404_on_every_page() {
        String id = submitted();
        for (var person : List.of(SANA, AUTHOR)) {
            for (String path : List.of(
                    page(id),
                    page(id) + "/screening",
                    page(id) + "/reviewers",
                    page(id) + "/decision",
                    page(id) + "/revision",
                    page(id) + "/versions/1/file",
                    page(id) + "/versions/1/intake",
                    page(id) + "/letters/x")) {
                assertThat(status(get(person, path))).as(path).isEqualTo(404);
            }
            assertThat(status(post(person, page(id) + "/screening", "verdict", "return", "letter", "x")))
                    .isEqualTo(404);
            assertThat(status(post(person, page(id) + "/decision", "kind", "accept", "letter", "x")))
                    .isEqualTo(404);
        }
        assertThat(status(get(FARAH, "/editor/manuscripts/SAM-nothing"))).isEqualTo(404);
    }

    @Test
    void an_editor_who_is_an_author_finds_nothing_of_their_own_manuscript() {
        String id = submitted();
        var both = signedIn("ghulam", "Ghulam Mustafari", "managing-editor", "handling-editor");
        assertThat(status(get(both, page(id)))).isEqualTo(404);
        assertThat(body(get(both, "/editor"))).doesNotContain("SAM-" + id);
    }

    @Test
    void screening_passes_a_manuscript_on_to_its_handling_editor() {
        String id = submitted();
        process.waitsFor(PersonsStep.SCREEN);
        assertThat(body(get(FARAH, page(id) + "/screening"))).contains("Sana Akhtar", "Pass it on to review");
        MvcResult done = post(FARAH, page(id) + "/screening", "verdict", "pass", "handlingEditor", "sana");
        assertThat(status(done)).isEqualTo(303);
        assertThat(process.completed.get(PersonsStep.SCREEN))
                .isEqualTo(Map.of("screening", "pass", "handlingEditor", "sana"));
        assertThat(said(id)).contains("imprimatur.review.screening-passed.v1");
        assertThat(status(get(SANA, page(id)))).isEqualTo(200);
    }

    @Test
    void the_history_shows_the_manuscripts_trace_and_of_each_line_the_one_that_differs() {
        String id = submitted();
        process.waitsFor(PersonsStep.SCREEN);
        String own = jdbc.sql("select trace from subject_trace where subject = ?")
                .param(id)
                .query(String.class)
                .single();
        String click = post(FARAH, page(id) + "/screening", "verdict", "pass", "handlingEditor", "sana")
                .getResponse()
                .getHeader("X-Trace-Id");
        String page = body(get(SANA, page(id)));
        assertThat(page).contains("Trace", ">" + own + "</code>", "data-trace=\"" + click + "\"");
        assertThat(page).doesNotContain("data-trace=\"" + own);
        assertThat(click).isNotEqualTo(own);
    }

    @Test
    void a_screening_without_what_it_needs_is_422_and_keeps_the_letter() {
        String id = submitted();
        process.waitsFor(PersonsStep.SCREEN);
        MvcResult page = post(
                FARAH,
                page(id) + "/screening",
                "verdict",
                "pass",
                "handlingEditor",
                "ghulam",
                "letter",
                "Half a letter");
        assertThat(status(page)).isEqualTo(422);
        assertThat(body(page)).contains("Choose a handling editor", "Half a letter");
        assertThat(status(post(FARAH, page(id) + "/screening", "verdict", "desk-reject")))
                .isEqualTo(422);
        assertThat(process.waits).contains(PersonsStep.SCREEN);
    }

    @Test
    void a_manuscript_that_was_screened_is_409_and_keeps_the_letter() {
        String id = submitted();
        MvcResult page = post(FARAH, page(id) + "/screening", "verdict", "return", "letter", "Please mend this");
        assertThat(status(page)).isEqualTo(409);
        assertThat(body(page)).contains("doesn’t wait for screening any more", "Please mend this");
    }

    @Test
    void a_return_leaves_with_its_letter_as_fact_and_mail() {
        String id = submitted();
        process.waitsFor(PersonsStep.SCREEN);
        post(FARAH, page(id) + "/screening", "verdict", "return", "letter", "Please mend <this>.");
        transaction.executeWithoutResult(status -> steps.screeningTakesEffect(id));
        transaction.executeWithoutResult(status -> steps.screeningTakesEffect(id));
        assertThat(said(id)).containsOnlyOnce("imprimatur.review.manuscript-returned.v1");
        MailComposer.Letter mail = ((MailComposer.Ready) compose(
                        new MailOrder("x", id, "account/ghulam", "returned", Map.of("manuscript", id, "version", "1"))))
                .letter();
        assertThat(mail.toAddress()).isEqualTo("ghulam@example.org");
        assertThat(mail.html()).contains("Please mend &lt;this&gt;.");
        assertThat(mail.text()).contains("Please mend <this>.");
    }

    @Test
    void reviewers_are_chosen_from_the_list_with_alternates() {
        String id = underReview();
        String ann = reviewer("Anna Berg");
        String ben = reviewer("Benno Carl");
        process.waitsFor(PersonsStep.CHOOSE_REVIEWERS);
        assertThat(body(get(SANA, page(id) + "/reviewers?q=Anna"))).contains("Anna Berg");
        assertThat(status(post(SANA, page(id) + "/reviewers"))).isEqualTo(422);
        assertThat(status(post(SANA, page(id) + "/reviewers", "chosen", ann, "alternate", ben)))
                .isEqualTo(303);
        assertThat(transaction.<Integer>execute(status -> steps.seats(id, 1))).isEqualTo(1);
        MvcResult again = post(SANA, page(id) + "/reviewers", "chosen", ben);
        assertThat(status(again)).isEqualTo(409);
        assertThat(body(again)).contains("Benno Carl");
    }

    @Test
    void an_invitation_is_taken_back_once() {
        String id = underReview();
        String invitation = invited(id, "Elena Petrova");
        assertThat(body(get(SANA, page(id)))).contains("Take the invitation back", "Elena Petrova", "Invited");
        assertThat(status(post(SANA, page(id) + "/invitations/" + invitation + "/revocation")))
                .isEqualTo(303);
        assertThat(status(post(SANA, page(id) + "/invitations/" + invitation + "/revocation")))
                .isEqualTo(409);
        String other = underReview();
        assertThat(status(post(SANA, page(other) + "/invitations/" + invitation + "/revocation")))
                .isEqualTo(404);
    }

    @Test
    void the_decision_page_shows_the_reviews_and_brings_a_template() {
        String id = reviewed();
        assertThat(body(get(SANA, page(id) + "/decision")))
                .contains("minor revision (Elena Petrova)", "I know the field.");
        assertThat(body(get(SANA, page(id) + "/decision?kind=major")))
                .contains("Dear Ghulam Mustafari", "needs a major revision", "Sana Akhtar");
    }

    @Test
    void a_decision_is_held_then_leaves_with_its_letter() {
        String id = reviewed();
        assertThat(status(post(
                        SANA, page(id) + "/decision", "kind", "minor", "letter", "Dear author,", "quoted", review(id))))
                .isEqualTo(303);
        assertThat(body(get(SANA, page(id)))).contains("Take it back", "Minor revision, decided by Sana Akhtar");
        assertThat(said(id)).doesNotContain("imprimatur.review.revision-requested.v1");
        transaction.executeWithoutResult(status -> steps.decisionTakesEffect(id));
        assertThat(said(id)).containsOnlyOnce("imprimatur.review.revision-requested.v1");
        String decision = jdbc.sql("select id from decision where manuscript = ?")
                .param(id)
                .query(String.class)
                .single();
        MailComposer.Letter mail = ((MailComposer.Ready) compose(new MailOrder(
                        "x", id, "account/ghulam", "decision", Map.of("manuscript", id, "decision", decision))))
                .letter();
        assertThat(mail.subject()).isEqualTo("Your manuscript SAM-" + id + ": minor revision");
        assertThat(mail.text())
                .contains("Reviewer 1", "A good question.")
                .doesNotContain("Petrova", "I know the field.");
        assertThat(mail.html()).doesNotContain("Petrova", "I know the field.");
        String letter = jdbc.sql("select document from decision where id = ?")
                .param(decision)
                .query(String.class)
                .single();
        assertThat(body(get(SANA, page(id) + "/letters/" + letter))).contains("Reviewer 1", "A good question.");
        assertThat(status(get(SANA, page(id) + "/letters/" + "0".repeat(64)))).isEqualTo(404);
    }

    @Test
    void a_decision_without_kind_or_letter_is_422() {
        String id = reviewed();
        MvcResult page = post(SANA, page(id) + "/decision", "letter", "Dear author, half");
        assertThat(status(page)).isEqualTo(422);
        assertThat(body(page)).contains("Choose what you decide.", "Dear author, half");
    }

    @Test
    void a_decision_on_a_manuscript_in_another_state_is_409_and_loses_nothing() {
        String id = underReview();
        MvcResult page = post(SANA, page(id) + "/decision", "kind", "accept", "letter", "Dear author, glad to accept");
        assertThat(status(page)).isEqualTo(409);
        assertThat(body(page)).contains("doesn’t wait for a decision now", "Dear author, glad to accept");
        assertThat(jdbc.sql("select count(*) from decision where manuscript = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void of_two_editors_who_decide_at_once_one_decides_and_the_other_sees_what_happened() throws Exception {
        String id = reviewed();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch together = new CountDownLatch(2);
            List<Future<MvcResult>> both = new ArrayList<>();
            for (var person : List.of(SANA, FARAH)) {
                both.add(two.submit(() -> {
                    together.countDown();
                    together.await();
                    return post(person, page(id) + "/decision", "kind", "major", "letter", "From " + person.name());
                }));
            }
            List<MvcResult> results = List.of(both.get(0).get(), both.get(1).get());
            assertThat(results).extracting(ReviewServiceTest::status).containsExactlyInAnyOrder(303, 409);
            MvcResult second = results.stream()
                    .filter(result -> status(result) == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(body(second)).contains("A decision was made already: major revision", "From ");
        } finally {
            two.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from decision where manuscript = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_decision_is_taken_back_before_its_letter_leaves_and_not_after() {
        String id = reviewed();
        post(SANA, page(id) + "/decision", "kind", "reject", "letter", "Dear author,");
        assertThat(status(post(SANA, page(id) + "/decision/recall"))).isEqualTo(303);
        assertThat(status(post(SANA, page(id) + "/decision/recall"))).isEqualTo(409);
        assertThat(said(id)).doesNotContain("imprimatur.review.manuscript-rejected.v1");
    }

    @Test
    void production_is_started_by_a_production_editor_who_sees_no_reviews() {
        String id = reviewed();
        process.waits.clear();
        process.waitsFor(PersonsStep.START_PRODUCTION);
        String page = body(get(BILAL, page(id)));
        assertThat(page).contains("Start production").doesNotContain("Elena Petrova", "A good question.");
        assertThat(status(post(SANA, page(id) + "/production/start-production")))
                .isEqualTo(403);
        assertThat(status(post(BILAL, page(id) + "/production/start-production")))
                .isEqualTo(303);
        assertThat(status(post(BILAL, page(id) + "/production/start-production")))
                .isEqualTo(409);
        assertThat(status(post(BILAL, page(id) + "/production/screen"))).isEqualTo(404);
    }

    @Test
    void the_command_to_typeset_brings_all_that_publication_needs() {
        String id = underReview();
        transaction.executeWithoutResult(status -> steps.command(id, "ProduceGalley"));
        String body = jdbc.sql("select convert_from(body, 'UTF8') from outbox where subject = ? and type like"
                        + " '%produce-galley%'")
                .param(id)
                .query(String.class)
                .single();
        assertThat(body).contains("\"number\":\"SAM-" + id, "\"correspondingAccount\":\"ghulam\"", "\"version\":1");
    }

    @Test
    void editors_read_why_the_author_took_it_back() {
        String id = underReview();
        assertThat(body(get(SANA, page(id)))).doesNotContain("Why the author took it back");
        String reason = documents.keep("We found an <error> in Table 2.".getBytes(StandardCharsets.UTF_8));
        process.waitsFor(PersonsStep.CHOOSE_REVIEWERS);
        transaction.executeWithoutResult(status -> receiving.withdrawn(id, Optional.of(reason), clock.instant()));
        assertThat(body(get(SANA, page(id))))
                .contains("Why the author took it back", "We found an &lt;error&gt; in Table 2.");
    }

    @Test
    void a_section_is_called_as_its_journal_calls_it_now() {
        String id = underReview();
        jdbc.sql("update manuscript set section = 'ir' where id = ?").param(id).update();
        String invitation = invited(id, "Elena Petrova");
        assertThat(body(get(SANA, page(id)))).contains(" · <bdi>ir<");
        configured(2, "International <relations>");
        configured(1, "An earlier title");
        assertThat(body(get(SANA, page(id)))).contains(" · <bdi>International &lt;relations&gt;<");
        assertThat(body(get(SANA, "/editor?q=" + id))).contains(" · <bdi>International &lt;relations&gt;<");
        assertThat(body(get(null, link(invitation)))).contains(" · International &lt;relations&gt;");
    }

    private void configured(int version, String section) {
        transaction.executeWithoutResult(status -> journalConfigured.handle(
                new JournalConfigured(
                        "sam",
                        version,
                        "Sample Review",
                        "SAM",
                        null,
                        null,
                        List.of(new Section("ir", section)),
                        List.of("en")),
                null));
    }

    @Test
    void whoever_holds_no_role_finds_no_dashboard() {
        assertThat(status(get(AUTHOR, "/editor"))).isEqualTo(404);
    }

    @Test
    void only_what_is_always_needed_or_never_needed_says_so_at_screening() {
        String id = submitted();
        process.waitsFor(PersonsStep.SCREEN);
        assertThat(body(get(FARAH, page(id) + "/screening")))
                .contains("Needed to pass it on.")
                .doesNotContain("(optional)");
    }

    @Test
    void a_withdrawal_closes_everything_and_editors_hear_of_it() {
        String id = reviewed();
        post(SANA, page(id) + "/decision", "kind", "reject", "letter", "Dear author,");
        transaction.executeWithoutResult(status -> steps.withdrawn(id));
        assertThat(jdbc.sql("select state from decision where manuscript = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("recalled");
        assertThat(jdbc.sql("select recipient from mail where about = ? and template = 'withdrawn' order by 1")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("account/farah", "account/sana");
    }

    @Test
    void the_policy_page_refuses_nonsense_and_keeps_it() {
        assertThat(status(get(FARAH, "/editor/sam/policy"))).isEqualTo(200);
        assertThat(status(get(FARAH, "/editor/other/policy"))).isEqualTo(404);
        MvcResult page = post(FARAH, "/editor/sam/policy", "version", "0", "reviewsNeeded", "many");
        assertThat(status(page)).isEqualTo(422);
        assertThat(body(page)).contains("A number from 1 to 20.", "many");
        assertThat(status(post(SANA, "/editor/sam/policy", "reviewsNeeded", "2")))
                .isEqualTo(403);
    }

    @Test
    void a_reviewer_is_added_once() {
        String address = "new-" + System.nanoTime() + "@example.org";
        assertThat(status(post(SANA, "/editor/sam/reviewers", "name", "Daniel Osei", "address", address)))
                .isEqualTo(303);
        assertThat(body(get(SANA, "/editor/sam/reviewers?q=" + address))).contains("Daniel Osei");
        MvcResult again = post(SANA, "/editor/sam/reviewers", "name", "Dan Osei", "address", address);
        assertThat(status(again)).isEqualTo(422);
        assertThat(body(again)).contains("there already", "Dan Osei");
        assertThat(status(get(BILAL, "/editor/sam/reviewers"))).isEqualTo(404);
    }

    @Test
    void the_history_tells_everything_in_words() {
        String id = reviewed();
        String page = body(get(SANA, page(id)));
        assertThat(page)
                .contains(
                        "submitted the manuscript",
                        "invited Elena Petrova",
                        "accepted the invitation",
                        "sent a review: minor revision",
                        "mails Elena Petrova: invitation to review")
                .doesNotContain("??", "reviewer/", "history.");
    }

    @Test
    void the_queue_has_a_second_page_that_begins_where_the_first_ended() {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 27; n++) {
            ids.add(submitted());
        }
        var editor = signedIn("farah", "Farah Siddiqui", "managing-editor");
        List<String> seen = new ArrayList<>();
        String next = "/editor?sort=number";
        for (int pages = 0; next != null && pages < 50; pages++) {
            String page = body(get(editor, next));
            var numbers = java.util.regex.Pattern.compile("href=\"/editor/manuscripts/(SAM-[^\"]+)\"")
                    .matcher(page);
            while (numbers.find()) {
                seen.add(numbers.group(1).substring(4));
            }
            var later = java.util.regex.Pattern.compile("id=\"later\"[^>]*href=\"([^\"]*)\"")
                    .matcher(page);
            next = later.find()
                    ? java.net.URLDecoder.decode(
                            later.group(1).replace("&amp;", "&"), java.nio.charset.StandardCharsets.UTF_8)
                    : null;
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(ids);
    }

    @Test
    void what_is_late_says_so() {
        String id = submitted();
        var since = clock.instant().minus(Duration.ofDays(9));
        transaction.executeWithoutResult(status -> steps.moved(
                id,
                "screening",
                "managing-editor",
                since,
                since.plus(Duration.ofDays(7)),
                "reminder",
                clock.instant().plusSeconds(99)));
        assertThat(body(get(FARAH, "/editor?late=true&q=SAM-" + id))).contains("2 days late", "is-late");
    }

    @Test
    void a_search_for_signs_of_patterns_or_of_the_page_is_only_a_search() {
        MvcResult page = get(FARAH, "/editor?q=%25%27%3Cscript%3E");
        assertThat(status(page)).isEqualTo(200);
        assertThat(body(page)).contains("Nothing holds these words").doesNotContain("<script>'");
        assertThat(status(get(FARAH, "/editor?sort=nonsense"))).isEqualTo(400);
    }

    @Test
    void what_stands_still_is_shown_to_those_who_mend_and_to_nobody_else() {
        assertThat(status(get(FARAH, "/editor/troubles"))).isEqualTo(200);
        assertThat(status(get(SANA, "/editor/troubles"))).isEqualTo(404);
        assertThat(status(post(FARAH, "/editor/troubles", "kind", "message", "id", "nothing")))
                .isEqualTo(409);
        assertThat(status(post(SANA, "/editor/troubles", "kind", "message", "id", "nothing")))
                .isEqualTo(409);
    }

    @Test
    void the_queue_and_the_permissions_agree_on_what_a_person_sees() {
        String id = submitted();
        String theirs = underReview();
        var inChief = signedIn("chief", "Chief", "editor-in-chief");
        var elsewhere = new org.imprimatur.web.acting.SignedIn(
                "x", "X", java.util.Set.of(new org.imprimatur.web.acting.Held("other", "managing-editor")));
        for (var person : List.of(FARAH, SANA, BILAL, inChief, elsewhere, AUTHOR)) {
            for (String one : List.of(id, theirs)) {
                boolean page = status(get(person, page(one))) == 200;
                boolean row = body(get(person, "/editor?q=SAM-" + one)).contains("/editor/manuscripts/SAM-" + one);
                assertThat(row).as(person.account() + " " + one).isEqualTo(page);
            }
        }
    }
}
