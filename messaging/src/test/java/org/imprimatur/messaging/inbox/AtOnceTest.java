package org.imprimatur.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.messaging.sample.Ear;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.Words.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that come by themselves, handled in the transaction that stores them. */
class AtOnceTest {

    private static final Duration QUICK = Duration.ofMillis(500);

    private static Running service;
    private static Wire wire;
    private static Ear<Told> ear;

    @BeforeAll
    static void start() {
        service = new Running(SampleService.start(
                "at-once",
                "imprimatur.messaging.listen[0]=sample",
                "imprimatur.messaging.at-once=" + QUICK.toMillis() + "ms"));
        wire = new Wire();
        ear = service.ear();
    }

    @AfterAll
    static void stop() {
        wire.close();
        service.close();
    }

    /** The first of a kind may take long. */
    @BeforeEach
    void warm() {
        AtomicInteger sent = new AtomicInteger();
        String subject = "warm-" + System.nanoTime();
        await().until(() -> {
            int number = sent.incrementAndGet();
            return storedAsHandled(subject, number);
        });
    }

    @Test
    void what_comes_alone_is_handled_in_the_transaction_that_stores_it() {
        assertThat(storedAsHandled("alone", 1)).isTrue();
        assertThat(storedAsHandled("alone", 2)).isTrue();
        assertThat(service.effects("alone")).containsExactly("n1", "n2");
    }

    @Test
    void what_comes_together_is_handled_in_the_transaction_that_stores_it_in_its_order() {
        List<String> states = new CopyOnWriteArrayList<>();
        Set<String> transactions = ConcurrentHashMap.newKeySet();
        List<String> subjects = List.of("crowd-0", "crowd-1", "crowd-2", "crowd-3", "crowd-4");
        subjects.forEach(subject -> ear.meet(subject, (message, received) -> {
            states.add(state(received.id()));
            transactions.add(transaction());
            return Handling.done();
        }));
        whileNothingCanBeStored(() -> {
            for (int number = 1; number <= 3; number++) {
                for (String subject : subjects) {
                    wire.tell(subject, number, "n" + number);
                }
            }
        });
        assertThat(subjects)
                .allSatisfy(subject -> await().untilAsserted(
                                () -> assertThat(service.effects(subject)).containsExactly("n1", "n2", "n3")));
        assertThat(states).hasSize(15).containsOnly("DONE");
        assertThat(transactions).hasSizeLessThan(15);
    }

    @Test
    void of_what_comes_together_one_that_fails_or_is_early_takes_nothing_with_it() {
        ear.meet("mixed-1", (message, received) -> {
            throw new IllegalStateException("never");
        });
        ear.meet("mixed-2", (message, received) -> Handling.early("later"));
        whileNothingCanBeStored(() -> {
            for (int i = 0; i < 5; i++) {
                wire.tell("mixed-" + i, 1, "n1");
            }
        });
        for (String subject : List.of("mixed-0", "mixed-3", "mixed-4")) {
            await().untilAsserted(() -> assertThat(service.effects(subject)).containsExactly("n1"));
        }
        await().untilAsserted(() -> assertThat(state("mixed-1/n1")).isEqualTo("PARKED"));
        await().untilAsserted(() -> assertThat(state("mixed-2/n1")).isEqualTo("EARLY"));
        ear.calm("mixed-1");
        ear.calm("mixed-2");
        service.get(Inbox.class).skip("mixed-1/n1", "account/7", "it was a test");
    }

    /** The listener waits with a first message while the others arrive, so that its next poll brings them together. */
    private static void whileNothingCanBeStored(Runnable others) {
        service.inTransaction(() -> {
            service.jdbc().sql("LOCK TABLE inbox IN SHARE ROW EXCLUSIVE MODE").update();
            wire.tell("first-" + System.nanoTime(), 1, "n1");
            await().until(() -> service.jdbc()
                            .sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'inbox'::regclass")
                            .query(Integer.class)
                            .single()
                    > 0);
            others.run();
            return null;
        });
    }

    @Test
    void a_kind_that_took_long_is_left_to_the_workers_until_it_is_quick_again() {
        ear.meet("slow", (message, received) -> {
            waitFor(QUICK);
            return Handling.done();
        });
        wire.tell("slow", 1, "n1");
        await().untilAsserted(() -> assertThat(service.effects("slow")).containsExactly("n1"));
        assertThat(storedAsHandled("after-slow", 1)).isFalse();
        assertThat(storedAsHandled("after-slow", 2)).isTrue();
    }

    @Test
    void nothing_is_handled_at_once_while_something_of_its_subject_waits() {
        ear.meet("blocked", (message, received) -> {
            throw new IllegalStateException("not now");
        });
        wire.tell("blocked", 1, "n1");
        await().until(() -> service.get(Inbox.class).parked().stream()
                .anyMatch(parked -> parked.subject().equals("blocked")));
        wire.tell("blocked", 2, "n2");
        await().until(() -> state("blocked/n2").equals("NEW"));
        ear.calm("blocked");
        service.get(Inbox.class).tryAgain("blocked/n1", "account/7");
        await().untilAsserted(() -> assertThat(service.effects("blocked")).containsExactly("n1", "n2"));
    }

    @Test
    void quick_messages_of_many_subjects_share_a_transaction_and_one_that_fails_or_is_early_takes_nothing_with_it() {
        List<String> transactions = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 20; i++) {
            ear.meet("shared-" + i, (message, received) -> {
                transactions.add(transaction());
                return Handling.done();
            });
        }
        together(20, "shared-", "n1");
        assertThat(Set.copyOf(transactions)).hasSizeLessThan(20);

        AtomicInteger failures = new AtomicInteger();
        ear.meet("shared-3", (message, received) -> {
            failures.incrementAndGet();
            throw new IllegalStateException("never");
        });
        ear.meet("shared-5", (message, received) -> Handling.early("later"));
        together(20, "shared-", "n2", "shared-3", "shared-5");
        await().untilAsserted(() -> assertThat(service.get(Inbox.class).parked())
                .extracting(Inbox.Parked::subject)
                .contains("shared-3"));
        assertThat(failures).hasValueGreaterThanOrEqualTo(2);
        assertThat(state("shared-5/n2")).isEqualTo("EARLY");
        assertThat(service.effects("shared-3")).containsExactly("n1");
        ear.calm("shared-3");
        ear.calm("shared-5");
        service.get(Inbox.class).skip("shared-3/n2", "account/7", "it was a test");
    }

    /** Sends one about each while the listener is held, so that they come together; then each but those takes effect. */
    private static void together(int subjects, String prefix, String text, String... without) {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch holding = new CountDownLatch(1);
        ear.meet("holder-" + text, (message, received) -> {
            holding.countDown();
            waitFor(held);
            return Handling.done();
        });
        wire.tell("holder-" + text, 1, "n1");
        waitFor(holding);
        for (int i = 0; i < subjects; i++) {
            wire.tell(prefix + i, Integer.parseInt(text.substring(1)), text);
        }
        held.countDown();
        for (int i = 0; i < subjects; i++) {
            String subject = prefix + i;
            if (!List.of(without).contains(subject)) {
                await().untilAsserted(() -> assertThat(service.effects(subject)).endsWith(text));
                assertThat(service.effects(subject)).doesNotHaveDuplicates();
            }
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String transaction() {
        return service.jdbc()
                .sql("SELECT pg_current_xact_id()::text")
                .query(String.class)
                .single();
    }

    /** Whether the message was stored as handled when its handler looked. */
    private static boolean storedAsHandled(String subject, int number) {
        List<String> states = new CopyOnWriteArrayList<>();
        String text = "n" + number;
        ear.meet(subject, (message, received) -> {
            states.add(state(received.id()));
            return Handling.done();
        });
        wire.tell(subject, number, text);
        await().until(() -> service.effects(subject).contains(text));
        assertThat(states).hasSize(1);
        return states.contains("DONE");
    }

    private static String state(String id) {
        return service.jdbc()
                .sql("SELECT state FROM inbox WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("unknown");
    }

    private static void waitFor(Duration time) {
        try {
            assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
