package org.imprimatur.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.sample.Words.Told;
import org.imprimatur.messaging.testing.TestPostgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances with three workers each on one database. */
class TwoInstancesTest {

    private static final int MESSAGES = 40;

    @ParameterizedTest
    @ValueSource(longs = 20240610)
    void a_subject_is_handled_by_one_at_a_time_in_order_and_each_message_once(long seed) {
        String database = "spring.datasource.url=" + TestPostgres.freshDatabase("two-instances");
        String[] settings = {database, "imprimatur.messaging.listen=sample"};
        try (Running one = new Running(SampleService.start("two-instances", settings));
                Running other = new Running(SampleService.start("two-instances", settings));
                Wire wire = new Wire()) {
            Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
            Set<String> failed = ConcurrentHashMap.newKeySet();
            Set<String> overlapping = ConcurrentHashMap.newKeySet();
            Random random = new Random(seed);
            BiFunction<Told, Received, Handling> whim = (message, received) -> {
                AtomicInteger here = busy.computeIfAbsent(message.subject(), subject -> new AtomicInteger());
                if (here.incrementAndGet() > 1) {
                    overlapping.add(received.id());
                }
                try {
                    boolean fails;
                    synchronized (random) {
                        fails = random.nextInt(5) == 0;
                    }
                    if (fails && failed.add(received.id())) {
                        throw new IllegalStateException("the first attempt fails, seed " + seed);
                    }
                    return Handling.done();
                } finally {
                    here.decrementAndGet();
                }
            };
            List<String> subjects = List.of("pair-1", "pair-2", "pair-3", "pair-4");
            subjects.forEach(subject -> {
                one.ear().meet(subject, whim);
                other.ear().meet(subject, whim);
            });
            for (int i = 1; i <= MESSAGES; i++) {
                for (String subject : subjects) {
                    wire.tell(subject, i, "n" + i);
                }
            }
            for (String subject : subjects) {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(one.effects(subject))
                                .as("seed %s", seed)
                                .containsExactlyElementsOf(IntStream.rangeClosed(1, MESSAGES)
                                        .mapToObj(n -> "n" + n)
                                        .toList()));
            }
            assertThat(overlapping).isEmpty();
            assertThat(failed).isNotEmpty();
        }
    }
}
