package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.imprimatur.contracts.operations.MailStateChanged;
import org.imprimatur.contracts.publication.ArticlePublished;
import org.imprimatur.contracts.publication.DoiRefused;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofTimeRequested;
import org.imprimatur.contracts.review.EditorMentioned;
import org.imprimatur.contracts.review.HandlingEditorAssigned;
import org.imprimatur.contracts.review.InvitationAccepted;
import org.imprimatur.contracts.review.InvitationDeclined;
import org.imprimatur.contracts.review.ManuscriptAccepted;
import org.imprimatur.contracts.review.ReviewSubmitted;
import org.imprimatur.contracts.review.ReviewerReminded;
import org.imprimatur.contracts.review.ScreeningPassed;
import org.imprimatur.contracts.submission.ManuscriptRevised;
import org.imprimatur.contracts.submission.ManuscriptSubmitted;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.MergingAccounts;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.time.DomainClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What services say over Kafka becomes what people are told, in the page and by mail. */
class NoticesTest extends InGateway {
    private static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String PROCESS = "process";

    @Autowired
    Outbox outbox;

    @Autowired
    MailQueue mails;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DomainClock clock;

    @Autowired
    MergingAccounts merging;

    private String journal;
    private String manuscript;
    private String number;
    private Account author;
    private Account coauthor;
    private Account managing;
    private Account handling;
    private Account producing;

    @BeforeEach
    void a_journal_and_its_people() {
        journal = "j" + UUID.randomUUID().toString().substring(0, 8);
        manuscript = UUID.randomUUID().toString();
        number = journal.toUpperCase(java.util.Locale.ROOT) + "-1";
        author = person();
        coauthor = person();
        managing = person(new Grant(journal, Role.MANAGING_EDITOR));
        handling = person(new Grant(journal, Role.HANDLING_EDITOR));
        producing = person(new Grant(journal, Role.PRODUCTION_EDITOR));
    }

    private void say(String actor, Object... messages) {
        transaction.executeWithoutResult(
                status -> Arrays.stream(messages).forEach(message -> outbox.say(message, actor)));
    }

    private ManuscriptSubmitted submission(Account... authors) {
        List<String> ids = Arrays.stream(authors).map(Account::id).toList();
        return new ManuscriptSubmitted(
                manuscript,
                number,
                journal,
                "articles",
                "research-article",
                1,
                SHA,
                SHA,
                SHA,
                0,
                0,
                ids.get(0),
                ids,
                clock.instant());
    }

    private void submitted(Account... authors) {
        say(authors[0].id(), submission(authors));
        await().until(() -> told(managing).contains("manuscript-submitted"));
    }

    private void handled() {
        submitted(author, coauthor);
        say(managing.id(), new ScreeningPassed(manuscript, handling.id()));
        await().until(() -> told(coauthor).contains("under-review"));
    }

    /** What somebody was told of this manuscript. */
    private List<String> told(Account account) {
        return jdbc.sql("SELECT kind FROM notice WHERE account = :account AND manuscript = :manuscript ORDER BY kind")
                .param("account", account.id())
                .param("manuscript", manuscript)
                .query(String.class)
                .list();
    }

    /** All that was said before has been heard. */
    private void heard() {
        String last = UUID.randomUUID().toString();
        say(
                "invitation/x",
                new InvitationAccepted(manuscript, 9, last, clock.instant(), null),
                new ProofApproved(manuscript, last),
                new ManuscriptRevised(manuscript, 9, SHA, SHA, null, SHA, 0, 0, clock.instant(), null));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("""
                                SELECT count(*) FROM notice WHERE manuscript = :manuscript
                                AND cause IN ('reviewer-accepted/' || :last, 'approved/' || :last, 'revised/' || :manuscript || '/9')
                                """)
                                .param("manuscript", manuscript)
                                .param("last", last)
                                .query(Integer.class)
                                .single()
                        >= 3);
    }

    private List<MailState> mailsTo(Account account) {
        return mails.about("account/" + account.id()).stream()
                .filter(mail ->
                        mail.template().equals("notice") || mail.template().equals("digest"))
                .toList();
    }

    private MimeMessage arrived(Account account) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Arrays.stream(MAILS.getReceivedMessages())
                                .filter(mail -> isTo(mail, account))
                                .reduce((one, other) -> other)
                                .orElse(null),
                        java.util.Objects::nonNull);
    }

    private static long count(Account account) {
        return Arrays.stream(MAILS.getReceivedMessages())
                .filter(mail -> isTo(mail, account))
                .count();
    }

    private static boolean isTo(MimeMessage mail, Account account) {
        try {
            return mail.getHeader("List-Unsubscribe") != null
                    && mail.getAllRecipients()[0].toString().contains(account.address());
        } catch (jakarta.mail.MessagingException fault) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void each_is_told_what_concerns_them_and_nothing_else() {
        Account stranger = person(new Grant("other", Role.MANAGING_EDITOR));
        handled();
        say("invitation/1", new InvitationAccepted(manuscript, 1, "1" + manuscript, clock.instant(), null));
        say("invitation/2", new InvitationDeclined(manuscript, 1, "2" + manuscript));
        say("invitation/1", new ReviewSubmitted(manuscript, 1, "1" + manuscript, "accept", null));
        say(handling.id(), new ManuscriptAccepted(manuscript, 1, SHA, clock.instant()));
        say(PROCESS, new DoiRefused(manuscript, "10.5555/x", "no"));
        say(PROCESS, new ArticlePublished(manuscript, "10.5555/x", clock.instant()));
        say(
                PROCESS,
                new MailStateChanged("review", "mail-" + manuscript, manuscript, "reviewer/1", "t", "bounced", null));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(told(handling))
                    .containsExactly(
                            "handling-editor-assigned",
                            "mail-returned",
                            "review-arrived",
                            "reviewer-accepted",
                            "reviewer-declined");
            assertThat(told(managing)).containsExactly("mail-returned", "manuscript-submitted");
            assertThat(told(producing)).containsExactly("deposit-failed");
            assertThat(told(coauthor)).containsExactly("decided", "published", "under-review");
            assertThat(told(author)).containsExactly("decided", "published", "under-review");
        });
        assertThat(told(stranger)).isEmpty();
    }

    @Test
    void a_reviewer_with_an_account_hears_of_reminders_and_what_came_of_what_they_reviewed() {
        Account reviewer = person();
        Account another = person();
        handled();
        say(
                PROCESS,
                new ReviewerReminded(manuscript, 1, "1" + manuscript, "review", 1, clock.instant(), reviewer.id()),
                new ReviewerReminded(manuscript, 1, "2" + manuscript, "answer", 1, clock.instant(), null));
        say("invitation/1", new ReviewSubmitted(manuscript, 1, "1" + manuscript, "accept", reviewer.id()));
        say("invitation/2", new InvitationAccepted(manuscript, 1, "2" + manuscript, clock.instant(), another.id()));
        say(handling.id(), new ManuscriptAccepted(manuscript, 1, SHA, clock.instant()));
        // said again by the service, under another id
        say(PROCESS, new ManuscriptAccepted(manuscript, 1, SHA, clock.instant()));
        heard();
        assertThat(told(reviewer)).containsExactly("review-reminded", "reviewed-decided");
        assertThat(mailsTo(reviewer))
                .as("the reminder is a letter of the journal")
                .isEmpty();
        assertThat(told(another)).as("reviewed nothing").isEmpty();
    }

    @Test
    void production_hears_at_once_that_an_author_asks_for_more_time() {
        submitted(author);
        say(author.id(), new ProofTimeRequested(manuscript, "p" + manuscript, "r" + manuscript, 7));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(producing)).containsExactly("proof-time-requested"));
        assertThat(mailsTo(producing)).hasSize(1);
    }

    @Test
    void what_is_said_of_a_manuscript_before_it_was_heard_of_is_told_when_it_was_and_once() {
        say(managing.id(), new ScreeningPassed(manuscript, handling.id()));
        await().until(() -> jdbc.sql("SELECT state FROM inbox WHERE subject = :subject")
                .param("subject", manuscript)
                .query(String.class)
                .list()
                .contains("EARLY"));
        ManuscriptSubmitted said = submission(author, coauthor);
        say(author.id(), said);
        await().until(() -> told(handling).contains("handling-editor-assigned"));
        // the service says its state again, under another id
        say(PROCESS, said);
        say(PROCESS, new HandlingEditorAssigned(manuscript, handling.id()));
        heard();
        assertThat(told(managing)).containsOnlyOnce("manuscript-submitted");
        assertThat(told(handling)).containsOnlyOnce("handling-editor-assigned");
    }

    @Test
    void nobody_is_told_of_their_own_deed_also_when_it_was_done_under_an_account_that_was_merged() {
        submitted(author);
        Account other = person();
        merge(other, handling);
        say(other.id(), new HandlingEditorAssigned(manuscript, handling.id()));
        heard();
        assertThat(told(handling)).doesNotContain("handling-editor-assigned").contains("reviewer-accepted");
        assertThat(mailsTo(handling)).isEmpty();
    }

    private void merge(Account goes, Account stays) {
        Instant now = Instant.now();
        UUID link = UUID.randomUUID();
        MergingAccounts.Shown shown = transaction.execute(
                status -> merging.showByPassword(stays.id(), goes.address(), PASSWORD, "test", link, now));
        assertThat(shown).isInstanceOf(MergingAccounts.ByPassword.class);
        Boolean merged = transaction.execute(status -> merging.merge(stays.id(), link, now));
        assertThat(merged).isTrue();
        recorded.mailed.clear();
    }

    @Test
    void an_editor_who_becomes_an_author_by_a_revision_hears_nothing_as_an_editor_from_then_on() {
        handled();
        Account second = person(new Grant(journal, Role.MANAGING_EDITOR));
        say(
                author.id(),
                new ManuscriptRevised(
                        manuscript,
                        2,
                        SHA,
                        SHA,
                        null,
                        SHA,
                        0,
                        0,
                        clock.instant(),
                        List.of(author.id(), handling.id(), managing.id())));
        say("invitation/1", new ReviewSubmitted(manuscript, 1, "1" + manuscript, "accept", null));
        say(
                second.id(),
                new EditorMentioned(
                        manuscript,
                        number,
                        journal,
                        "n" + manuscript,
                        second.id(),
                        List.of(handling.id(), managing.id()),
                        clock.instant()));
        say(
                PROCESS,
                new MailStateChanged("review", "mail-" + manuscript, manuscript, "reviewer/1", "t", "bounced", null),
                new ArticlePublished(manuscript, "10.5555/x", clock.instant()));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(told(second)).contains("mail-returned");
            assertThat(told(handling)).contains("published");
        });
        assertThat(told(handling)).containsExactly("handling-editor-assigned", "published");
        assertThat(told(managing)).containsExactly("manuscript-submitted", "published");
    }

    @Test
    void no_notice_and_no_mail_of_one_names_anybody_or_the_manuscripts_title() throws Exception {
        handled();
        say("invitation/1", new ReviewSubmitted(manuscript, 1, "1" + manuscript, "reject", null));
        say(
                managing.id(),
                new EditorMentioned(
                        manuscript,
                        number,
                        journal,
                        "n" + manuscript,
                        managing.id(),
                        List.of(handling.id()),
                        clock.instant()));
        await().until(() -> told(handling).contains("mentioned"));
        List<String> kept = jdbc.sql("SELECT notice::text FROM notice WHERE manuscript = :manuscript")
                .param("manuscript", manuscript)
                .query(String.class)
                .list();
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain("Farah", "Siddiqui", "@", "reject", "invitation/1"));
        for (Account known : List.of(author, coauthor)) {
            assertThat(kept)
                    .filteredOn(row -> row.contains(handling.id()))
                    .allSatisfy(row -> assertThat(row).doesNotContain(known.id()));
        }
        // one mail each, of what is told at once; a digest waits
        await().until(() -> mailsTo(handling).size() == 2);
        MimeMessage mail = arrived(handling);
        assertThat(mail.getSubject()).isEqualTo("News of " + number);
        assertThat(mailsTo(author)).isEmpty();
    }

    @Test
    void a_digest_is_one_mail_for_all_since_the_last_none_where_nothing_is_new_and_after_a_standstill_one() {
        submitted(author);
        say(author.id(), new ManuscriptRevised(manuscript, 2, SHA, SHA, null, SHA, 0, 0, clock.instant(), null));
        await().until(() -> told(managing).contains("revision-arrived"));
        assertThat(mailsTo(managing)).isEmpty();

        // two days without anybody who could send: still one
        clock.moveOn(Duration.ofDays(2));
        await().atMost(Duration.ofSeconds(20)).until(() -> count(managing) == 1);
        assertThat(mailsTo(managing)).hasSize(1);
        Map<String, String> letter = letter(arrived(managing));
        assertThat(letter.get("subject")).isEqualTo("2 pieces of news of manuscripts");
        assertThat(letter.get("text"))
                .contains(number, "A manuscript was submitted.", "A new version arrived.", "/editor/manuscripts/");
        assertThat(letter.get("List-Unsubscribe")).matches("<http://localhost:8080/notices/unsubscribe\\?token=\\S+>");
        assertThat(letter.get("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(letter.get("Message-ID")).contains("@example.org");

        clock.moveOn(Duration.ofDays(2));
        heard(); // a notice more, and so another digest owed
        clock.moveOn(Duration.ofDays(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> count(managing) == 2);
        assertThat(mailsTo(managing)).hasSize(2);
        assertThat(jdbc.sql("SELECT count(DISTINCT digest) FROM notice WHERE account = :account AND digest IS NOT NULL")
                        .param("account", managing.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static Map<String, String> letter(MimeMessage mail) {
        try {
            var parts = new StringBuilder();
            collect(mail, parts);
            return Map.of(
                    "subject", mail.getSubject(),
                    "text", parts.toString(),
                    "List-Unsubscribe", mail.getHeader("List-Unsubscribe", null).replaceAll("\\s", ""),
                    "List-Unsubscribe-Post", mail.getHeader("List-Unsubscribe-Post", null),
                    "Message-ID", mail.getMessageID());
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    private static void collect(jakarta.mail.Part part, StringBuilder into) throws Exception {
        if (part.getContent() instanceof jakarta.mail.Multipart many) {
            for (int at = 0; at < many.getCount(); at++) {
                collect(many.getBodyPart(at), into);
            }
        } else {
            into.append(part.getContent()).append('\n');
        }
    }

    @Test
    void what_was_read_before_its_hour_is_mailed_to_nobody() {
        submitted(author);
        browser.signIn(managing.address(), PASSWORD);
        browser.send(
                "/notices", "/notices/read", Map.of("until", clock.instant().toString()));
        clock.moveOn(Duration.ofDays(1).plusHours(1));
        heard();
        clock.moveOn(Duration.ofDays(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> count(managing) == 1);
        assertThat(letter(arrived(managing)).get("text")).doesNotContain("A manuscript was submitted.");
    }

    @Test
    void one_click_in_a_mail_ends_that_sort_of_mail_without_signing_in_and_opening_the_link_changes_nothing() {
        submitted(author);
        clock.moveOn(Duration.ofDays(1).plusHours(1));
        String header = letter(arrived(managing)).get("List-Unsubscribe");
        String path = header.substring(1 + PUBLIC.length(), header.length() - 1);

        assertThat(browser.open(path).body()).contains("The daily digest ends.");
        assertThat(choice(managing, "manuscript-submitted")).isEmpty();
        assertThat(browser.open("/notices/unsubscribe?token=ZGFpbHkveA.forged").statusCode())
                .isEqualTo(410);
        assertThat(click("/notices/unsubscribe?token=ZGFpbHkveA.forged").statusCode())
                .isEqualTo(410);

        // as a mail program does it (RFC 8058, 3.2): without cookies, and without a token of a form
        HttpResponse<String> done = click(path);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("These mails have ended");
        assertThat(done.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
        assertThat(click(path).statusCode()).as("again").isEqualTo(200);
        assertThat(choice(managing, "manuscript-submitted")).containsExactly("page");
        assertThat(choice(managing, "mentioned")).containsExactly("at-once");
        heard();
        clock.moveOn(Duration.ofDays(2));
        assertThat(jdbc.sql("SELECT count(*) FROM errand WHERE kind = 'digest' AND key = :key")
                        .param("key", "daily/" + managing.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(mailsTo(managing)).hasSize(1);
    }

    private HttpResponse<String> click(String path) {
        var stranger = new Browser(port);
        return stranger.send(HttpRequest.newBuilder(stranger.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    }

    private List<String> choice(Account account, String kind) {
        return jdbc.sql("SELECT delivery FROM notice_choice WHERE account = :account AND kind = :kind")
                .param("account", account.id())
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    @Test
    void what_somebody_chose_counts_and_for_a_journal_before_all_others() {
        browser.signIn(managing.address(), PASSWORD);
        browser.send(
                "/account/notices",
                "/account/notices",
                Map.of("manuscript-submitted", "none", "mentioned", "weekly", "mail-returned", "nonsense"));
        assertThat(choice(managing, "manuscript-submitted")).containsExactly("none");
        browser.send(
                "/account/notices?journal=" + journal,
                "/account/notices",
                Map.of("journal", journal, "manuscript-submitted", "at-once", "mentioned", ""));
        assertThat(browser.open("/account/notices?journal=nobodys").statusCode())
                .isEqualTo(404);
        assertThat(browser.send("/account/notices", "/account/notices", Map.of("journal", "nobodys"))
                        .statusCode())
                .isEqualTo(404);
        Account second = person(new Grant(journal, Role.MANAGING_EDITOR));
        var other = new Browser(port);
        other.signIn(second.address(), PASSWORD);
        other.send("/account/notices", "/account/notices", Map.of("manuscript-submitted", "none"));
        submitted(author);
        heard();
        assertThat(told(second)).doesNotContain("manuscript-submitted");
        assertThat(mailsTo(managing)).hasSize(1);
    }

    @Test
    void a_digest_comes_at_the_hour_of_the_persons_own_day() {
        browser.signIn(managing.address(), PASSWORD);
        assertThat(browser.send(
                                "/account/notices",
                                "/account/notices/rhythm",
                                Map.of("zone", "Mars/Olympus", "hour", "25", "day", "MONDAY"))
                        .statusCode())
                .isEqualTo(422);
        browser.send(
                "/account/notices",
                "/account/notices/rhythm",
                Map.of("zone", "Asia/Karachi", "hour", "18", "day", "FRIDAY"));
        submitted(author);
        Instant due = jdbc.sql("SELECT due FROM errand WHERE kind = 'digest' AND key = :key")
                .param("key", "daily/" + managing.id())
                .query((row, at) -> row.getTimestamp("due").toInstant())
                .single();
        assertThat(due.atZone(java.time.ZoneId.of("Asia/Karachi")).getHour()).isEqualTo(18);
        assertThat(due).isAfter(clock.instant().minusSeconds(60));
    }

    @Test
    void whoever_makes_one_account_of_two_has_the_notices_choices_and_manuscripts_of_both() {
        submitted(author, coauthor);
        browser.signIn(managing.address(), PASSWORD);
        browser.send("/account/notices", "/account/notices", Map.of("mentioned", "page"));
        Account stays = person();
        merge(managing, stays);
        assertThat(told(stays)).containsExactly("manuscript-submitted");
        assertThat(choice(stays, "mentioned")).containsExactly("page");
        clock.moveOn(Duration.ofDays(1).plusHours(1));
        assertThat(letter(arrived(stays)).get("text")).contains(number);
        merge(coauthor, author);
        say(managing.id(), new ScreeningPassed(manuscript, handling.id()));
        await().until(() -> told(author).contains("under-review"));
        assertThat(told(author)).containsExactly("under-review");
    }

    @Test
    void an_account_that_is_erased_keeps_nothing_and_is_told_nothing() {
        handled();
        jdbc.sql("DELETE FROM account WHERE id = :id")
                .param("id", coauthor.id())
                .update();
        say(PROCESS, new ArticlePublished(manuscript, "10.5555/x", clock.instant()));
        await().until(() -> told(author).contains("published"));
        assertThat(told(coauthor)).isEmpty();
    }

    @Test
    void what_happened_long_ago_is_no_news() {
        ManuscriptSubmitted now = submission(author);
        say(
                author.id(),
                new ManuscriptSubmitted(
                        manuscript,
                        number,
                        journal,
                        now.section(),
                        now.articleType(),
                        1,
                        SHA,
                        SHA,
                        SHA,
                        0,
                        0,
                        author.id(),
                        List.of(author.id()),
                        clock.instant().minus(Duration.ofDays(400))));
        heard();
        assertThat(told(managing)).isNotEmpty().doesNotContain("manuscript-submitted");
    }

    @Test
    void notices_are_read_put_away_and_brought_back_by_their_owner_alone() {
        handled();
        browser.signIn(managing.address(), PASSWORD);
        String page = browser.open("/notices").body();
        assertThat(page).contains(number, "A manuscript was submitted.", "href=\"/editor/manuscripts/" + number);
        String id = jdbc.sql("SELECT id::text FROM notice WHERE account = :account")
                .param("account", managing.id())
                .query(String.class)
                .single();
        var stranger = new Browser(port);
        stranger.signIn(person().address(), PASSWORD);
        assertThat(stranger.open("/notices").body()).doesNotContain(number);
        assertThat(stranger.send("/account", "/notices/" + id + "/read", Map.of())
                        .statusCode())
                .isEqualTo(404);

        String back = location(browser.send("/notices", "/notices/" + id + "/read", Map.of("show", "all")));
        assertThat(back).startsWith("/notices?show=all&done=");
        assertThat(browser.send("/notices?show=all", "/notices/" + id + "/read", Map.of())
                        .statusCode())
                .as("again")
                .isEqualTo(302);
        assertThat(browser.open("/notices").body()).contains("Nothing new");
        String batch = back.substring(back.indexOf("done=") + 5);
        stranger.send("/account", "/notices/undo", Map.of("batch", batch));
        assertThat(browser.open("/notices").body()).contains("Nothing new");
        browser.send(back, "/notices/undo", Map.of("batch", batch));
        assertThat(browser.open("/notices").body()).contains(number);
        assertThat(browser.open("/notices?kind=mentioned").body()).contains("Nothing of that kind");
        assertThat(browser.post("/notices/read", Map.of("until", clock.instant().toString()), null)
                        .statusCode())
                .as("without the form's token")
                .isEqualTo(403);
    }

    @Test
    void a_long_list_is_read_page_by_page_without_losing_or_repeating_any() {
        Account reader = person();
        for (int at = 0; at < 75; at++) {
            jdbc.sql("""
                            INSERT INTO notice (id, account, cause, kind, manuscript, number, journal, at, told_at, delivery,
                                read_at, read_batch)
                            VALUES (:id, :account, :cause, 'published', :cause, :number, 'gpr', :at, :at, 'page',
                                CASE WHEN :read THEN :at END, CASE WHEN :read THEN :id END)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("account", reader.id())
                    .param("cause", "c" + at)
                    .param("number", "N-%02d.".formatted(at))
                    .param("at", clock.instant().minusSeconds(at / 4 * 60L).atOffset(java.time.ZoneOffset.UTC))
                    .param("read", at % 2 == 1)
                    .update();
        }
        browser.signIn(reader.address(), PASSWORD);
        var seen = new java.util.ArrayList<String>();
        String next = "/notices?show=all";
        for (int pages = 0; next != null; pages++) {
            assertThat(pages).isLessThan(4);
            String page = browser.open(next).body();
            java.util.regex.Pattern.compile("<h3>(N-\\d+)\\.")
                    .matcher(page)
                    .results()
                    .forEach(found -> seen.add(found.group(1)));
            var later = java.util.regex.Pattern.compile("href=\"(/notices\\?[^\"]*after=[^\"]*)\"")
                    .matcher(page);
            next = later.find() ? later.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(75).doesNotHaveDuplicates();
    }

    @Test
    void the_bell_is_told_to_services_and_disturbs_nobody_who_is_signed_out() {
        submitted(author);
        browser.signIn(managing.address(), PASSWORD);
        assertThat(browser.open("/editor/list", "Accept", "text/html", "X-Imprimatur-Unread", "77")
                        .body())
                .contains("x-imprimatur-unread: 1");
        assertThat(browser.open("/editor/list", "Accept", "application/json").body())
                .doesNotContain("x-imprimatur-unread");
        assertThat(new Browser(port)
                        .open("/editor/list", "Accept", "text/html", "X-Imprimatur-Unread", "77")
                        .body())
                .doesNotContain("x-imprimatur-unread");
        assertThat(browser.open("/notices/bell", "HX-Request", "true").body()).contains("One unread notice");
        assertThat(new Browser(port).open("/notices/bell", "HX-Request", "true").statusCode())
                .isEqualTo(204);
        assertThat(location(new Browser(port).open("/notices"))).startsWith("/sign-in?next=");
    }
}
