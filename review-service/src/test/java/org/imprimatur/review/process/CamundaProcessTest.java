package org.imprimatur.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.review.way.EditorialProcess.Completed.DONE;
import static org.imprimatur.review.way.EditorialProcess.Completed.NOT_WAITING;
import static org.imprimatur.review.way.EditorialProcess.Told.NOT_YET;
import static org.imprimatur.review.way.EditorialProcess.Told.OVER;
import static org.imprimatur.review.way.EditorialProcess.Told.TAKEN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.imprimatur.bpmn.ProcessDrawing;
import org.imprimatur.messaging.testing.TestPostgres;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.way.Advising;
import org.imprimatur.review.way.Advising.Advice;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.Beginning;
import org.imprimatur.review.way.EditorialProcess.Completed;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.review.way.EditorialProcess.PlannedAct;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.imprimatur.review.way.EditorialProcess.Word;
import org.imprimatur.review.way.EditorialProcess.Word.Kind;
import org.imprimatur.review.way.Stuck;
import org.imprimatur.review.way.Stuck.Halted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        classes = CamundaProcessTest.Wiring.class,
        properties = "spring.flyway.locations=classpath:db/review,classpath:db/process-test")
@DirtiesContext
class CamundaProcessTest {

    private static final Map<String, Object> POLICY = Map.ofEntries(
            Map.entry("reviewsNeeded", 2),
            Map.entry("invitedSideBySide", 2),
            Map.entry("answerWithin", "P14D"),
            Map.entry("answerReminderAfter", "P7D"),
            Map.entry("reviewWithin", "P21D"),
            Map.entry("reviewReminderAfter", "P18D"),
            Map.entry("reviewLateReminderEvery", "P7D"),
            Map.entry("revisionWithin", "P60D"),
            Map.entry("revisionReminderAfter", "P45D"),
            Map.entry("screenWithin", "P7D"),
            Map.entry("decideWithin", "P10D"),
            Map.entry("letterHeldFor", "PT0S"),
            Map.entry("minorRevisionCheck", "editor"),
            Map.entry("roundsAllowed", 4),
            Map.entry("proofReminderAfter", "P3D"),
            Map.entry("answerCommandWithin", "P1D"));

    @SpringBootConfiguration
    @Import(ProcessConfiguration.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Wiring {

        @Bean
        DomainClock domainClock() {
            return new DomainClock(Clock.systemUTC(), Duration.ofDays(-600));
        }

        @Bean
        RecordingSteps processSteps(JdbcClient jdbc) {
            return new RecordingSteps(jdbc);
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestPostgres.register(registry, "process");
    }

    @AfterAll
    static void let_the_clock_go() {
        ClockUtil.reset();
    }

    @Autowired
    private EditorialProcess process;

    @Autowired
    private Advising advising;

    @Autowired
    private Stuck stuck;

    @Autowired
    private RecordingSteps steps;

    @Autowired
    private DomainClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private String manuscript;

    @BeforeEach
    void a_manuscript() {
        manuscript = "m" + UUID.randomUUID();
    }

    private void begin(Map<String, Object> policy) {
        Map<String, Object> all = new HashMap<>(POLICY);
        all.putAll(policy);
        process.begin(new Beginning(manuscript, "gpr", "research-article", 1, 6, 2, all));
    }

    private Told tell(Kind kind) {
        return process.tell(manuscript, new Word(kind));
    }

    private Told tellOf(String invitation, Kind kind) {
        return process.tell(manuscript, new Word(kind, manuscript + "/" + invitation));
    }

    private void review(String invitation, String recommendation) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            steps.review(manuscript, 1);
            assertThat(process.tell(
                            manuscript,
                            new Word(
                                    Kind.REVIEW_SUBMITTED,
                                    manuscript + "/" + invitation,
                                    Map.of("recommendation", recommendation))))
                    .isEqualTo(TAKEN);
        });
    }

    private void complete(PersonsStep step, Map<String, Object> outcome) {
        assertThat(process.complete(manuscript, step, outcome)).isEqualTo(DONE);
    }

    private void inReview(String... candidates) {
        begin(Map.of());
        complete(PersonsStep.SCREEN, Map.of("screening", "pass", "handlingEditor", "hana"));
        steps.candidates.put(manuscript, List.of(candidates));
        complete(PersonsStep.CHOOSE_REVIEWERS, Map.of());
    }

    private void reviewed() {
        inReview("a", "b");
        assertThat(tellOf("a", Kind.INVITATION_ACCEPTED)).isEqualTo(TAKEN);
        assertThat(tellOf("b", Kind.INVITATION_ACCEPTED)).isEqualTo(TAKEN);
        review("a", "minor");
        review("b", "accept");
    }

    private void decided(String decision) {
        reviewed();
        complete(PersonsStep.DECIDE, Map.of("decision", decision));
        await().until(() -> steps.acts(manuscript).contains("decision takes effect"));
        await().until(() -> process.waiting(manuscript).contains(PersonsStep.START_PRODUCTION)
                || steps.place(manuscript).step().equals("revision"));
    }

    private void inPublication() {
        decided("accept");
        complete(PersonsStep.START_PRODUCTION, Map.of());
        assertThat(tell(Kind.PROOF_READY)).isEqualTo(TAKEN);
        assertThat(tell(Kind.PROOF_APPROVED)).isEqualTo(TAKEN);
    }

    private void told(Kind... kinds) {
        for (Kind kind : kinds) {
            assertThat(tell(kind)).as(kind.name()).isEqualTo(TAKEN);
        }
    }

    @Test
    void a_manuscript_goes_the_whole_way_and_says_where_it_stands() {
        inPublication();
        told(
                Kind.ARTICLE_SCHEDULED,
                Kind.PAGES_ALLOCATED,
                Kind.PAGES_FIXED,
                Kind.DOI_REGISTERED,
                Kind.ARTICLE_PUBLISHED);
        assertThat(steps.places(manuscript))
                .containsExactly(
                        "screening",
                        "choosing-reviewers",
                        "peer-review",
                        "decision",
                        "production",
                        "proof",
                        "issue-assignment",
                        "page-allocation",
                        "issue-closing",
                        "doi-registration",
                        "publication",
                        "published");
        assertThat(steps.place(manuscript).whose()).isEqualTo("nobody");
        assertThat(process.waiting(manuscript)).isEmpty();
        assertThat(process.way(manuscript).now()).isEmpty();
        assertThat(process.way(manuscript).passed())
                .contains(
                        "submitted",
                        "submitted-to-screening-advice",
                        "wait-answer-to-wait-review",
                        "seat",
                        "letter-held-to-letter-leaves",
                        "listed",
                        "published")
                .doesNotContain("desk-rejected", "how-screened-to-reject-at-desk");
        assertThat(new ProcessDrawing()
                        .svg("peer-review", Set.copyOf(process.way(manuscript).passed()), Set.of()))
                .contains("class=\"element receiveTask passed\" data-element-id=\"wait-review\"");
    }

    @Test
    void what_is_owed_and_what_comes_next_stands_with_the_place() {
        Instant before = clock.instant();
        begin(Map.of());
        RecordingSteps.Moved place = steps.place(manuscript);
        assertThat(place.step()).isEqualTo("screening");
        assertThat(place.whose()).isEqualTo("managing-editor");
        assertThat(place.since())
                .isBetween(before.minusSeconds(1), clock.instant().plusSeconds(1));
        assertThat(place.until()).isEqualTo(place.since().plus(Duration.ofDays(7)));
        assertThat(place.nextWhat()).isEqualTo("reminder");
        assertThat(place.nextAt())
                .isBetween(place.until().minusSeconds(2), place.until().plusSeconds(2));
        assertThat(advising.advice(manuscript, PersonsStep.SCREEN))
                .hasValueSatisfying(advice -> assertThat(advice.advice()).isEqualTo("look"));
    }

    private void atTheProof() {
        decided("accept");
        complete(PersonsStep.START_PRODUCTION, Map.of());
        told(Kind.PROOF_READY);
    }

    @Test
    void a_wait_that_is_made_longer_is_due_later_and_its_reminders_move_along() {
        atTheProof();
        Instant due = steps.place(manuscript).until();
        Instant later = due.plus(Duration.ofDays(7));
        assertThat(process.extend(manuscript, Kind.PROOF_APPROVED, 7)).contains(later);
        RecordingSteps.Moved place = steps.place(manuscript);
        assertThat(place.step()).isEqualTo("proof");
        assertThat(place.until()).isEqualTo(later);
        assertThat(place.nextWhat()).isEqualTo("reminder");
        assertThat(place.nextAt()).isBetween(later.minusSeconds(2), later.plusSeconds(2));
        assertThat(process.extend(manuscript, Kind.PROOF_APPROVED, 2))
                .as("once more")
                .contains(later.plus(Duration.ofDays(2)));
        clock.moveOn(Duration.ofDays(3 + 7 + 2).plusMinutes(1));
        await().until(() -> steps.acts(manuscript).contains("remind of wait-approval 1"));
        assertThat(process.planned(manuscript))
                .as("the next one as long after it as always")
                .singleElement()
                .satisfies(next -> assertThat(next.at())
                        .isBetween(
                                later.plus(Duration.ofDays(5)).minusSeconds(2),
                                later.plus(Duration.ofDays(5)).plusSeconds(2)));
        told(Kind.PROOF_APPROVED);
        assertThat(process.extend(manuscript, Kind.PROOF_APPROVED, 7))
                .as("it is over")
                .isEmpty();
    }

    @Test
    void who_had_all_reminders_and_gets_more_time_is_reminded_anew() {
        atTheProof();
        for (int reminder = 1; reminder <= 3; reminder++) {
            clock.moveOn(Duration.ofDays(3).plusMinutes(1));
            String one = "remind of wait-approval " + reminder;
            await().until(() -> steps.acts(manuscript).contains(one));
        }
        assertThat(process.planned(manuscript)).isEmpty();
        Instant now = clock.instant();
        Instant until = process.extend(manuscript, Kind.PROOF_APPROVED, 7).orElseThrow();
        assertThat(until)
                .as("what was due is over: from now")
                .isAfter(now.plus(Duration.ofDays(7)).minusSeconds(2));
        assertThat(steps.place(manuscript).until()).isEqualTo(until);
        clock.moveOn(Duration.ofDays(7).plusMinutes(1));
        await().until(() -> steps.acts(manuscript).stream()
                        .filter("remind of wait-approval 1"::equals)
                        .count()
                == 2);
        assertThat(process.way(manuscript).passed()).doesNotContain("wait-approval");
        told(Kind.PROOF_CORRECTIONS_REQUESTED);
    }

    @Test
    void the_timers_of_each_seat_stand_in_the_plan_with_their_invitation() {
        inReview("a", "b");
        tellOf("a", Kind.INVITATION_ACCEPTED);
        assertThat(process.planned(manuscript))
                .extracting(PlannedAct::what, PlannedAct::about)
                .containsExactly(
                        tuple("reminder", manuscript + "/b"),
                        tuple("expiry", manuscript + "/b"),
                        tuple("reminder", manuscript + "/a"),
                        tuple("deadline", manuscript + "/a"));
    }

    @Test
    void recommendations_become_advice() {
        reviewed();
        assertThat(advising.advice(manuscript, PersonsStep.DECIDE))
                .contains(new Advice("minor", "At least one reviewer recommends a minor revision, none more."));
        assertThat(advising.advice(manuscript, PersonsStep.MEND_GALLEY)).isEmpty();
    }

    @Test
    void it_begins_once_however_often_it_is_told() {
        begin(Map.of());
        begin(Map.of());
        assertThat(process.waiting(manuscript)).containsExactly(PersonsStep.SCREEN);
    }

    @Test
    void both_sides_of_an_act_are_undone_together() {
        begin(Map.of());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            steps.remindOfStep(manuscript, "nothing", 1);
            complete(PersonsStep.SCREEN, Map.of("screening", "desk-reject"));
            assertThat(process.waiting(manuscript)).isEmpty();
            status.setRollbackOnly();
        });
        assertThat(process.waiting(manuscript)).containsExactly(PersonsStep.SCREEN);
        assertThat(steps.acts(manuscript)).isEmpty();
        assertThat(process.way(manuscript).passed()).doesNotContain("desk-rejected");
    }

    @Test
    void of_two_who_complete_a_step_at_once_one_does_and_one_hears_that_it_was_done()
            throws InterruptedException, ExecutionException {
        begin(Map.of());
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        List<Future<Completed>> results = Stream.of("pass", "desk-reject")
                .map(screening -> people.submit(() -> {
                    both.countDown();
                    both.await();
                    return process.complete(manuscript, PersonsStep.SCREEN, Map.of("screening", screening));
                }))
                .toList();
        assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(DONE, NOT_WAITING);
        people.shutdown();
    }

    @Test
    void a_reminder_and_an_expiry_come_when_the_clock_has_moved_and_the_alternate_is_invited() {
        inReview("a", "b", "c");
        tellOf("b", Kind.INVITATION_ACCEPTED);
        clock.moveOn(Duration.ofDays(7).plusMinutes(1));
        await().until(() -> steps.acts(manuscript).contains("remind to answer " + manuscript + "/a 1"));
        clock.moveOn(Duration.ofDays(7));
        await().until(() -> steps.acts(manuscript).stream()
                .anyMatch(act -> act.startsWith("invite " + manuscript + "/c into seat 1")));
        assertThat(steps.acts(manuscript))
                .contains("expire " + manuscript + "/a")
                .doesNotContain("remind to answer " + manuscript + "/b 1");
        assertThat(tellOf("a", Kind.INVITATION_ACCEPTED)).isEqualTo(OVER);
    }

    @Test
    void an_answer_that_is_being_given_when_the_invitation_expires_counts() {
        inReview("a", "b", "c");
        tellOf("b", Kind.INVITATION_ACCEPTED);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            steps.hold(manuscript);
            clock.moveOn(Duration.ofDays(15));
            await("the expiry's job waits for this manuscript").until(() -> steps.somebodyWaitsFor(manuscript));
            assertThat(tellOf("a", Kind.INVITATION_ACCEPTED)).isEqualTo(TAKEN);
        });
        review("a", "accept");
        review("b", "accept");
        assertThat(process.waiting(manuscript)).containsExactly(PersonsStep.DECIDE);
        assertThat(steps.acts(manuscript)).noneMatch(act -> act.startsWith("expire") || act.contains("/c "));
    }

    @Test
    void reminders_of_one_obligation_are_counted_from_one() {
        begin(Map.of());
        for (int i = 1; i <= 3; i++) {
            String reminder = "remind of screen " + i;
            clock.moveOn(Duration.ofDays(7).plusMinutes(1));
            await().until(() -> steps.acts(manuscript).contains(reminder));
        }
        clock.moveOn(Duration.ofDays(30));
        assertThat(process.planned(manuscript)).isEmpty();
        assertThat(steps.acts(manuscript)).hasSize(3);
    }

    @Test
    void a_step_that_fails_three_times_is_stuck_until_somebody_has_it_tried_again() {
        reviewed();
        steps.faults.put(manuscript, "the mail queue is full");
        complete(PersonsStep.DECIDE, Map.of("decision", "reject"));
        await().until(() -> {
            clock.moveOn(Duration.ofMinutes(2));
            return stuck.halted().stream().anyMatch(h -> h.manuscript().equals(manuscript));
        });
        Halted halted = stuck.halted().stream()
                .filter(h -> h.manuscript().equals(manuscript))
                .findFirst()
                .orElseThrow();
        assertThat(halted.cause()).contains("the mail queue is full");
        assertThat(halted.what()).isEqualTo("The letter leaves, the decision takes effect");
        steps.faults.clear();
        assertThat(stuck.tryAgain(halted.id())).isTrue();
        await().until(() -> steps.place(manuscript).step().equals("rejected"));
        assertThat(stuck.tryAgain(halted.id())).isFalse();
    }

    static Stream<Arguments> stages() {
        return Stream.of(
                stage("screening", t -> t.begin(Map.of()), List.of("withdrawn")),
                stage(
                        "returned",
                        t -> {
                            t.begin(Map.of());
                            t.complete(PersonsStep.SCREEN, Map.of("screening", "return"));
                        },
                        List.of("withdrawn")),
                stage("peer review", t -> t.inReview("a", "b"), List.of("withdrawn")),
                stage("decision", CamundaProcessTest::reviewed, List.of("withdrawn")),
                stage("revision", t -> t.decided("major"), List.of("withdrawn")),
                stage("production", t -> t.decided("accept"), List.of("withdrawn")),
                stage(
                        "publication",
                        t -> {
                            t.inPublication();
                            t.told(Kind.ARTICLE_SCHEDULED, Kind.PAGES_ALLOCATED);
                        },
                        List.of("say ReleasePages", "say UnscheduleArticle", "withdrawn")));
    }

    private static Arguments stage(String name, Consumer<CamundaProcessTest> reach, List<String> acts) {
        return Arguments.of(name, reach, acts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stages")
    void an_author_can_withdraw_at(String stage, Consumer<CamundaProcessTest> reach, List<String> acts) {
        reach.accept(this);
        int before = steps.acts(manuscript).size();
        told(Kind.MANUSCRIPT_WITHDRAWN);
        if (stage.equals("publication")) {
            told(Kind.PAGES_RELEASED, Kind.ARTICLE_UNSCHEDULED);
        }
        assertThat(steps.acts(manuscript).subList(before, steps.acts(manuscript).size()))
                .containsExactlyElementsOf(acts);
        assertThat(steps.place(manuscript).step()).isEqualTo("withdrawn");
        assertThat(process.planned(manuscript)).isEmpty();
        assertThat(tell(Kind.MANUSCRIPT_WITHDRAWN)).isEqualTo(OVER);
    }

    @Test
    void what_has_a_doi_is_not_withdrawn_any_more() {
        inPublication();
        told(Kind.ARTICLE_SCHEDULED, Kind.PAGES_ALLOCATED, Kind.PAGES_FIXED, Kind.DOI_REGISTERED);
        assertThat(tell(Kind.MANUSCRIPT_WITHDRAWN)).isEqualTo(OVER);
        told(Kind.ARTICLE_PUBLISHED);
    }

    @Test
    void a_withdrawal_waits_while_a_given_up_deposit_is_undone() {
        inPublication();
        told(Kind.ARTICLE_SCHEDULED, Kind.PAGES_ALLOCATED, Kind.PAGES_FIXED, Kind.DOI_REFUSED);
        complete(PersonsStep.MEND_DEPOSIT, Map.of("deposit", "give-up"));
        assertThat(tell(Kind.MANUSCRIPT_WITHDRAWN)).isEqualTo(NOT_YET);
        told(Kind.PAGES_RELEASED, Kind.ARTICLE_UNSCHEDULED, Kind.MANUSCRIPT_WITHDRAWN);
    }

    @Test
    void a_word_that_comes_too_early_is_told_apart_from_one_that_comes_too_late() {
        assertThat(tell(Kind.MANUSCRIPT_WITHDRAWN)).as("not begun").isEqualTo(NOT_YET);
        begin(Map.of());
        assertThat(tell(Kind.PROOF_APPROVED)).as("long before").isEqualTo(NOT_YET);
        complete(PersonsStep.SCREEN, Map.of("screening", "pass"));
        steps.candidates.put(manuscript, List.of("a", "b"));
        complete(PersonsStep.CHOOSE_REVIEWERS, Map.of());
        assertThat(tellOf("a", Kind.REVIEW_SUBMITTED))
                .as("a review before the answer")
                .isEqualTo(NOT_YET);
        assertThat(tellOf("nobody", Kind.INVITATION_ACCEPTED))
                .as("an invitation to come")
                .isEqualTo(NOT_YET);
        assertThat(tellOf("a", Kind.INVITATION_ACCEPTED)).isEqualTo(TAKEN);
        assertThat(tellOf("a", Kind.INVITATION_ACCEPTED)).as("answered twice").isEqualTo(OVER);
        assertThat(tellOf("b", Kind.INVITATION_ACCEPTED)).isEqualTo(TAKEN);
        review("a", "accept");
        assertThat(tellOf("a", Kind.REVIEW_SUBMITTED)).as("a second review").isEqualTo(OVER);
        review("b", "accept");
        complete(PersonsStep.DECIDE, Map.of("decision", "accept"));
        await().until(() -> process.waiting(manuscript).contains(PersonsStep.START_PRODUCTION));
        assertThat(tell(Kind.DECISION_RECALLED)).as("the letter has left").isEqualTo(OVER);
        complete(PersonsStep.START_PRODUCTION, Map.of());
        assertThat(tell(Kind.PROOF_APPROVED)).as("overtook the proof").isEqualTo(NOT_YET);
        told(Kind.PROOF_READY, Kind.PROOF_APPROVED, Kind.ARTICLE_SCHEDULED);
        assertThat(tell(Kind.PAGES_FIXED)).as("overtook the allocation").isEqualTo(NOT_YET);
        told(Kind.PAGES_ALLOCATED);
        assertThat(tell(Kind.PAGES_ALLOCATED)).as("moved in the open issue").isEqualTo(OVER);
        assertThat(tell(Kind.PROOF_APPROVED)).as("approved twice").isEqualTo(OVER);
        told(Kind.PAGES_FIXED, Kind.DOI_REGISTERED, Kind.ARTICLE_PUBLISHED);
        assertThat(tell(Kind.ARTICLE_PUBLISHED)).as("ended").isEqualTo(OVER);
    }
}
