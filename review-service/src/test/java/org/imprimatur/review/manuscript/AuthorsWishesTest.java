package org.imprimatur.review.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.imprimatur.review.testing.ReviewServiceTest;
import org.junit.jupiter.api.Test;

class AuthorsWishesTest extends ReviewServiceTest {

    @Test
    void who_chooses_reviewers_reads_whom_the_authors_suggest_and_whom_not_to_ask() {
        String id = underReview();

        String page = body(get(SANA, "/editor/manuscripts/SAM-" + id + "/reviewers"));

        assertThat(page)
                .contains("Ada Suggested", "ada@example.org", "She knows gas.", "Suggested")
                .contains("Ben Opposed", "We disagree in print.", "Not to be asked");
    }

    @Test
    void nobody_else_reads_it() {
        String id = underReview();
        String link = link(invited(id, "Elena Petrova"));

        assertThat(body(get(null, link))).doesNotContain("Ada Suggested", "Ben Opposed");
        assertThat(body(get(AUTHOR, "/editor/manuscripts/SAM-" + id + "/reviewers")))
                .doesNotContain("Ada Suggested", "Ben Opposed");
    }
}
