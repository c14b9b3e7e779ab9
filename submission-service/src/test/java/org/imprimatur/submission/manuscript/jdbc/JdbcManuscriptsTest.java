package org.imprimatur.submission.manuscript.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imprimatur.submission.manuscript.ArticleType;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Manuscripts;
import org.imprimatur.submission.manuscript.ManuscriptsContract;
import org.junit.jupiter.api.Test;

class JdbcManuscriptsTest extends ManuscriptsContract {

    private static final int WRITERS = 8;

    private final Manuscripts manuscripts = Database.manuscripts();

    @Override
    protected Manuscripts manuscripts() {
        return manuscripts;
    }

    private static <T> List<T> atOnce(Callable<T> act) throws Exception {
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int at = 0; at < WRITERS; at++) {
                running.add(writers.submit(() -> {
                    together.await();
                    return act.call();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void writers_at_once_get_each_number_once() throws Exception {
        String journal = "j-" + UUID.randomUUID();

        List<List<String>> numbers = atOnce(() -> {
            List<String> mine = new ArrayList<>();
            for (int at = 0; at < 10; at++) {
                mine.add(Database.transaction().execute(status -> manuscripts.nextNumber(journal, "ABC", 2024)));
            }
            return mine;
        });

        assertThat(numbers.stream().flatMap(List::stream))
                .hasSize(10 * WRITERS)
                .doesNotHaveDuplicates()
                .contains("ABC-2024-001", "ABC-2024-080");
    }

    @Test
    void of_windows_that_store_at_once_exactly_one_wins() throws Exception {
        Instant now = Instant.parse("2024-02-05T09:00:00Z");
        Manuscript opened = manuscripts
                .store(Manuscript.draft(
                        UUID.randomUUID().toString(), "a1", "gpr", "articles", ArticleType.RESEARCH_ARTICLE, now))
                .orElseThrow();

        List<Optional<Manuscript>> stored = atOnce(() -> Database.transaction()
                .execute(status -> manuscripts.store(
                        opened.answering(Thread.currentThread().getName(), now))));

        assertThat(stored).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(manuscripts.find(opened.id()))
                .isEqualTo(stored.stream().flatMap(Optional::stream).findFirst());
    }
}
