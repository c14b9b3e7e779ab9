package org.imprimatur.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.contracts.accounts.RestateAccounts;
import org.imprimatur.contracts.publication.RestatePublication;
import org.imprimatur.contracts.review.RestateReview;
import org.imprimatur.contracts.submission.RestateSubmission;
import org.imprimatur.messaging.outbox.Outbox;
import org.junit.jupiter.api.Test;

class AskingForWhatIsMissingTest {

    private final List<Object> said = new ArrayList<>();
    private final List<String> again = new ArrayList<>();
    private final Outbox outbox = new Outbox() {
        @Override
        public String say(Object message, String actor) {
            said.add(message);
            return "id";
        }

        @Override
        public int sayAgain(String subject) {
            again.add(subject);
            return 0;
        }
    };
    private final AskingForWhatIsMissing asking = new AskingForWhatIsMissing(outbox);

    @Test
    void the_owner_of_missing_messages_is_asked_about_their_subject() {
        asking.gap("/imprimatur/submission", "imprimatur.submission", "m1", "manuscript/m1", 2, 4);
        asking.gap("/imprimatur/review", "imprimatur.publication.commands", "m2", "article/m2", 1, 2);

        assertThat(said).containsExactly(new RestateSubmission("m1"), new RestateReview("m2"));
    }

    @Test
    void whose_messages_kafka_deleted_unread_is_asked_for_everything() {
        asking.unread("imprimatur.accounts", 0, 1, 9);
        asking.unread("imprimatur.publication", 0, 1, 9);

        assertThat(said).containsExactly(new RestateAccounts("*"), new RestatePublication("*"));
    }

    @Test
    void nobody_is_asked_where_several_speak_or_where_the_speaker_is_not_known() {
        asking.unread("imprimatur.operations", 0, 1, 9);
        asking.unread("imprimatur.publication.commands", 0, 1, 9);
        asking.gap("/imprimatur/of-the-future", "imprimatur.review", "m1", "manuscript/m1", 2, 4);

        assertThat(said).isEmpty();
    }

    @Test
    void an_owner_sends_again_what_it_still_keeps_about_the_subject() {
        new SayingAgain<>(RestateReview.class, outbox).handle(new RestateReview("m1"), null);

        assertThat(again).containsExactly("m1");
    }
}
