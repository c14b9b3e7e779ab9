package org.imprimatur.benchmarks.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.imprimatur.benchmarks.Spread;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.desk.MailTrail;
import org.imprimatur.review.desk.Queue;
import org.imprimatur.review.desk.Queue.Asked;
import org.imprimatur.review.desk.Queue.Move;
import org.imprimatur.review.desk.Queue.Order;
import org.imprimatur.review.desk.Queue.Row;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;

/**
 * The dashboard's first page, a search and the manuscript page over HTTP, twenty requests at once, beside the same rows
 * read by the same statements without HTTP and page; with 10,000 manuscripts and with 1,000,000.
 */
public final class Dashboard {

    private static final int AT_ONCE = 20;
    // before it the compiler takes half of both cores, and it is the compiler that is measured
    private static final int WARM = 2_000;
    private static final int REQUESTS = 400;
    private static final String[] WORDS = {
        "Place4711", "Ayesha Name77", "water and treaty", "J3-2002-0000", "exile region pla"
    };

    private Dashboard() {}

    private record Measured(Spread page, Spread rows) {}

    /**
     * Arguments: how many manuscripts, once or several times; {@code --serve} fills with the first number, says where the
     * service is, and keeps it up until a line is read.
     */
    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        List<Integer> sizes = given.stream()
                .filter(argument -> !argument.startsWith("--"))
                .map(Integer::valueOf)
                .toList();
        if (given.contains("--serve")) {
            serve(sizes.get(0));
            return;
        }
        Map<Integer, Map<String, Measured>> all = new LinkedHashMap<>();
        for (int size : sizes) {
            all.put(size, measured(size));
        }
        System.out.printf(
                "%n| what, %d at once | manuscripts | over HTTP | the same rows without HTTP |%n|---|---|---|---|%n",
                AT_ONCE);
        all.forEach((size, measured) -> measured.forEach(
                (what, one) -> System.out.printf("| %s | %,d | %s | %s |%n", what, size, one.page(), one.rows())));
        if (sizes.size() == 2) {
            System.out.println();
            all.get(sizes.get(0)).forEach((what, small) -> {
                Measured large = all.get(sizes.get(1)).get(what);
                System.out.printf(
                        "%s, %,d to %,d: p50 %.2f times, p99 %.2f times; rows alone p50 %.2f times%n",
                        what,
                        sizes.get(1),
                        sizes.get(0),
                        (double) large.page().p50() / small.page().p50(),
                        (double) large.page().p99() / small.page().p99(),
                        (double) large.rows().p50() / small.rows().p50());
            });
        }
    }

    private static void serve(int size) throws Exception {
        withService(size, service -> {
            System.out.println("review-service: " + service.address() + "  X-Imprimatur-Person: "
                    + service.assertion(Service.MANAGING_EDITOR));
            System.in.read();
            return null;
        });
    }

    private interface Doing<T> {
        T with(Service service) throws Exception;
    }

    private static <T> T withService(int size, Doing<T> doing) throws Exception {
        Path folder = Files.createTempDirectory("dashboard-benchmark");
        try (Service service = new Service(folder)) {
            long begun = System.nanoTime();
            Filling.fill(service.part(DataSource.class), size);
            System.err.printf("filled %,d manuscripts in %d s%n", size, (System.nanoTime() - begun) / 1_000_000_000);
            return doing.with(service);
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Map<String, Measured> measured(int size) throws Exception {
        return withService(size, service -> {
            Queue queue = service.part(Queue.class);
            Actor.Person actor = new Actor.Person(
                    Service.MANAGING_EDITOR.account(),
                    IntStream.rangeClosed(1, Filling.JOURNALS)
                            .mapToObj(journal -> new Actor.Held("j" + journal, Role.MANAGING_EDITOR))
                            .collect(java.util.stream.Collectors.toSet()));
            Instant now = Instant.now();
            List<String> numbers = queue.rows(actor, asked(Move.ANY, ""), now, 1_000).stream()
                    .map(Row::number)
                    .toList();
            Map<String, Measured> measured = new LinkedHashMap<>();
            measured.put(
                    "first page: my move",
                    new Measured(
                            http(service, n -> "/editor"), rows(n -> listed(queue, actor, asked(Move.MINE, ""), now))));
            measured.put(
                    "first page: everything",
                    new Measured(
                            http(service, n -> "/editor?move=any"),
                            rows(n -> listed(queue, actor, asked(Move.ANY, ""), now))));
            measured.put(
                    "search",
                    new Measured(
                            http(service, n -> "/editor?q=" + WORDS[n % WORDS.length].replace(" ", "%20")),
                            rows(n -> listed(queue, actor, asked(Move.ANY, WORDS[n % WORDS.length]), now))));
            Manuscripts manuscripts = service.part(Manuscripts.class);
            History history = service.part(History.class);
            MailTrail mails = service.part(MailTrail.class);
            measured.put(
                    "manuscript page",
                    new Measured(
                            http(service, n -> "/editor/manuscripts/" + numbers.get(n % numbers.size())),
                            rows(n -> read(manuscripts, history, mails, numbers.get(n % numbers.size())))));
            return measured;
        });
    }

    private static Asked asked(Move move, String words) {
        return new Asked(
                Optional.empty(),
                move,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                words,
                Order.OLDEST,
                null);
    }

    private static Object listed(Queue queue, Actor.Person actor, Asked asked, Instant now) {
        return List.of(queue.rows(actor, asked, now, 26), queue.counts(actor, now));
    }

    private static Object read(Manuscripts manuscripts, History history, MailTrail mails, String number) {
        Manuscript manuscript = manuscripts.byNumber(number).orElseThrow();
        return List.of(
                manuscripts.byLine(manuscript.id()),
                manuscripts.versions(manuscript.id()),
                manuscripts.standing(manuscript.id()),
                history.of(manuscript.id()),
                mails.of(manuscript.id()));
    }

    private static Spread http(Service service, IntFunction<String> path) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return spread(n -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + path.apply(n)))
                    .header("X-Imprimatur-Person", service.assertion(Service.MANAGING_EDITOR))
                    .header("Accept", "text/html")
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(request.uri() + " answered " + answer.statusCode());
            }
            return answer;
        });
    }

    private static Spread rows(IntFunction<Object> read) throws Exception {
        return spread(read::apply);
    }

    private interface Numbered {
        Object run(int n) throws Exception;
    }

    private static Spread spread(Numbered one) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            times(people, one, WARM);
            Spread spread = Spread.of(times(people, one, REQUESTS));
            // what was measured before a fault is not lost
            System.err.println(spread);
            return spread;
        } finally {
            people.shutdownNow();
        }
    }

    private static long[] times(ExecutorService people, Numbered one, int times)
            throws InterruptedException, ExecutionException {
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            int which = n;
            tasks.add(() -> {
                long begun = System.nanoTime();
                one.run(which);
                return System.nanoTime() - begun;
            });
        }
        long[] measured = new long[times];
        List<Future<Long>> done = people.invokeAll(tasks);
        for (int n = 0; n < times; n++) {
            measured[n] = done.get(n).get();
        }
        return measured;
    }
}
