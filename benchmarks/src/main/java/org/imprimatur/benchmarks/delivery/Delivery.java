package org.imprimatur.benchmarks.delivery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.imprimatur.benchmarks.Rates;
import org.imprimatur.standalone.embedded.EmbeddedKafka;
import org.imprimatur.standalone.embedded.PostgresNode;

/**
 * Both ways on one Kafka node that flushes each message and one PostgreSQL with {@code fsync} on: how long an event takes
 * when little happens, and how many go through when much does. Arguments: a folder for their data, how many events of
 * each way when little happens, and how many rounds when much does.
 */
public final class Delivery {

    /** Threads that do deeds, of each way. */
    private static final int MOUTHS = 4;

    /** Ours has a relay's connection beside the mouths', a listener's beside three workers'. */
    private static final int MOUTHS_OF_THE_BARE = MOUTHS + 1;

    private static final int EARS_OF_THE_BARE = 4;

    private static final int KEYS = 500;

    /** Between an event of one way and the next of the other: on average, each half of it or half as much again. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int UNDER_WAY = 1_000;
    private static final long RAMP = 2_000;
    private static final long SLICE = 8_000;
    private static final long SEED = 20261124;
    private static final String TEXT = "x".repeat(300);

    private final String kafka;
    private final PostgresNode postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private Delivery(String kafka, PostgresNode postgres) {
        this.kafka = kafka;
        this.postgres = postgres;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        try (PostgresNode postgres = PostgresNode.start(folder.resolve("postgres"), folder.resolve("unpacked"));
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            Delivery delivery = new Delivery(kafka.bootstrapServers(), postgres);
            try (Way ours = delivery.ours()) {
                delivery.littleHappens(ours, Integer.parseInt(arguments[1]));
                delivery.muchHappens(ours, Integer.parseInt(arguments[2]));
            }
        }
    }

    private String database() throws SQLException {
        return postgres.database("benchmark_" + databases.incrementAndGet());
    }

    private Way ours() throws SQLException {
        return new Ours(kafka, database(), database());
    }

    private Way bare(int mouths, int ears, boolean batched) throws Exception {
        return new Bare(kafka, bareDatabase(), bareDatabase(), mouths, ears, batched);
    }

    private String bareDatabase() throws Exception {
        String url = database();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                var script = Delivery.class.getResourceAsStream("/db/benchmarks/V1_1__benchmarks.sql")) {
            statement.execute(new String(script.readAllBytes()));
        }
        return url;
    }

    /** Open loop: each event has its moment, whatever became of those before, and is timed from that moment on. */
    private void littleHappens(Way ours, int events) throws Exception {
        try (Way bare = bare(MOUTHS, 1, false)) {
            alternating(ours, bare, events / 2); // warm
            Journeys[] both = alternating(ours, bare, events);
            System.out.printf(
                    "%nAn event when little happens: %d of each way, in turn, one each %d ms.%n",
                    events, TimeUnit.NANOSECONDS.toMillis(PAUSE));
            print("ours", both[0]);
            print("bare", both[1]);
            System.out.printf(
                    "ratio  p50 %.2f, p99 %.2f, max %.2f%n",
                    (double) both[0].whole().p50() / both[1].whole().p50(),
                    (double) both[0].whole().p99() / both[1].whole().p99(),
                    (double) both[0].whole().max() / both[1].whole().max());
        }
    }

    private static void print(String way, Journeys journeys) {
        System.out.printf("%s   %s%n", way, journeys.whole());
        System.out.printf("       of it until the deed's commit: %s%n", journeys.saying());
        System.out.printf("       until it comes to the handler: %s%n", journeys.travelling());
        System.out.printf("       until the effect's commit:     %s%n", journeys.takingEffect());
    }

    private static Journeys[] alternating(Way ours, Way bare, int events) throws Exception {
        Way[] ways = {ours, bare};
        Journeys[] journeys = {new Journeys(events), new Journeys(events)};
        ours.note(journeys[0]);
        bare.note(journeys[1]);
        Random random = new Random(SEED);
        long[] moments = new long[2 * events];
        long moment = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (int i = 0; i < moments.length; i++) {
            moments[i] = moment;
            moment += PAUSE / 2 + random.nextLong(PAUSE);
        }
        AtomicInteger next = new AtomicInteger();
        inThreads(2 * MOUTHS, () -> {
            for (int i = next.getAndIncrement(); i < moments.length; i = next.getAndIncrement()) {
                waitFor(moments[i]);
                journeys[i % 2].begin(i / 2, moments[i]);
                ways[i % 2].go(new Said("key-" + i / 2 % KEYS, i / 2, TEXT));
            }
        });
        journeys[0].awaitAll();
        journeys[1].awaitAll();
        return journeys;
    }

    private static void waitFor(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** As fast as it goes with no more than so many under way, so what is measured is what arrives, not what piles up. */
    private void muchHappens(Way ours, int rounds) throws Exception {
        double[][] rates = new double[3][rounds];
        try (Way bare = bare(MOUTHS_OF_THE_BARE, EARS_OF_THE_BARE, false);
                Way batched = bare(MOUTHS_OF_THE_BARE, EARS_OF_THE_BARE, true)) {
            for (int round = 0; round < rounds; round++) {
                rates[0][round] = rate(ours, MOUTHS);
                rates[1][round] = rate(bare, MOUTHS_OF_THE_BARE);
                rates[2][round] = rate(batched, MOUTHS_OF_THE_BARE);
            }
        }
        System.out.printf(
                "%nEvents a second when much happens: %d rounds of %d s each, %d keys, at most %d under way.%n",
                rounds, SLICE / 1000, KEYS, UNDER_WAY);
        Rates oursRates = Rates.of(rates[0]);
        Rates bareRates = Rates.of(rates[1]);
        Rates batchedRates = Rates.of(rates[2]);
        System.out.println("ours   " + oursRates);
        System.out.println("bare   " + bareRates);
        System.out.println("bare, the records of a poll taking effect in one transaction " + batchedRates);
        System.out.printf(
                "ratio of the medians  ours to bare %.2f, batched to bare %.2f%n",
                oursRates.median() / bareRates.median(), batchedRates.median() / bareRates.median());
    }

    private static double rate(Way way, int mouths) throws Exception {
        Journeys journeys = new Journeys(UNDER_WAY);
        way.note(journeys);
        AtomicLong numbers = new AtomicLong();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService clock = Executors.newSingleThreadExecutor();
        Future<Double> rate = clock.submit(() -> {
            TimeUnit.MILLISECONDS.sleep(RAMP);
            long begun = System.nanoTime();
            long before = journeys.arrived();
            TimeUnit.MILLISECONDS.sleep(SLICE);
            long arrived = journeys.arrived() - before;
            double seconds = (System.nanoTime() - begun) / 1e9;
            enough.set(true);
            return arrived / seconds;
        });
        inThreads(mouths, () -> {
            while (!enough.get()) {
                long number = numbers.getAndIncrement();
                journeys.begin(number, System.nanoTime());
                way.go(new Said("key-" + number % KEYS, number, TEXT));
            }
        });
        clock.shutdown();
        journeys.awaitAll();
        return rate.get();
    }

    private interface Work {

        void run() throws Exception;
    }

    private static void inThreads(int threads, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Void> task = () -> {
                work.run();
                return null;
            };
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(task));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
