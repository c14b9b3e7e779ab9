package org.imprimatur.submission.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.imprimatur.submission.manuscript.Metadata.Contributor;
import org.junit.jupiter.api.Test;

/** What every {@link Manuscripts} does, in memory or in a database. */
public abstract class ManuscriptsContract {

    private static final Instant NOW = Instant.parse("2024-02-05T09:00:00Z");

    private final String owner = "owner-" + UUID.randomUUID();

    protected abstract Manuscripts manuscripts();

    private Manuscript draft() {
        return draft(NOW);
    }

    private Manuscript draft(Instant at) {
        return manuscripts()
                .store(Manuscript.draft(
                        UUID.randomUUID().toString(), owner, "gpr", "articles", ArticleType.REVIEW_ARTICLE, at))
                .orElseThrow();
    }

    /** Everything a manuscript can hold. */
    private static Manuscript filled(Manuscript draft) {
        return draft.with(
                        new Metadata(
                                "A “Title” <b>with</b> \\ everything, وزیر",
                                "First.\n\nSecond.",
                                List.of("water", "rivers"),
                                "ur",
                                List.of(new Contributor(
                                        "Ghulam",
                                        "Mustafa",
                                        "g@example.org",
                                        "a1",
                                        "0000-0002-1825-0097",
                                        "PhD Scholar",
                                        List.of(
                                                new Metadata.Affiliation("GCU", "051zgra59"),
                                                new Metadata.Affiliation("Elsewhere", "")),
                                        List.of("Methodology"),
                                        true)),
                                Set.of(Metadata.Part.TITLE),
                                List.of(new Metadata.NamedReviewer(
                                        Metadata.Wish.OPPOSED, "Ada", "", "Somewhere", "We disagree."))),
                        NOW.plusSeconds(1))
                .with(file("one"), NOW.plusSeconds(2))
                .with(List.of(attachment("map.png")), NOW.plusSeconds(2))
                .answering("We did.\nAll of it.", NOW.plusSeconds(3));
    }

    private static ManuscriptFile file(String name) {
        return new ManuscriptFile(
                name + ".docx",
                12_345,
                "sha-" + name,
                NOW,
                "report-" + name,
                new ManuscriptFile.Intake(5, 4, 3, 2, 1),
                new Proposal(Optional.of("Its Title"), Optional.empty(), List.of("ink"), List.of()));
    }

    private static Attachment attachment(String name) {
        return new Attachment(Attachment.Kind.FIGURE, name, 99, "sha-" + name, "image/png", NOW);
    }

    private static Version version(int number) {
        return new Version(
                number,
                "metadata-" + number,
                file("v" + number),
                List.of(attachment("v.png")),
                Optional.of("response"),
                NOW,
                "a1");
    }

    @Test
    void what_may_wait_for_the_author_comes_before_what_was_changed_later() {
        Manuscript waiting = manuscripts()
                .store(draft(NOW)
                        .handedIn("GPR-2024-" + UUID.randomUUID(), version(1))
                        .reopened(new Reopening(Reopening.Kind.RETURNED, "letter", Optional.empty(), NOW)))
                .orElseThrow();
        Manuscript later = draft(NOW.plusSeconds(60));

        assertThat(manuscripts().of(owner, 2, 0)).extracting(Manuscript::id).containsExactly(waiting.id(), later.id());
    }

    @Test
    void what_was_stored_is_found_again_whole() {
        Manuscript stored = manuscripts().store(filled(draft())).orElseThrow();

        assertThat(manuscripts().find(stored.id())).contains(stored);
    }

    @Test
    void versions_and_the_reason_of_a_revision_are_found_again() {
        String number = manuscripts().nextNumber("gpr", "GPR", 1999);
        Manuscript handedIn = manuscripts()
                .store(filled(draft()).handedIn(number, version(1)))
                .orElseThrow();
        Reopening why = new Reopening(
                Reopening.Kind.MAJOR_REVISION, "letter", Optional.of(NOW.plusSeconds(60)), NOW.plusSeconds(9));
        Manuscript reopened = manuscripts().store(handedIn.reopened(why)).orElseThrow();
        assertThat(manuscripts().find(reopened.id())).contains(reopened);

        Manuscript again =
                manuscripts().store(reopened.handedIn(number, version(2))).orElseThrow();

        assertThat(manuscripts().find(again.id())).contains(again);
        assertThat(again.versions()).extracting(Version::number).containsExactly(1, 2);
    }

    @Test
    void of_two_windows_the_second_stores_nothing() {
        Manuscript opened = draft();
        manuscripts().store(opened.answering("this window", NOW));

        assertThat(manuscripts().store(opened.answering("that window", NOW))).isEmpty();
        assertThat(manuscripts().find(opened.id())).map(Manuscript::response).contains("this window");
    }

    @Test
    void a_new_draft_does_not_take_the_place_of_one_with_its_id() {
        Manuscript stored = draft().answering("kept", NOW);
        manuscripts().store(stored);

        assertThat(manuscripts()
                        .store(Manuscript.draft(
                                stored.id(), "somebody", "gpr", "articles", ArticleType.BOOK_REVIEW, NOW)))
                .isEmpty();
        assertThat(manuscripts().find(stored.id())).map(Manuscript::response).contains("kept");
    }

    @Test
    void an_accounts_manuscripts_come_with_the_latest_change_first_page_by_page() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(at -> draft(NOW.plusSeconds(at)).id())
                .toList();

        assertThat(manuscripts().of(owner, 3, 0))
                .extracting(Manuscript::id)
                .containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(manuscripts().of(owner, 3, 3)).extracting(Manuscript::id).containsExactly(ids.get(1), ids.get(0));
        assertThat(manuscripts().of("nobody", 3, 0)).isEmpty();
    }

    @Test
    void only_a_draft_is_discarded() {
        Manuscript draft = draft();
        Manuscript handedIn = manuscripts()
                .store(draft().handedIn(manuscripts().nextNumber("gpr", "GPR", 1999), version(1)))
                .orElseThrow();

        manuscripts().discard(draft.id());
        manuscripts().discard(handedIn.id());

        assertThat(manuscripts().find(draft.id())).isEmpty();
        assertThat(manuscripts().find(handedIn.id())).contains(handedIn);
    }

    @Test
    void what_is_no_id_finds_nothing() {
        assertThat(manuscripts().find("../../etc/passwd")).isEmpty();
        assertThat(manuscripts().find(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void each_journal_counts_its_manuscripts_year_by_year() {
        String journal = "j-" + UUID.randomUUID();

        assertThat(manuscripts().nextNumber(journal, "Abc", 2024)).isEqualTo("ABC-2024-001");
        assertThat(manuscripts().nextNumber(journal, "Abc", 2024)).isEqualTo("ABC-2024-002");
        assertThat(manuscripts().nextNumber(journal, "Abc", 2025)).isEqualTo("ABC-2025-001");
    }

    @Test
    void what_was_handed_in_comes_page_by_page_and_nothing_twice() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(at -> manuscripts()
                        .store(draft().handedIn(manuscripts().nextNumber("gpr", "GPR", 1998), version(1)))
                        .orElseThrow()
                        .id())
                .sorted()
                .toList();
        draft();

        List<String> seen = new ArrayList<>();
        String last = "";
        for (List<Manuscript> some = manuscripts().handedInAfter(last, 2);
                !some.isEmpty();
                some = manuscripts().handedInAfter(last, 2)) {
            some.forEach(one -> seen.add(one.id()));
            last = seen.get(seen.size() - 1);
        }

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(ids);
        assertThat(seen)
                .allSatisfy(id -> assertThat(manuscripts().find(id))
                        .hasValueSatisfying(one -> assertThat(one.number()).isPresent()));
    }

    @Test
    void the_reason_of_a_withdrawal_is_found_again() {
        Manuscript handedIn = manuscripts()
                .store(draft().handedIn(manuscripts().nextNumber("gpr", "GPR", 1999), version(1)))
                .orElseThrow();

        Manuscript withdrawn = manuscripts()
                .store(handedIn.withdrawn(Optional.of("reason"), NOW))
                .orElseThrow();

        assertThat(manuscripts().find(withdrawn.id())).contains(withdrawn);
    }
}
