package org.imprimatur.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicationTest extends ModelTest {

    PublicationTest() {
        super("publication");
    }

    private static Stage begun() {
        return Stage.alone("publication", Map.of());
    }

    private static Stage deposited() {
        return begun().tell("ArticleScheduled").tell("PagesAllocated").tell("PagesFixed");
    }

    @Test
    void goes_through_all_commands_in_order() {
        Stage stage = deposited().tell("DoiRegistered").tell("ArticlePublished");
        assertThat(stage.hasEnded()).isTrue();
        assertThat(stage.ends()).containsExactly("listed", "registered");
        assertThat(stage.acts())
                .containsExactly("say ScheduleArticle", "say AllocatePages", "say RegisterDoi", "say PublishArticle");
    }

    @Test
    void each_command_that_nobody_answers_is_said_again_each_day() {
        Stage stage = begun();
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(2))))
                .containsExactly("say ScheduleArticle", "say ScheduleArticle");
        stage.tell("ArticleScheduled");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(1)))).containsExactly("say AllocatePages");
        stage.tell("PagesAllocated").tell("PagesFixed");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(1)))).containsExactly("say RegisterDoi");
        stage.tell("DoiRegistered");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(1)))).containsExactly("say PublishArticle");
        stage.tell("ArticlePublished");
        Stage undone = begun().tell("ManuscriptWithdrawn");
        assertThat(undone.actsAfter(s -> s.goOn(Period.ofDays(1)))).containsExactly("say ReleasePages");
        undone.tell("PagesReleased");
        assertThat(undone.actsAfter(s -> s.goOn(Period.ofDays(1)))).containsExactly("say UnscheduleArticle");
    }

    @Test
    void an_article_that_no_issue_takes_or_that_gets_no_pages_is_scheduled_again_after_mending() {
        Stage stage = begun().tell("ArticleNotScheduled");
        assertThat(stage.now()).containsExactly("mend-schedule");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(7)))).containsExactly("remind of mend-schedule");
        stage.complete("mend-schedule").tell("ArticleScheduled").tell("PagesNotAllocated");
        assertThat(stage.now()).containsExactly("mend-schedule");
        stage.complete("mend-schedule").tell("ArticleScheduled").tell("PagesAllocated");
        assertThat(stage.now()).containsExactly("wait-pages-fixed");
    }

    @Test
    void the_production_editor_is_reminded_of_an_issue_that_stays_open() {
        Stage stage = begun().tell("ArticleScheduled").tell("PagesAllocated");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(60)))).containsExactly("remind of wait-pages-fixed");
    }

    @Test
    void a_refused_or_unanswered_deposit_is_made_again_after_mending() {
        Stage stage = deposited().tell("DoiRefused");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(7)))).containsExactly("remind of mend-deposit");
        stage.complete("mend-deposit", "deposit", "again")
                .tell("DoiRegistrationGivenUp")
                .complete("mend-deposit", "deposit", "again");
        assertThat(stage.times("register-doi")).isEqualTo(3);
        assertThat(stage.tell("DoiRegistered").now()).containsExactly("wait-published");
    }

    @Test
    void a_deposit_given_up_gives_pages_and_place_back_and_the_schedule_is_mended() {
        Stage stage = deposited().tell("DoiRefused").complete("mend-deposit", "deposit", "give-up");
        stage.tell("PagesReleased").tell("ArticleUnscheduled");
        assertThat(stage.acts()).endsWith("say ReleasePages", "say UnscheduleArticle");
        assertThat(stage.now()).containsExactly("mend-schedule");
        stage.complete("mend-schedule")
                .tell("ArticleScheduled")
                .tell("PagesAllocated")
                .tell("PagesFixed")
                .tell("DoiRegistered")
                .tell("ArticlePublished");
        assertThat(stage.hasEnded()).isTrue();
    }

    @Test
    void a_withdrawal_gives_pages_and_place_back_wherever_it_comes_before_registration() {
        for (Stage stage : new Stage[] {
            begun(),
            begun().tell("ArticleNotScheduled"),
            begun().tell("ArticleScheduled"),
            begun().tell("ArticleScheduled").tell("PagesAllocated"),
            deposited(),
            deposited().tell("DoiRefused")
        }) {
            stage.tell("ManuscriptWithdrawn").tell("PagesReleased").tell("ArticleUnscheduled");
            assertThat(stage.hasEnded()).isTrue();
            assertThat(stage.ends()).containsExactly("undone");
            assertThat(stage.variable("withdrawnMeanwhile")).isEqualTo(true);
        }
    }

    @Test
    void what_is_registered_cannot_be_withdrawn() {
        Stage stage = deposited().tell("DoiRegistered");
        assertThatThrownBy(() -> stage.tell("ManuscriptWithdrawn")).hasMessageContaining("doesn't wait");
    }

    @Test
    void an_article_that_cannot_be_listed_is_listed_after_mending() {
        Stage stage = deposited().tell("DoiRegistered").tell("ArticleNotPublished");
        assertThat(stage.actsAfter(s -> s.goOn(Period.ofDays(7)))).containsExactly("remind of mend-schedule");
        stage.complete("mend-listing").tell("ArticlePublished");
        assertThat(stage.hasEnded()).isTrue();
    }
}
