package org.imprimatur.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.sample.Ear;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.Words.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static Running service;
    private static Wire wire;
    private static Inbox inbox;
    private static Ear<Told> ear;

    @BeforeAll
    static void start() {
        service = new Running(SampleService.start("inbox", "imprimatur.messaging.listen[0]=sample"));
        wire = new Wire();
        inbox = service.get(Inbox.class);
        ear = service.ear();
    }

    @AfterAll
    static void stop() {
        wire.close();
        service.close();
    }

    @Test
    void what_comes_twice_takes_effect_once() {
        wire.tell("duplicate", 1, "one");
        wire.tell("duplicate", 1, "one");
        wire.tell("duplicate", 2, "two");
        heard("duplicate", "one", "two");
        assertThat(service.news("duplicate")).isEmpty();
    }

    @Test
    void an_id_that_comes_again_with_another_body_is_an_alarm_and_has_no_effect() {
        wire.tell("forged", 1, "one");
        wire.send(
                Wire.event("forged/one", "sample.told.v1", "forged", 1, "{\"subject\":\"forged\",\"text\":\"other\"}"));
        wire.tell("forged", 2, "two");
        heard("forged", "one", "two");
        assertThat(service.news("forged")).containsExactly("other body forged/one");
        assertThat(incidents("forged/one")).containsExactly("OTHER_BODY");
    }

    @Test
    void an_id_that_comes_again_with_another_number_or_subject_is_an_alarm_too() {
        wire.tell("renumbered", 1, "one");
        heard("renumbered", "one");
        String body = "{\"subject\":\"renumbered\",\"aggregate\":\"a\",\"text\":\"one\"}";
        wire.send(Wire.event("renumbered/one", "sample.told.v1", "renumbered", 2, body));
        wire.send(Wire.event("renumbered/one", "sample.told.v1", "resubjected", 1, body));
        await().untilAsserted(
                        () -> assertThat(incidents("renumbered/one")).containsExactly("OTHER_BODY", "OTHER_BODY"));
        assertThat(service.effects("renumbered")).containsExactly("one");
        assertThat(service.effects("resubjected")).isEmpty();
    }

    @Test
    void a_passing_fault_is_tried_again_and_leaves_one_effect() {
        AtomicInteger attempts = new AtomicInteger();
        ear.meet("passing", (message, received) -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("a lock was not to be had");
            }
            return Handling.done();
        });
        wire.tell("passing", 1, "one");
        heard("passing", "one");
        assertThat(attempts).hasValue(3);
        assertThat(inbox.parked()).noneMatch(parked -> parked.subject().equals("passing"));
    }

    @Test
    void a_message_is_not_parked_because_somebody_else_is_away() {
        AtomicInteger attempts = new AtomicInteger();
        ear.meet("waiting", (message, received) -> {
            if (attempts.incrementAndGet() <= 5) {
                throw new IllegalStateException(new Documents.PeerAway("submission is away", null));
            }
            return Handling.done();
        });
        wire.tell("waiting", 1, "one");
        await().until(() -> inbox.retrying().stream()
                .anyMatch(waiting -> waiting.subject().equals("waiting")
                        && waiting.attempts() >= 3
                        && waiting.cause().contains("submission is away")));
        heard("waiting", "one");
    }

    @Test
    void a_fault_that_stays_parks_the_message_and_its_subject_but_nobody_else() {
        ear.meet("stuck", (message, received) -> {
            throw new IllegalStateException("no such article");
        });
        wire.tell("stuck", 1, "one");
        wire.tell("stuck", 2, "two");
        wire.tell("unstuck", 1, "one");
        Inbox.Parked parked = parked("stuck");
        heard("unstuck", "one");
        assertThat(parked.id()).isEqualTo("stuck/one");
        assertThat(parked.attempts()).isEqualTo(3);
        assertThat(parked.cause()).contains("no such article");
        assertThat(service.effects("stuck")).isEmpty();
        assertThat(service.news("stuck/")).containsExactly("parked stuck/one");

        ear.calm("stuck");
        assertThat(inbox.tryAgain("stuck/one", "account/7")).isTrue();
        heard("stuck", "one", "two");
        assertThat(inbox.tryAgain("stuck/one", "account/7")).isFalse();
        assertThat(service.news("stuck/")).containsExactly("parked stuck/one", "tried again stuck/one by account/7");
        assertThat(incidents("stuck/one")).containsExactly("PARKED", "TRIED_AGAIN");
    }

    @Test
    void a_parked_message_can_be_given_up_with_a_reason_that_is_kept() {
        ear.meet("given-up", (message, received) -> {
            if (message.text().equals("one")) {
                throw new IllegalStateException("never");
            }
            return Handling.done();
        });
        wire.tell("given-up", 1, "one");
        wire.tell("given-up", 2, "two");
        parked("given-up");
        assertThat(inbox.skip("given-up/one", "account/7", "a test record of 2019"))
                .isTrue();
        heard("given-up", "two");
        assertThat(inbox.skip("given-up/one", "account/7", "again")).isFalse();
        assertThat(service.jdbc()
                        .sql(
                                "SELECT detail || ' / ' || actor FROM inbox_incident WHERE kind = 'SKIPPED' AND subject = 'given-up'")
                        .query(String.class)
                        .single())
                .isEqualTo("a test record of 2019 / account/7");
    }

    @Test
    void what_is_early_is_set_aside_without_effect_until_its_subject_moves() {
        ear.meet(
                "early",
                (message, received) ->
                        message.text().equals("one") ? Handling.early("the process isn't there yet") : Handling.done());
        wire.tell("early", 1, "one");
        wire.tell("early", 2, "two");
        heard("early", "two");
        await().until(() -> state("early/one").equals("EARLY"));
        ear.calm("early");
        service.rolledBack(() -> inbox.moved("early"));
        assertThat(state("early/one")).isEqualTo("EARLY");
        service.inTransaction(() -> {
            inbox.moved("early");
            return null;
        });
        heard("early", "two", "one");
    }

    @Test
    void a_move_that_comes_while_a_handler_finds_itself_early_is_not_missed() {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch moved = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        ear.meet("crossing", (message, received) -> {
            if (attempts.incrementAndGet() == 1) {
                looking.countDown();
                waitFor(moved);
                return Handling.early("not there yet");
            }
            return Handling.done();
        });
        wire.tell("crossing", 1, "one");
        waitFor(looking);
        inbox.moved("crossing");
        moved.countDown();
        heard("crossing", "one");
    }

    @Test
    void saying_and_moving_never_wait_for_each_other_in_a_ring() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Runnable say = () -> service.get(Outbox.class).say(new Told("ring", "a", "x"), "process");
            Runnable move = () -> inbox.moved("ring");
            List<Callable<Void>> work = List.of(repeat(() -> inOne(say, move)), repeat(() -> inOne(move, say)));
            for (Future<Void> done : two.invokeAll(work)) {
                done.get();
            }
        } finally {
            two.shutdown();
        }
    }

    private static Callable<Void> repeat(Runnable work) {
        return () -> {
            for (int i = 0; i < 50; i++) {
                work.run();
            }
            return null;
        };
    }

    private static void inOne(Runnable first, Runnable second) {
        service.inTransaction(() -> {
            first.run();
            second.run();
            return null;
        });
    }

    @Test
    void what_overtakes_is_handled_before_what_waits() {
        ear.meet("called-off", (message, received) -> {
            throw new IllegalStateException("stuck");
        });
        wire.tell("called-off", 1, "one");
        wire.tell("called-off", 2, "two");
        parked("called-off");
        wire.callOff("called-off", 3, "off");
        heard("called-off", "off");
        ear.calm("called-off");
        inbox.tryAgain("called-off/one", "account/7");
        heard("called-off", "off", "one", "two");
    }

    @Test
    void a_type_of_a_newer_release_is_kept_and_ignored_and_so_are_its_fields() {
        wire.send(Wire.event("newer/one", "sample.unheard-of.v1", "newer", 1, "{}"));
        wire.send(Wire.event(
                "newer/two",
                "sample.told.v1",
                "newer",
                2,
                "{\"subject\":\"newer\",\"text\":\"two\",\"mood\":{\"good\":true}}"));
        heard("newer", "two");
        assertThat(state("newer/one")).isEqualTo("IGNORED");
        assertThat(service.news("newer")).isEmpty();
    }

    @Test
    void what_concerns_nobody_is_kept_and_counted_and_never_has_a_turn() {
        ear.meet("own", (message, received) -> {
            throw new IllegalStateException(received.id() + " had a turn");
        });
        wire.send(Wire.event("own/one", "sample.told.v1", "own", 1, "{\"subject\":\"own\",\"text\":\"one\"}")
                .withExtension("actor", "itself"));
        ear.calm("own");
        wire.tell("own", 2, "two");
        heard("own", "two");
        assertThat(state("own/one")).isEqualTo("IGNORED");
        assertThat(gaps("own")).isEmpty();
    }

    @Test
    void a_body_that_can_not_be_read_is_parked_at_once() {
        wire.send(Wire.event("garbled/one", "sample.told.v1", "garbled", 1, "{\"subject\":"));
        Inbox.Parked parked = parked("garbled");
        assertThat(parked.attempts()).isEqualTo(1);
        inbox.skip(parked.id(), "account/7", "garbled");
    }

    @Test
    void what_is_no_cloud_event_is_kept_and_parked_and_stops_no_other() {
        wire.sendBytes("alien", "hello");
        wire.tell("native", 1, "one");
        Inbox.Parked parked = parked("alien");
        assertThat(parked.id()).startsWith("unreadable/sample/");
        heard("native", "one");
        inbox.skip(parked.id(), "account/7", "not ours");
    }

    @Test
    void a_gap_in_an_aggregates_sequence_is_noticed() {
        wire.tell("gap", 1, "one");
        wire.tell("gap", 4, "four");
        heard("gap", "one", "four");
        assertThat(service.news("thing/gap")).containsExactly("gap thing/gap 2 4");
        assertThat(gaps("gap")).containsExactly("2-3");
    }

    @Test
    void a_gap_is_closed_when_all_that_was_missing_has_come_late() {
        wire.tell("late", 5, "five");
        wire.tell("late", 2, "two");
        heard("late", "five", "two");
        assertThat(gaps("late")).containsExactly("1-1", "3-4");
        wire.tell("late", 4, "four");
        wire.tell("late", 3, "three");
        wire.tell("late", 1, "one");
        wire.tell("late", 6, "six");
        heard("late", "five", "two", "four", "three", "one", "six");
        assertThat(gaps("late")).isEmpty();
        assertThat(service.news("thing/late")).containsExactly("gap thing/late 1 5", "whole thing/late");
    }

    @Test
    void a_gap_is_closed_by_what_answers_our_question_and_by_nothing_else() {
        wire.tell("asked", 3, "three");
        wire.tell("asked", 4, "four");
        heard("asked", "three", "four");
        assertThat(gaps("asked")).containsExactly("1-2");
        String question = service.jdbc()
                .sql("SELECT id FROM outbox WHERE subject = 'asked' AND causation LIKE 'gap/%'")
                .query(String.class)
                .single();
        wire.send(Wire.event("asked/five", "sample.told.v1", "asked", 5, "{\"subject\":\"asked\",\"text\":\"five\"}")
                .withExtension("causation", question));
        heard("asked", "three", "four", "five");
        assertThat(gaps("asked")).isEmpty();
        assertThat(service.news("thing/asked")).containsExactly("gap thing/asked 1 3", "whole thing/asked");
    }

    @Test
    void what_can_not_be_stored_now_is_stored_later_and_nothing_is_passed_over() {
        // a sequence counts on though the transaction fails
        service.jdbc().sql("""
                        ALTER TABLE inbox
                        ADD CONSTRAINT full_disk CHECK (id <> 'unstorable/two' OR nextval('witness') < 0)
                        """).update();
        wire.tell("unstorable", 1, "one");
        wire.tell("unstorable", 2, "two");
        wire.tell("unstorable", 3, "three");
        await().until(() -> service.jdbc()
                .sql("SELECT is_called FROM witness")
                .query(Boolean.class)
                .single());
        service.jdbc().sql("ALTER TABLE inbox DROP CONSTRAINT full_disk").update();
        heard("unstorable", "one", "two", "three");
    }

    @Test
    void pauses_grow_from_attempt_to_attempt() {
        List<Long> attempts = new CopyOnWriteArrayList<>();
        ear.meet("growing", (message, received) -> {
            attempts.add(System.nanoTime());
            throw new IllegalStateException("never");
        });
        wire.tell("growing", 1, "one");
        parked("growing");
        assertThat(attempts).hasSize(3);
        assertThat(attempts.get(1) - attempts.get(0))
                .isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
        assertThat(attempts.get(2) - attempts.get(1))
                .isGreaterThanOrEqualTo(Duration.ofMillis(40).toNanos());
        inbox.skip("growing/one", "account/7", "a test");
    }

    @Test
    void a_pause_that_was_written_before_the_clock_went_back_a_year_holds_nothing_up() {
        AtomicBoolean mended = new AtomicBoolean();
        ear.meet("ahead", (message, received) -> {
            if (!mended.get()) {
                throw new Documents.PeerAway("submission is away", null);
            }
            return Handling.done();
        });
        wire.tell("ahead", 1, "one");
        await().until(() -> state("ahead/one").equals("RETRYING"));
        service.jdbc()
                .sql("UPDATE inbox SET next_attempt = clock_timestamp() + interval '1 year' WHERE subject = 'ahead'")
                .update();
        mended.set(true);
        wire.tell("waker", 1, "one");
        heard("ahead", "one");
    }

    @Test
    void what_is_said_while_handling_has_the_message_as_its_cause_and_goes_on_with_its_trace() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        ear.meet("causing", (message, received) -> {
            service.get(Outbox.class).say(new Told("caused", "a", "effect"), "process");
            return Handling.done();
        });
        wire.send(
                Wire.event("causing/one", "sample.told.v1", "causing", 1, "{\"subject\":\"causing\",\"text\":\"one\"}")
                        .withExtension("traceparent", trace));
        heard("caused", "effect");
        Map<String, Object> caused = service.jdbc()
                .sql("SELECT causation, substr(traceparent, 4, 32) AS trace, actor FROM inbox WHERE subject = 'caused'")
                .query()
                .singleRow();
        assertThat(caused)
                .containsEntry("causation", "causing/one")
                .containsEntry("trace", "0af7651916cd43dd8448eb211c80319c")
                .containsEntry("actor", "process");
    }

    private static void heard(String subject, String... texts) {
        await().untilAsserted(() -> assertThat(service.effects(subject)).containsExactly(texts));
    }

    private static Inbox.Parked parked(String subject) {
        return await().until(
                        () -> inbox.parked().stream()
                                .filter(parked -> parked.subject().equals(subject))
                                .toList(),
                        list -> !list.isEmpty())
                .get(0);
    }

    private static String state(String id) {
        return service.jdbc()
                .sql("SELECT state FROM inbox WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static List<String> gaps(String subject) {
        return inbox.gaps().stream()
                .filter(gap -> gap.subject().equals(subject))
                .map(gap -> gap.first() + "-" + gap.last())
                .toList();
    }

    private static List<String> incidents(String message) {
        return service.jdbc()
                .sql("SELECT kind FROM inbox_incident WHERE message = :message ORDER BY at")
                .param("message", message)
                .query(String.class)
                .list();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
