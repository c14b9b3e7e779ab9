package org.imprimatur.publication.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.imprimatur.publication.CountedDatabase;
import org.imprimatur.publication.Workshop;
import org.imprimatur.publication.article.Addresses;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.site.Sitemap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ListingsTest {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00.123456Z");
    private static final int EACH = 3;
    private final Workshop workshop = Workshop.open();
    private final JdbcClient jdbc = workshop.get(JdbcClient.class);
    private final CountedDatabase counted = new CountedDatabase(workshop.get(DataSource.class));
    private final Listings listings = workshop.listings(counted);
    private final String journal = workshop.journal();

    @Test
    void a_page_costs_one_statement_and_no_more_rows_than_it_holds_however_many_issues_there_are() {
        for (int issue = 1; issue <= 40; issue++) {
            published(issue, FIRST.plus(Duration.ofDays(issue)));
        }
        List<Listed> page = listings.page(ours(), Optional.of(listed(20, 2)), 5);

        assertThat(page)
                .extracting(Listed::slug)
                .containsExactly("1-20-03", "1-21-01", "1-21-02", "1-21-03", "1-22-01");
        assertThat(counted.statements()).isEqualTo(1);
        assertThat(counted.rows()).isEqualTo(5);
        assertThat(listings.find(journal, 1, 20, new ArticleNumber(2))).contains(listed(20, 2));
        assertThat(listings.count(ours())).isEqualTo(40 * EACH);
        assertThat(counted.statements()).isEqualTo(3);
        assertThat(counted.rows()).isEqualTo(7);
    }

    @Test
    void a_harvest_gives_each_article_once_although_others_are_listed_meanwhile() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("Harvests run with -Dseed=" + seed);
        Random random = new Random(seed);
        int issues = 0;
        List<Listed> harvested = new ArrayList<>();
        Optional<Listed> last = Optional.empty();
        do {
            for (int more = random.nextInt(3); issues < 12 && more >= 0; more--) {
                issues++;
                published(issues, FIRST.plus(Duration.ofDays(issues / 2)));
            }
            List<Listed> page = listings.page(ours(), last, 1 + random.nextInt(5));
            harvested.addAll(page);
            last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
        } while (last.isPresent());

        assertThat(harvested)
                .doesNotHaveDuplicates()
                .hasSize(issues * EACH)
                .isEqualTo(listings.page(ours(), Optional.empty(), 1000));
    }

    @Test
    void what_is_open_withdrawn_or_out_of_the_time_asked_for_is_not_found() {
        published(1, FIRST);
        published(2, FIRST.plusSeconds(10));
        issue(3, "CLOSED", null);
        jdbc.sql("update slot set withdrawn = true where manuscript = :manuscript")
                .param("manuscript", journal + "-1-1")
                .update();
        assertThat(listings.page(ours(), Optional.empty(), 100)).hasSize(2 * EACH - 1);
        assertThat(listings.find(journal, 1, 1, new ArticleNumber(1))).isEmpty();
        assertThat(listings.find(journal, 1, 3, new ArticleNumber(1))).isEmpty();
        assertThat(listings.count(new Listings.Selection(FIRST, FIRST.plusSeconds(10), Optional.of(journal))))
                .isEqualTo(EACH - 1);
    }

    @Test
    void a_sitemap_that_would_be_too_long_is_an_index_of_several_that_hold_every_article_once() {
        published(1, FIRST);
        published(2, FIRST.plusSeconds(10));
        int all = listings.count(Listings.Selection.all());
        Sitemap sitemap = new Sitemap(listings, new Addresses(URI.create("https://journals.example.org/")), all - 1);

        assertThat(sitemap.whole())
                .contains("<sitemapindex", "<loc>https://journals.example.org/sitemap.xml?page=2</loc>")
                .doesNotContain("page=3");
        String both = sitemap.page(1).orElseThrow() + sitemap.page(2).orElseThrow();
        assertThat(both.split("<url>")).hasSize(all + 1);
        assertThat(sitemap.page(3)).isEmpty();
        assertThat(sitemap.page(0)).isEmpty();
        assertThat(sitemap.page(Integer.MAX_VALUE)).isEmpty();
        assertThat(new Sitemap(listings, new Addresses(URI.create("https://journals.example.org")), all).whole())
                .contains("<urlset", "https://journals.example.org/" + journal + "/articles/1-2-03");
    }

    private Listings.Selection ours() {
        return new Listings.Selection(Instant.EPOCH, Listings.Selection.all().before(), Optional.of(journal));
    }

    private Listed listed(int issue, int number) {
        return new Listed(journal, 1, issue, new ArticleNumber(number), FIRST.plus(Duration.ofDays(issue)));
    }

    private void published(int number, Instant at) {
        issue(number, "PUBLISHED", at);
    }

    private void issue(int number, String state, Instant at) {
        UUID id = UUID.randomUUID();
        workshop.inTransaction(() -> {
            jdbc.sql("""
                            insert into issue (id, journal, volume, volume_label, number, label, year, state, first_page,
                                last_number, journal_version, version, opened_at, published_at)
                            values (:id, :journal, 1, 'I', :number, 'x', 2024, :state, 1, 3, 1, 1, now(), :at)""")
                    .param("id", id)
                    .param("journal", journal)
                    .param("number", number)
                    .param("state", state)
                    .param("at", at == null ? null : Timestamp.from(at))
                    .update();
            IntStream.rangeClosed(1, EACH)
                    .forEach(article -> jdbc.sql("""
                            insert into slot (issue, manuscript, number, position, page_count, withdrawn, released)
                            values (:issue, :manuscript, :number, :number, 1, false, true)""")
                            .param("issue", id)
                            .param("manuscript", journal + "-" + number + "-" + article)
                            .param("number", article)
                            .update());
        });
    }
}
