package org.imprimatur.review.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.review.desk.SavedView;
import org.imprimatur.review.desk.SavedViews;
import org.imprimatur.review.notes.Note;
import org.imprimatur.review.notes.Notes;
import org.imprimatur.review.production.ProofTime;
import org.imprimatur.review.production.ProofTimes;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an editor or author has goes over when two accounts of theirs become one, and views go with who is erased. */
class MergedAccountsTest extends ReviewServiceTest {

    @Autowired
    private MessageHandler<AccountsMerged> merged;

    @Autowired
    private MessageHandler<AccountErased> erased;

    @Autowired
    private Notes notes;

    @Autowired
    private SavedViews views;

    @Autowired
    private ProofTimes wishes;

    private final String goes = "goes-" + UUID.randomUUID();
    private final String stays = "stays-" + UUID.randomUUID();

    private void merge(String account, String into) {
        transaction.executeWithoutResult(status -> merged.handle(new AccountsMerged(account, into), null));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Test
    void notes_mentions_views_and_wishes_are_the_persons_whatever_was_heard_first() {
        String manuscript = underReview();
        String middle = "middle-" + UUID.randomUUID();
        Note own = Note.written(id(), manuscript, goes, "Look at page 3.", List.of("sana"), clock.instant());
        Note naming = Note.written(id(), manuscript, "sana", "Yes.", List.of(goes, stays), clock.instant());
        notes.add(own);
        notes.add(naming);
        views.keep(new SavedView(id(), goes, "mine", "late=true"));
        views.keep(new SavedView(id(), stays, "mine", "queue=decision-due"));
        views.keep(new SavedView(id(), goes, "both", "q=gas"));
        views.keep(new SavedView(id(), stays, "both", "q=gas"));
        String wish = id();
        wishes.keep(
                new ProofTime(wish, manuscript, "p", 7, goes, Instant.parse("2024-05-01T00:00:00Z"), Optional.empty()));
        // of the second into the third, then of the first into the second; and once more
        merge(middle, stays);
        merge(goes, middle);
        merge(goes, middle);

        assertThat(notes.find(own.id()).orElseThrow().by()).isEqualTo(stays);
        assertThat(notes.find(naming.id()).orElseThrow().mentioned()).containsExactly(stays);
        assertThat(views.of(goes)).isEmpty();
        assertThat(views.of(stays))
                .extracting(SavedView::asked)
                .containsExactlyInAnyOrder("late=true", "queue=decision-due", "q=gas");
        assertThat(views.of(stays)).extracting(SavedView::name).doesNotHaveDuplicates();
        assertThat(wishes.find(wish).orElseThrow().by()).isEqualTo(stays);
    }

    @Test
    void who_is_erased_has_no_views_any_more_and_their_notes_stay_with_the_manuscript() {
        String manuscript = underReview();
        Note own = Note.written(id(), manuscript, goes, "Look at page 3.", List.of(), clock.instant());
        notes.add(own);
        views.keep(new SavedView(id(), goes, "mine", "late=true"));
        transaction.executeWithoutResult(status -> erased.handle(new AccountErased(goes, null), null));
        assertThat(views.of(goes)).isEmpty();
        assertThat(notes.find(own.id())).isPresent();
    }
}
