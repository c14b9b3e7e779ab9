package org.imprimatur.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.manuscript.HandedIn;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.imprimatur.review.testing.Samples;
import org.imprimatur.review.testing.WordFile;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A manuscript's way through peer review, with the real process, by the pages that people use. */
@TestPropertySource(properties = {"imprimatur.test.real-process=true", "imprimatur.test.database=review_way"})
class TheWayOfAManuscriptTest extends ReviewServiceTest {

    private String id;

    private String page() {
        return "/editor/manuscripts/SAM-" + id;
    }

    private void standsAt(String step) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(jdbc.sql("select step from standing where manuscript = ?")
                                .param(id)
                                .query(String.class)
                                .optional())
                        .contains(step));
    }

    private String invitationOf(String reviewer, int round) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> jdbc.sql("select id from invitation where manuscript = ? and reviewer = ? and round = ?")
                                .params(id, reviewer, round)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<String> mailsTo(String recipient) {
        return jdbc.sql("select template from mail where about = ? and recipient = ? order by template")
                .params(id, recipient)
                .query(String.class)
                .list();
    }

    private String reviews(String reviewer, int round, String recommendation) {
        String link = link(invitationOf(reviewer, round));
        assertThat(status(post(null, link, "answer", "yes"))).isEqualTo(303);
        assertThat(status(post(
                        null,
                        link + "/report/look",
                        "question",
                        "well",
                        "evidence",
                        "fairly",
                        "earlier-work",
                        "well",
                        "to-authors",
                        "Words in round " + round,
                        "to-editor",
                        "",
                        "recommendation",
                        recommendation)))
                .isEqualTo(200);
        assertThat(status(post(null, link + "/report"))).isEqualTo(303);
        return link;
    }

    @Test
    void from_submission_through_a_decline_an_expiry_and_a_revision_to_production() {
        id = submitted();
        standsAt("screening");
        assertThat(body(get(FARAH, page()))).contains("<svg", "Screen");
        assertThat(status(post(FARAH, page() + "/screening", "verdict", "pass", "handlingEditor", "sana")))
                .isEqualTo(303);
        standsAt("choosing-reviewers");

        String ann = reviewer("Anna Berg");
        String ben = reviewer("Benno Carl");
        String cleo = reviewer("Cleo Dahl");
        String dora = reviewer("Dora Egge");
        assertThat(status(post(SANA, page() + "/reviewers", "chosen", ann + "," + ben, "alternate", cleo + "," + dora)))
                .isEqualTo(303);
        standsAt("peer-review");
        assertThat(mailsTo("reviewer/" + ann)).containsExactly("invitation");

        assertThat(status(post(null, link(invitationOf(ben, 1)), "answer", "no", "reason", "no time")))
                .isEqualTo(303);
        String third = invitationOf(cleo, 1);
        String annsLink = reviews(ann, 1, "major");

        clock.moveOn(Duration.ofDays(8));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mailsTo("reviewer/" + cleo)).contains("answer-reminder"));
        clock.moveOn(Duration.ofDays(7));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(jdbc.sql("select state from invitation where id = ?")
                                .param(third)
                                .query(String.class)
                                .single())
                        .isEqualTo("expired"));
        assertThat(status(get(null, annsLink))).isEqualTo(200);
        reviews(dora, 1, "minor");
        standsAt("decision");
        assertThat(body(get(SANA, page() + "/decision"))).contains("The journal’s table says");

        assertThat(status(
                        post(SANA, page() + "/decision", "kind", "major", "letter", "Dear author,\n\nplease revise.")))
                .isEqualTo(303);
        assertThat(said(id)).doesNotContain("imprimatur.review.revision-requested.v1");
        assertThat(status(post(SANA, page() + "/decision/recall"))).isEqualTo(303);
        standsAt("decision");
        assertThat(status(post(
                        SANA, page() + "/decision", "kind", "major", "letter", "Dear author,\n\nplease revise well.")))
                .isEqualTo(303);
        clock.moveOn(Duration.ofMinutes(31));
        standsAt("revision");
        assertThat(said(id)).containsOnlyOnce("imprimatur.review.revision-requested.v1");
        assertThat(mailsTo("account/ghulam")).containsExactly("decision");

        revised();
        standsAt("choosing-reviewers");
        assertThat(status(post(SANA, page() + "/reviewers", "chosen", ann + "," + dora)))
                .isEqualTo(303);
        reviews(ann, 2, "accept");
        reviews(dora, 2, "accept");
        standsAt("decision");
        post(SANA, page() + "/decision", "kind", "accept", "letter", "Dear author,\n\nwe accept.");
        clock.moveOn(Duration.ofMinutes(31));
        standsAt("production");
        assertThat(said(id)).containsOnlyOnce("imprimatur.review.manuscript-accepted.v1");
        assertThat(status(post(BILAL, page() + "/production/start-production"))).isEqualTo(303);
        assertThat(said(id)).containsOnlyOnce("imprimatur.publication.produce-galley.v1");
        String history = body(get(SANA, page() + "/history?kind=events"));
        assertThat(history)
                .contains(
                        "reminded Cleo Dahl to answer",
                        "ended the invitation of Cleo Dahl",
                        "took the decision back",
                        "started production")
                .doesNotContain("??", "history.");
    }

    private void revised() {
        String file = documents.keep(WordFile.manuscript());
        String metadata =
                documents.keep("{\"title\": \"Gas and Diplomacy\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        transaction.executeWithoutResult(status -> receiving.revised(
                id,
                new Version(2, metadata, file, Optional.empty(), file, 0, 0, clock.instant()),
                new HandedIn("Gas and Diplomacy", "Revised.", List.of("gas"), "en", Samples.byLine())));
    }

    @Test
    void a_manuscript_withdrawn_during_review_ends_with_its_invitations() {
        id = submitted();
        standsAt("screening");
        post(FARAH, page() + "/screening", "verdict", "pass", "handlingEditor", "sana");
        String ann = reviewer("Anna Berg");
        post(SANA, page() + "/reviewers", "chosen", ann);
        String link = link(invitationOf(ann, 1));
        transaction.executeWithoutResult(status -> receiving.withdrawn(id, Optional.empty(), clock.instant()));
        standsAt("withdrawn");
        assertThat(status(get(null, link))).isEqualTo(410);
        assertThat(mailsTo("reviewer/" + ann)).containsExactly("invitation", "invitation-revoked");
        assertThat(mailsTo("account/farah")).containsExactly("withdrawn");
    }

    @Test
    void a_manuscript_rejected_at_the_desk_ends_with_a_letter() {
        id = submitted();
        standsAt("screening");
        post(FARAH, page() + "/screening", "verdict", "desk-reject", "letter", "Out of our scope.");
        standsAt("rejected");
        assertThat(said(id)).containsOnlyOnce("imprimatur.review.manuscript-rejected.v1");
        assertThat(mailsTo("account/ghulam")).containsExactly("desk-rejected");
    }
}
