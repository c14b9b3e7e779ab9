package org.imprimatur.review.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.imprimatur.review.way.EditorialProcess.Word.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

/** What stands behind the link of an invitation. Nobody is signed in here. */
class ReviewersPagesTest extends ReviewServiceTest {

    private String manuscript;
    private String invitation;
    private String link;

    @BeforeEach
    void an_invitation() {
        manuscript = underReview();
        invitation = invited(manuscript, "Elena Petrova");
        link = link(invitation);
        process.words.clear();
    }

    private String state() {
        return jdbc.sql("select state from invitation where id = ?")
                .param(invitation)
                .query(String.class)
                .single();
    }

    private MvcResult accepted() {
        return post(null, link, "answer", "yes");
    }

    private static String[] whole() {
        return new String[] {
            "question", "well", "evidence", "fairly", "earlier-work", "cant-say",
            "to-authors", "A good question <b>indeed</b>.", "to-editor", "I know the field.", "recommendation", "minor"
        };
    }

    @Test
    void the_link_shows_title_and_abstract_and_changes_nothing() {
        for (int time = 0; time < 3; time++) {
            MvcResult page = get(null, link);
            assertThat(status(page)).isEqualTo(200);
            assertThat(body(page)).contains("Gas and Diplomacy", "gas &amp; diplomacy", "Elena Petrova");
        }
        assertThat(state()).isEqualTo("invited");
        assertThat(process.words).isEmpty();
    }

    @Test
    void an_answer_needs_the_forms_seal() throws Exception {
        int status = mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(link)
                        .param("answer", "yes"))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isEqualTo(403);
        assertThat(state()).isEqualTo("invited");
    }

    @Test
    void who_says_yes_goes_straight_to_the_review_page() {
        MvcResult answer = accepted();
        assertThat(status(answer)).isEqualTo(303);
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo(link + "/report");
        assertThat(process.told()).containsExactly(Kind.INVITATION_ACCEPTED);
        assertThat(said(manuscript)).contains("imprimatur.review.invitation-accepted.v1");
        assertThat(body(get(null, link + "/report"))).contains("Gas moves by pipe", "The difficult politics of peace");
    }

    @Test
    void who_says_no_is_thanked_and_the_reason_stays_with_the_editors() {
        MvcResult answer = post(null, link, "answer", "no", "reason", "No time before May");
        assertThat(status(answer)).isEqualTo(303);
        assertThat(body(get(null, link))).contains("You declined this review");
        assertThat(process.told()).containsExactly(Kind.INVITATION_DECLINED);
        assertThat(body(get(SANA, "/editor/manuscripts/SAM-" + manuscript))).contains("No time before May");
    }

    @Test
    void neither_yes_nor_no_is_422_and_keeps_what_was_typed() {
        MvcResult page = post(null, link, "reason", "I am not sure");
        assertThat(status(page)).isEqualTo(422);
        assertThat(body(page)).contains("Say yes or no.", "I am not sure");
        assertThat(state()).isEqualTo("invited");
    }

    @Test
    void an_invitation_answered_a_second_time_shows_how_it_stands_and_changes_nothing() {
        accepted();
        MvcResult again = post(null, link, "answer", "no", "reason", "I changed my mind");
        assertThat(status(again)).isEqualTo(409);
        assertThat(body(again)).contains("You have answered already: you accepted.");
        assertThat(state()).isEqualTo("accepted");
        assertThat(process.told()).containsExactly(Kind.INVITATION_ACCEPTED);
        MvcResult look = get(null, link);
        assertThat(status(look)).isEqualTo(200);
        assertThat(body(look)).contains("You are reviewing this manuscript");
    }

    @Test
    void a_second_answer_after_a_no_keeps_the_words_that_were_typed() {
        post(null, link, "answer", "no");
        MvcResult again = post(null, link, "answer", "no", "reason", "and ask Dr Osei");
        assertThat(status(again)).isEqualTo(409);
        assertThat(body(again)).contains("You declined this review", "and ask Dr Osei");
    }

    @Test
    void an_expired_link_is_gone_and_says_why() {
        transaction.executeWithoutResult(status -> steps.expire(invitation));
        MvcResult page = get(null, link);
        assertThat(status(page)).isEqualTo(410);
        assertThat(body(page)).contains("The time to answer is over");
        assertThat(status(post(null, link, "answer", "yes"))).isEqualTo(410);
        assertThat(state()).isEqualTo("expired");
    }

    @Test
    void a_revoked_link_is_gone_even_for_a_review_that_was_begun_and_its_words_come_back() {
        accepted();
        transaction.executeWithoutResult(status -> steps.closeRound(manuscript, 1));
        assertThat(status(get(null, link))).isEqualTo(410);
        assertThat(status(get(null, link + "/report"))).isEqualTo(410);
        MvcResult late = post(null, link + "/report/look", whole());
        assertThat(status(late)).isEqualTo(410);
        assertThat(body(late)).contains("taken back", "A good question &lt;b&gt;indeed&lt;/b&gt;.");
        assertThat(state()).isEqualTo("revoked");
    }

    @Test
    void a_mistyped_link_is_404_and_says_what_to_do() {
        for (String wrong :
                List.of(link.substring(0, link.length() - 1), link + "x", "/review/nonsense", "/review/%00")) {
            MvcResult page = get(null, wrong);
            assertThat(status(page)).as(wrong).isIn(404, 400);
            assertThat(body(page)).doesNotContain("Gas and Diplomacy", "Exception");
        }
        assertThat(body(get(null, "/review/nonsense"))).contains("We don’t know this link");
        assertThat(status(post(null, "/review/nonsense", "answer", "yes"))).isEqualTo(404);
        assertThat(status(post(null, "/review/nonsense/report", "x", "y"))).isEqualTo(404);
    }

    @Test
    void several_links_live_at_once() {
        String second = "/review/"
                + letter(invitation, "answer-reminder", 101)
                        .text()
                        .replaceAll("(?s).*https://journal.example.org/review/(\\S+).*", "$1");
        assertThat(second).isNotEqualTo(link);
        assertThat(status(get(null, link))).isEqualTo(200);
        assertThat(status(get(null, second))).isEqualTo(200);
    }

    @Test
    void a_review_is_saved_as_it_is_typed_and_comes_back_on_any_device() {
        accepted();
        MvcResult saved = post(null, link + "/report/draft", "to-authors", "A good", "evidence", "well");
        assertThat(status(saved)).isEqualTo(303);
        assertThat(body(get(null, link + "/report"))).contains("A good");
        assertThat(process.told()).containsExactly(Kind.INVITATION_ACCEPTED);
    }

    @Test
    void an_incomplete_review_is_422_names_what_is_missing_and_loses_nothing() {
        accepted();
        MvcResult page = post(null, link + "/report/look", "to-authors", "A good question.", "evidence", "well");
        assertThat(status(page)).isEqualTo(422);
        assertThat(body(page)).contains("A good question.", "Choose what you recommend.");
        assertThat(state()).isEqualTo("accepted");
    }

    @Test
    void a_review_is_looked_over_and_sent_once() {
        accepted();
        MvcResult look = post(null, link + "/report/look", whole());
        assertThat(status(look)).isEqualTo(200);
        assertThat(body(look)).contains("A last look", "A good question &lt;b&gt;indeed&lt;/b&gt;.");
        assertThat(state()).isEqualTo("accepted");
        assertThat(status(post(null, link + "/report"))).isEqualTo(303);
        assertThat(state()).isEqualTo("reviewed");
        assertThat(process.told()).containsExactly(Kind.INVITATION_ACCEPTED, Kind.REVIEW_SUBMITTED);
        assertThat(status(post(null, link + "/report"))).isEqualTo(409);
        MvcResult late = post(null, link + "/report/draft", "to-authors", "On second thoughts");
        assertThat(status(late)).isEqualTo(409);
        assertThat(body(late)).contains("Your review is in", "On second thoughts");
    }

    @Test
    void a_text_that_is_too_long_is_422_and_comes_back() {
        accepted();
        MvcResult page = post(null, link + "/report/look", "to-authors", "x".repeat(Review.LONGEST + 1));
        assertThat(status(page)).isEqualTo(422);
        assertThat(body(page)).contains("At most 100000 characters", "xxxxxxxxxx");
    }

    @Test
    void a_review_can_be_given_back() {
        accepted();
        assertThat(status(post(null, link + "/withdrawal", "reason", "ill"))).isEqualTo(303);
        assertThat(state()).isEqualTo("withdrew");
        assertThat(process.told()).containsExactly(Kind.INVITATION_ACCEPTED, Kind.REVIEWER_WITHDREW);
    }

    @Test
    void no_referer_leaves_these_pages_and_nothing_is_kept_by_a_cache() {
        MvcResult page = get(null, link);
        assertThat(page.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getResponse().getHeader("X-Robots-Tag")).isEqualTo("noindex");
    }

    /** Every page and mail that a reviewer can reach, in every state, searched for the authors. */
    @Test
    void nothing_that_a_reviewer_can_reach_names_an_author() {
        List<MvcResult> pages = new java.util.ArrayList<>();
        pages.add(get(null, link));
        pages.add(post(null, link, "reason", "?"));
        pages.add(accepted());
        pages.add(get(null, link));
        pages.add(get(null, link + "/report"));
        pages.add(get(null, link + "/report/copy"));
        pages.add(post(null, link + "/report/draft", "to-authors", "A good"));
        pages.add(post(null, link + "/report/look", "to-authors", "A good"));
        pages.add(post(null, link + "/report/look", whole()));
        pages.add(post(null, link + "/report"));
        pages.add(get(null, link));
        pages.add(get(null, link + "/report"));
        for (MvcResult page : pages) {
            String headers = page.getResponse().getHeaderNames().stream()
                    .map(name -> name + page.getResponse().getHeaders(name))
                    .toList()
                    .toString();
            assertThat(body(page) + headers).doesNotContain(AUTHORS_NAMES.toArray(String[]::new));
        }
        for (String kind : List.of("review-thanks", "invitation-revoked", "invitation-declined", "reviewer-withdrew")) {
            var mail = letter(invitation, kind, 0);
            assertThat(mail.html() + mail.text() + mail.subject() + mail.headers())
                    .doesNotContain(AUTHORS_NAMES.toArray(String[]::new))
                    .doesNotContain("[(", " th:");
        }
    }

    @Test
    void what_the_author_wrote_is_escaped() {
        accepted();
        assertThat(body(get(null, link + "/report")))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }
}
