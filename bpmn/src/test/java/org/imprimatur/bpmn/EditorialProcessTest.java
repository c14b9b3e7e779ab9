package org.imprimatur.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditorialProcessTest extends ModelTest {

    private static final Duration HOUR = Duration.ofHours(1);

    EditorialProcessTest() {
        super("editorial-process");
    }

    @Test
    void goes_the_whole_way_in_one_round() {
        Stage stage = accepted(Map.of());
        assertThat(stage.now()).containsExactly("start-production");
        stage.complete("start-production").tell("ProofReady").tell("ProofApproved");
        published(stage);
        assertThat(stage.acts())
                .containsExactly(
                        "open round 1",
                        "invite a",
                        "invite b",
                        "close round 1",
                        "decision accept",
                        "say ProduceGalley",
                        "say ScheduleArticle",
                        "say AllocatePages",
                        "say RegisterDoi",
                        "say PublishArticle");
        assertThat(stage.ends()).contains("published");
    }

    static Stage submitted(Map<String, Object> policy) {
        return Stage.submitted(policy);
    }

    static Stage reviewed(Map<String, Object> policy) {
        Stage stage = submitted(policy).complete("screen", "screening", "pass", "handlingEditor", "hana");
        round(stage, "a", "b");
        return stage;
    }

    static void round(Stage stage, String one, String other) {
        stage.noReviewYet()
                .candidates(2, one, other)
                .complete("choose-reviewers")
                .tellOf(one, "InvitationAccepted")
                .tellOf(other, "InvitationAccepted")
                .tellOf(one, "ReviewSubmitted")
                .tellOf(other, "ReviewSubmitted");
        assertThat(stage.now()).containsExactly("decide");
    }

    static Stage decided(String decision, Map<String, Object> policy) {
        return reviewed(policy).complete("decide", "decision", decision).goOn(HOUR);
    }

    static Stage accepted(Map<String, Object> policy) {
        return decided("accept", policy);
    }

    static void published(Stage stage) {
        stage.tell("ArticleScheduled")
                .tell("PagesAllocated")
                .tell("PagesFixed")
                .tell("DoiRegistered")
                .tell("ArticlePublished");
        assertThat(stage.hasEnded()).isTrue();
    }
}
