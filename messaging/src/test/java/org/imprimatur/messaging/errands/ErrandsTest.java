package org.imprimatur.messaging.errands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.messaging.errands.Errands.Errand;
import org.imprimatur.messaging.errands.Errands.Time;
import org.imprimatur.messaging.sample.Runner;
import org.imprimatur.messaging.sample.Running;
import org.imprimatur.messaging.sample.SampleService;
import org.imprimatur.messaging.testing.TestPostgres;
import org.imprimatur.messaging.time.DomainClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ErrandsTest {

    private static Running service;
    private static Errands errands;
    private static Runner runner;
    private static DomainClock clock;

    @BeforeAll
    static void start() {
        service = new Running(SampleService.start("errands", "imprimatur.clock.begins=2024-02-05T09:00:00Z"));
        errands = service.get(Errands.class);
        runner = service.get(Runner.class);
        clock = service.get(DomainClock.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void domain_time_begins_where_it_was_told_to() {
        assertThat(clock.instant())
                .isBetween(Instant.parse("2024-02-05T09:00:00Z"), Instant.parse("2024-12-31T00:00:00Z"));
    }

    @Test
    void what_is_due_is_run_with_its_values() {
        plan("now", Instant.now(), Time.REAL, Map.of("file", "f1"));
        await().untilAsserted(() -> assertThat(runner.runs("now"))
                .singleElement()
                .satisfies(errand -> assertThat(errand.values()).containsEntry("file", "f1")));
        await().until(() -> gone("now"));
    }

    @Test
    void what_is_due_in_domain_time_is_run_when_the_clock_has_moved_there() {
        plan("in-a-week", clock.instant().plus(Duration.ofDays(7)), Time.DOMAIN, Map.of());
        plan("in-a-real-week", Instant.now().plus(Duration.ofDays(7)), Time.REAL, Map.of());
        assertThat(runner.runs("in-a-week")).isEmpty();
        clock.moveOn(Duration.ofDays(8));
        await().untilAsserted(() -> assertThat(runner.runs("in-a-week")).hasSize(1));
        assertThat(runner.runs("in-a-real-week")).isEmpty();
    }

    @Test
    void a_second_plan_moves_the_date_and_replaces_the_values() {
        plan("moved", Instant.now().plus(Duration.ofDays(1)), Time.REAL, Map.of("n", "1"));
        plan("moved", Instant.now(), Time.REAL, Map.of("n", "2"));
        await().untilAsserted(() -> assertThat(runner.runs("moved"))
                .singleElement()
                .satisfies(errand -> assertThat(errand.values()).containsEntry("n", "2")));
    }

    @Test
    void what_recurs_is_planned_once() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        for (String n : new String[] {"1", "2"}) {
            service.inTransaction(() -> {
                errands.planUnlessPlanned(new Errand(Runner.KIND, "recurring", tomorrow, Time.REAL, Map.of("n", n)));
                return null;
            });
        }
        assertThat(service.jdbc()
                        .sql("SELECT \"values\" FROM errand WHERE key = 'recurring'")
                        .query(String.class)
                        .single())
                .contains("1");
    }

    @Test
    void a_cancelled_errand_is_not_run_and_nothing_to_cancel_is_fine() {
        plan("cancelled", clock.instant().plus(Duration.ofDays(400)), Time.DOMAIN, Map.of());
        errands.cancel(Runner.KIND, "cancelled");
        errands.cancel(Runner.KIND, "cancelled");
        assertThat(gone("cancelled")).isTrue();
    }

    @Test
    void a_rolled_back_plan_is_none() {
        service.rolledBack(() -> errands.plan(
                new Errand(Runner.KIND, "rolled-back", Instant.now().plus(Duration.ofDays(1)), Time.REAL, Map.of())));
        assertThat(gone("rolled-back")).isTrue();
        assertThatThrownBy(() -> errands.plan(new Errand(Runner.KIND, "x", Instant.now(), Time.REAL, Map.of())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_errand_that_wants_to_is_run_again() {
        AtomicInteger runs = new AtomicInteger();
        runner.meet(
                "poll",
                errand -> runs.incrementAndGet() < 3
                        ? new ErrandRunner.Again(Instant.now(), "not there yet")
                        : new ErrandRunner.Finished());
        plan("poll", Instant.now(), Time.REAL, Map.of());
        await().until(() -> gone("poll"));
        assertThat(runs).hasValue(3);
    }

    @Test
    void a_fault_is_shown_and_the_errand_is_run_again() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch mended = new CountDownLatch(1);
        runner.meet("faulty", errand -> {
            if (runs.incrementAndGet() == 1 || mended.getCount() > 0) {
                throw new IllegalStateException("the agency's host is unknown");
            }
            return new ErrandRunner.Finished();
        });
        plan("faulty", Instant.now(), Time.REAL, Map.of());
        await().untilAsserted(() -> assertThat(errands.failing())
                .singleElement()
                .satisfies(failing -> {
                    assertThat(failing.key()).isEqualTo("faulty");
                    assertThat(failing.cause()).contains("the agency's host is unknown");
                    assertThat(failing.nextAttempt()).isNotNull();
                }));
        mended.countDown();
        await().until(() -> gone("faulty"));
        assertThat(errands.failing()).isEmpty();
    }

    @Test
    void a_plan_made_while_it_runs_is_not_lost() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch planned = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        runner.meet("overlap", errand -> {
            if (runs.incrementAndGet() == 1) {
                running.countDown();
                waitFor(planned);
            }
            return new ErrandRunner.Finished();
        });
        plan("overlap", Instant.now(), Time.REAL, Map.of("n", "1"));
        waitFor(running);
        plan("overlap", Instant.now(), Time.REAL, Map.of("n", "2"));
        planned.countDown();
        await().until(() -> gone("overlap"));
        assertThat(runner.runs("overlap"))
                .extracting(errand -> errand.values().get("n"))
                .containsExactly("1", "2");
    }

    @Test
    void an_errand_whose_runner_died_is_taken_up_when_its_lease_has_run_out() {
        Instant due = clock.instant().plus(Duration.ofDays(300));
        plan("orphan", due, Time.DOMAIN, Map.of());
        service.jdbc().sql("""
                        UPDATE errand SET due = clock_timestamp() - interval '1 year', domain_time = false,
                            lease = gen_random_uuid(), leased_until = clock_timestamp() + interval '1 second'
                        WHERE key = 'orphan'
                        """).update();
        clock.moveOn(Duration.ofSeconds(1));
        await().until(() -> gone("orphan"));
        assertThat(runner.runs("orphan")).hasSize(1);
    }

    @Test
    void a_service_that_stops_finishes_the_errand_it_runs_first() throws Exception {
        String database = "spring.datasource.url=" + TestPostgres.freshDatabase("stopping");
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        Running shortLived = new Running(SampleService.start("stopping", database));
        shortLived.get(Runner.class).meet("last", errand -> {
            running.countDown();
            waitFor(stopping);
            return new ErrandRunner.Finished();
        });
        shortLived.inTransaction(() -> {
            shortLived.get(Errands.class).plan(new Errand(Runner.KIND, "last", Instant.now(), Time.REAL, Map.of()));
            return null;
        });
        waitFor(running);
        Thread stop = new Thread(shortLived::close);
        stop.start();
        stopping.countDown();
        stop.join(20_000);
        assertThat(stop.isAlive()).isFalse();
        try (Connection connection = DriverManager.getConnection(database.substring(database.indexOf('=') + 1));
                Statement statement = connection.createStatement();
                ResultSet left = statement.executeQuery("SELECT count(*) FROM errand")) {
            left.next();
            assertThat(left.getInt(1)).isZero();
        }
    }

    private static void plan(String key, Instant due, Time time, Map<String, String> values) {
        service.inTransaction(() -> {
            errands.plan(new Errand(Runner.KIND, key, due, time, values));
            return null;
        });
    }

    private static boolean gone(String key) {
        return service.jdbc()
                        .sql("SELECT count(*) FROM errand WHERE key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
