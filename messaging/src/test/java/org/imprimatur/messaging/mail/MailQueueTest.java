package org.imprimatur.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.messaging.mail.MailState.State.BOUNCED;
import static org.imprimatur.messaging.mail.MailState.State.FAILED;
import static org.imprimatur.messaging.mail.MailState.State.HANDED_OVER;
import static org.imprimatur.messaging.mail.MailState.State.MOOT;
import static org.imprimatur.messaging.mail.MailState.State.QUEUED;
import static org.imprimatur.messaging.mail.MailState.State.RECALLED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.imprimatur.messaging.sample.Post;
import org.imprimatur.messaging.sample.Postbox;
import org.imprimatur.messaging.sample.Postbox.Behaviour;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.time.DomainClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailQueueTest {

    private static Postbox postbox;
    private static Running service;
    private static MailQueue queue;
    private static Post post;

    @BeforeAll
    static void start() {
        postbox = new Postbox();
        service = new Running(SampleService.start(
                "mail-queue",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + postbox.port(),
                "spring.mail.properties.mail.smtp.timeout=2000"));
        queue = service.get(MailQueue.class);
        post = service.get(Post.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        postbox.close();
    }

    @Test
    void a_mail_leaves_with_its_headers_and_its_own_message_id() {
        queue("plain");
        MailState state = settled("plain", HANDED_OVER);
        assertThat(state.messageId()).isEqualTo("<" + state.mail() + "@mail.example.org>");
        assertThat(postbox.mailsTo("plain@example.org"))
                .singleElement()
                .asString()
                .contains("Message-ID: " + state.messageId())
                .contains("Auto-Submitted: auto-generated")
                .contains("List-Unsubscribe: <https://journal.example.org/u>")
                .contains("multipart/alternative")
                .contains("review.pdf");
        assertThat(service.news("plain ")).containsExactly("plain QUEUED", "plain HANDED_OVER");
    }

    @Test
    void one_cause_makes_one_mail() {
        UUID first = queue("twice");
        UUID second = queue("twice");
        assertThat(second).isEqualTo(first);
        settled("twice", HANDED_OVER);
        assertThat(postbox.mailsTo("twice@example.org")).hasSize(1);
    }

    @Test
    void mails_that_wait_together_leave_over_one_connection_of_each_worker() {
        int before = postbox.connections();
        List<String> causes =
                IntStream.rangeClosed(1, 20).mapToObj(n -> "together-" + n).toList();
        service.inTransaction(
                () -> causes.stream().map(cause -> queue.queue(order(cause))).toList());
        await().untilAsserted(() -> assertThat(causes)
                .allSatisfy(cause ->
                        assertThat(postbox.mailsTo(cause + "@example.org")).hasSize(1)));
        assertThat(postbox.connections() - before).isBetween(1, 2);
    }

    @Test
    void a_mail_of_something_that_never_happened_never_leaves() {
        service.rolledBack(() -> queue.queue(order("undone")));
        assertThat(queue.about("undone")).isEmpty();
        assertThatThrownBy(() -> queue.queue(order("undone"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_refused_mail_is_handed_over_later_under_the_same_message_id() {
        postbox.behave("grey@example.org", Behaviour.REFUSE_RECIPIENT_FOR_NOW, Behaviour.REFUSE_RECIPIENT_FOR_NOW);
        queue("grey");
        MailState state = settled("grey", HANDED_OVER);
        assertThat(state.attempts()).isEqualTo(3);
        assertThat(postbox.mailsTo("grey@example.org")).hasSize(1);
        assertThat(service.news("grey "))
                .containsExactly("grey QUEUED", "grey REFUSED", "grey REFUSED", "grey HANDED_OVER");
    }

    @Test
    void a_mail_refused_for_good_has_failed_with_the_servers_words_and_can_be_tried_again() {
        postbox.behave("gone@example.org", Behaviour.REFUSE_RECIPIENT_FOR_GOOD);
        queue("gone");
        MailState state = settled("gone", FAILED);
        assertThat(state.reason()).contains("550").contains("no such user here");
        assertThat(state.nextAttempt()).isNull();

        assertThat(queue.tryAgain(state.mail())).isTrue();
        settled("gone", HANDED_OVER);
        assertThat(queue.tryAgain(state.mail())).isFalse();
    }

    @Test
    void a_text_refused_for_good_has_failed() {
        postbox.behave("spam@example.org", Behaviour.REFUSE_TEXT_FOR_GOOD);
        queue("spam");
        assertThat(settled("spam", FAILED).reason()).contains("554");
    }

    @Test
    void a_connection_cut_after_the_text_leaves_it_uncertain_and_it_goes_again_under_the_same_message_id() {
        postbox.behave("lost@example.org", Behaviour.TAKE_AND_CUT);
        queue("lost");
        MailState state = settled("lost", HANDED_OVER);
        assertThat(service.news("lost ")).containsExactly("lost QUEUED", "lost UNCERTAIN", "lost HANDED_OVER");
        assertThat(postbox.mailsTo("lost@example.org"))
                .hasSize(2)
                .allMatch(mail -> mail.contains("Message-ID: " + state.messageId()));
    }

    @Test
    void a_connection_cut_before_the_text_is_a_refusal() {
        postbox.behave("early-cut@example.org", Behaviour.CUT_BEFORE_TEXT);
        queue("early-cut");
        settled("early-cut", HANDED_OVER);
        assertThat(service.news("early-cut "))
                .containsExactly("early-cut QUEUED", "early-cut REFUSED", "early-cut HANDED_OVER");
        assertThat(postbox.mailsTo("early-cut@example.org")).hasSize(1);
    }

    @Test
    void a_server_that_falls_silent_is_waited_for_no_longer_than_said() {
        postbox.behave("slow@example.org", Behaviour.STALL_BEFORE_TEXT);
        postbox.behave("slow-after@example.org", Behaviour.TAKE_AND_STALL);
        queue("slow");
        queue("slow-after");
        queue("quick");
        settled("slow", HANDED_OVER);
        settled("quick", HANDED_OVER);
        MailState after = settled("slow-after", HANDED_OVER);
        assertThat(service.news("slow ")).containsExactly("slow QUEUED", "slow REFUSED", "slow HANDED_OVER");
        assertThat(service.news("slow-after "))
                .containsExactly("slow-after QUEUED", "slow-after UNCERTAIN", "slow-after HANDED_OVER");
        assertThat(postbox.mailsTo("slow-after@example.org"))
                .hasSize(2)
                .allMatch(mail -> mail.contains("Message-ID: " + after.messageId()));
    }

    @Test
    void a_lease_that_was_taken_before_the_clock_went_back_a_year_holds_nothing_up() {
        Instant inAYear = service.get(DomainClock.class).instant().plus(Duration.ofDays(400));
        UUID mail = service.inTransaction(
                () -> queue.queue(new MailOrder("ahead", "ahead", "ahead", "kind", Map.of(), inAYear)));
        service.jdbc().sql("""
                        UPDATE mail SET not_before = NULL, lease = gen_random_uuid(),
                            leased_until = clock_timestamp() + interval '1 year' WHERE id = :id
                        """).param("id", mail).update();
        service.get(DomainClock.class).moveOn(Duration.ofSeconds(1));
        settled("ahead", HANDED_OVER);
    }

    @Test
    void a_mail_that_nobody_needs_any_more_does_not_leave() {
        post.meet("moot", () -> new MailComposer.Moot("answered already"));
        queue("moot");
        assertThat(settled("moot", MOOT).reason()).isEqualTo("answered already");
        assertThat(postbox.mailsTo("moot@example.org")).isEmpty();
    }

    @Test
    void a_mail_waits_for_its_day_and_can_be_recalled_before() {
        Instant tomorrow = service.get(DomainClock.class).instant().plus(Duration.ofDays(1));
        for (String cause : new String[] {"tomorrow", "recalled"}) {
            service.inTransaction(
                    () -> queue.queue(new MailOrder(cause, cause, cause, "kind", Map.of("a", "b"), tomorrow)));
        }
        assertThat(service.inTransaction(() -> queue.recall("recalled"))).isTrue();
        assertThat(queue.recall("recalled")).isFalse();
        assertThat(queue.about("tomorrow")).extracting(MailState::state).containsExactly(QUEUED);

        service.get(DomainClock.class).moveOn(Duration.ofDays(1));

        settled("tomorrow", HANDED_OVER);
        settled("recalled", RECALLED);
        assertThat(postbox.mailsTo("recalled@example.org")).isEmpty();
        assertThat(queue.recall("tomorrow")).isFalse();
    }

    @Test
    void a_mail_being_handed_over_can_not_be_recalled() throws Exception {
        CountDownLatch composing = new CountDownLatch(1);
        CountDownLatch recalling = new CountDownLatch(1);
        post.meet("leaving", () -> {
            composing.countDown();
            waitFor(recalling);
            return Post.letterTo("leaving@example.org");
        });
        queue("leaving");
        waitFor(composing);
        recalling.countDown();
        assertThat(queue.recall("leaving")).isFalse();
        settled("leaving", HANDED_OVER);
    }

    @Test
    void a_mail_waits_while_an_address_is_away() {
        AtomicInteger asked = new AtomicInteger();
        post.meet(
                "later",
                () -> asked.getAndIncrement() == 0
                        ? new MailComposer.Later("the gateway is away")
                        : Post.letterTo("later@example.org"));
        queue("later");
        settled("later", HANDED_OVER);
        assertThat(service.news("later ")).containsExactly("later QUEUED", "later HANDED_OVER");
    }

    @Test
    void a_template_that_fails_leaves_a_visible_failure_that_can_be_tried_again_and_others_go_on() {
        post.meet("torn", () -> {
            throw new IllegalStateException("no template");
        });
        queue("torn");
        queue("whole");
        MailState state = await().until(() -> queue.about("torn").get(0), s -> s.state() == FAILED);
        assertThat(state.reason()).contains("could not be written").contains("no template");
        settled("whole", HANDED_OVER);
        post.meet("torn", () -> Post.letterTo("torn@example.org"));
        assertThat(queue.tryAgain(state.mail())).isTrue();
        settled("torn", HANDED_OVER);
    }

    @Test
    void a_mail_whose_sender_died_in_the_act_is_uncertain_and_goes_again() {
        Instant tomorrow = service.get(DomainClock.class).instant().plus(Duration.ofDays(300));
        UUID mail = service.inTransaction(
                () -> queue.queue(new MailOrder("orphan", "orphan", "orphan", "kind", Map.of(), tomorrow)));
        service.jdbc().sql("""
                        UPDATE mail SET not_before = NULL, handing_over = true, lease = gen_random_uuid(),
                            leased_until = clock_timestamp() WHERE id = :id
                        """).param("id", mail).update();
        service.get(DomainClock.class).moveOn(Duration.ofSeconds(1));
        settled("orphan", HANDED_OVER);
        assertThat(service.news("orphan ")).containsExactly("orphan QUEUED", "orphan UNCERTAIN", "orphan HANDED_OVER");
    }

    @Test
    void a_listener_that_fails_makes_no_second_mail() {
        service.jdbc()
                .sql("ALTER TABLE news ADD CONSTRAINT grudge CHECK (text <> 'grudge HANDED_OVER')")
                .update();
        queue("grudge");
        await().until(
                        () -> service.jdbc()
                                .sql("SELECT count(*) FROM mail WHERE cause = 'grudge' AND answer = 'HANDED_OVER'")
                                .query(Long.class)
                                .single(),
                        kept -> kept == 1);
        service.jdbc().sql("ALTER TABLE news DROP CONSTRAINT grudge").update();
        settled("grudge", HANDED_OVER);
        assertThat(service.news("grudge ")).containsExactly("grudge QUEUED", "grudge HANDED_OVER");
        assertThat(postbox.mailsTo("grudge@example.org")).hasSize(1);
    }

    @Test
    void a_mail_that_came_back_says_so_and_can_be_sent_again() {
        queue("back");
        MailState state = settled("back", HANDED_OVER);
        assertThat(queue.bounced(state.messageId(), "5.1.1 no such user")).isTrue();
        assertThat(queue.bounced(state.messageId(), "5.1.1 no such user")).isFalse();
        assertThat(settled("back", BOUNCED).reason()).isEqualTo("5.1.1 no such user");
        assertThat(queue.tryAgain(state.mail())).isTrue();
        settled("back", HANDED_OVER);
    }

    @Test
    void a_header_can_not_be_smuggled_in() {
        post.meet(
                "smuggler",
                () -> new MailComposer.Ready(new MailComposer.Letter(
                        null,
                        "smuggler@example.org",
                        "A Journal",
                        "Hello",
                        "text",
                        null,
                        Map.of("X-Kind", "a\r\nBcc: everybody@example.org"),
                        null)));
        queue("smuggler");
        assertThat(settled("smuggler", FAILED).reason()).contains("line break");
        assertThat(postbox.mailsTo("everybody@example.org")).isEmpty();
    }

    private static UUID queue(String cause) {
        return service.inTransaction(() -> queue.queue(order(cause)));
    }

    private static MailOrder order(String cause) {
        return new MailOrder(cause, cause, cause, "kind", Map.of("a", "b"));
    }

    private static MailState settled(String about, MailState.State state) {
        return await().until(() -> queue.about(about).get(0), mail -> mail.state() == state);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
