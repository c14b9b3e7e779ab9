package org.imprimatur.review.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.web.acting.SignedIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** While one editor acts another sends a form of the same manuscript: whoever comes second sees what the first did. */
class TwoAtOnceTest extends ReviewServiceTest {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    @Autowired
    private Manuscripts manuscripts;

    @Autowired
    private History history;

    private static String seen(String page) {
        Matcher seen = SEEN.matcher(page);
        assertThat(seen.find()).as("the form knows what its reader has seen").isTrue();
        return seen.group(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SCREEN, screening, verdict, return",
        "DECIDE, decision, kind, reject",
        "CHOOSE_REVIEWERS, reviewers, alternate, nobody",
        "JUDGE_OVERDUE_REVISION, revision, overdue, close"
    })
    void who_sends_a_form_while_another_acts_sees_what_the_other_did_and_loses_nothing(
            PersonsStep step, String form, String field, String choice) {
        String id = underReview();
        process.waitsFor(step);
        String path = "/editor/manuscripts/SAM-" + id + "/" + form;
        SignedIn second = step == PersonsStep.SCREEN ? FARAH : SANA;
        String before = seen(body(get(second, path)));
        CompletableFuture<MvcResult> sent = transaction.execute(status -> {
            manuscripts.lock(id);
            CompletableFuture<MvcResult> sending = CompletableFuture.supplyAsync(
                    () -> post(second, path, "seen", before, field, choice, "letter", "Dear author, typed with care"));
            await("the second waits for the first").until(() -> somebodyWaits());
            history.note(new History.Entry(id, clock.instant(), "bilal", "another-round", List.of(), true));
            return sending;
        });
        MvcResult refused = sent.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(status(refused)).isEqualTo(409);
        assertThat(body(refused)).contains("Changed since you opened it", "Bilal Hashmi", "another round of review");
        if (step != PersonsStep.CHOOSE_REVIEWERS) {
            assertThat(body(refused)).contains("Dear author, typed with care");
        }
        assertThat(process.completed).isEmpty();
        assertThat(seen(body(refused))).as("sent once more it is taken").isNotEqualTo(before);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
