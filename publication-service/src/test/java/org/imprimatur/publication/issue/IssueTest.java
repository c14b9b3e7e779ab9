package org.imprimatur.publication.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.imprimatur.publication.Generator;
import org.imprimatur.publication.article.Articles;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.PageRange;
import org.junit.jupiter.api.Test;

class IssueTest {
    private static final Instant NOW = Instant.parse("2024-06-01T10:00:00Z");

    private static Issue empty(int firstPage) {
        return Issue.opened(new UUID(1, 1), "qip", Articles.ISSUE, firstPage, NOW);
    }

    private static Issue allocated(Issue issue, String manuscript) {
        return issue.with(manuscript, slot -> slot.paged(true));
    }

    @Test
    void an_article_number_is_never_given_again() {
        Issue issue = empty(1).scheduled("a", 5).scheduled("b", 5).without("b").scheduled("c", 5);
        assertThat(issue.slot("c").orElseThrow().number()).isEqualTo(new ArticleNumber(3));
    }

    @Test
    void moving_an_article_changes_pages_but_no_number() {
        Issue issue = allocated(allocated(empty(1).scheduled("a", 13).scheduled("b", 10), "a"), "b");
        Issue moved = issue.moved("b", 1);
        assertThat(moved.pages("b")).contains(new PageRange(1, 10));
        assertThat(moved.pages("a")).contains(new PageRange(11, 23));
        assertThat(moved.slot("a").orElseThrow().number()).isEqualTo(new ArticleNumber(1));
    }

    @Test
    void an_article_that_was_given_no_pages_takes_none() {
        Issue issue = allocated(empty(7).scheduled("a", 13).scheduled("b", 10), "b");
        assertThat(issue.pages()).containsOnlyKeys("b").containsValue(new PageRange(7, 16));
        assertThat(issue.nextPage()).isEqualTo(17);
    }

    @Test
    void whatever_is_done_in_whatever_order_pages_have_no_gap_and_numbers_are_never_reused() {
        Generator.aThousand(Random::nextLong).forEach(seed -> {
            Random random = new Random(seed);
            int first = 1 + random.nextInt(100);
            Issue issue = empty(first);
            Set<ArticleNumber> given = new HashSet<>();
            for (int step = 0; step < 30; step++) {
                List<String> held = issue.slots().stream().map(Slot::manuscript).toList();
                String one = held.isEmpty() ? null : held.get(random.nextInt(held.size()));
                int act = random.nextInt(5);
                if (act == 0 || one == null) {
                    issue = issue.scheduled("m" + step, 1 + random.nextInt(30));
                    assertThat(given.add(issue.slot("m" + step).orElseThrow().number()))
                            .isTrue();
                } else if (act == 1) {
                    issue = issue.without(one);
                } else if (act == 2) {
                    issue = issue.moved(one, 1 + random.nextInt(held.size()));
                } else {
                    boolean paged = act == 3;
                    issue = issue.with(one, slot -> slot.paged(paged));
                }
                assertContiguous(first, new ArrayList<>(issue.pages().values()));
            }
        });
    }

    private static void assertContiguous(int first, List<PageRange> ranges) {
        int next = first;
        for (PageRange range : ranges) {
            assertThat(range.first()).isEqualTo(next);
            next = range.last() + 1;
        }
    }
}
