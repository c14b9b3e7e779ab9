package org.imprimatur.submission.manuscript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.Manuscript.Stage;
import org.imprimatur.submission.manuscript.Metadata.Affiliation;
import org.imprimatur.submission.manuscript.Metadata.Contributor;
import org.imprimatur.submission.manuscript.Metadata.NamedReviewer;
import org.imprimatur.submission.manuscript.Metadata.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HandingInTest {

    private static final Actor.Person AUTHOR = new Actor.Person("a1", "Ghulam Mustafa");
    private static final Actor.Person SOMEBODY_ELSE = new Actor.Person("a2", "Somebody Else");
    private static final Actor.Journal JOURNAL = new Actor.Journal();
    private static final Instant NOW = Instant.parse("2024-02-05T09:00:00Z");
    private static final Contributor CORRESPONDING = new Contributor(
            "Ghulam",
            "Mustafa",
            "ghulam.mustafa@example.org",
            "a1",
            "",
            "Associate Professor",
            List.of(new Affiliation("GC University, Faisalabad", "051zgra59")),
            List.of(),
            true);

    private final InMemory world = new InMemory();
    private final DraftingManuscripts drafting =
            new DraftingManuscripts(world.manuscripts, world.journals, world, world);
    private final HandingIn handingIn = new HandingIn(world.manuscripts, world.journals, world, world);

    private String complete() {
        drafting.begin(AUTHOR, "gpr", "articles", ArticleType.RESEARCH_ARTICLE, "m1", NOW);
        drafting.upload(AUTHOR, "m1", "manuscript.docx", "docx one".getBytes(UTF_8), NOW);
        drafting.describe(AUTHOR, "m1", seen("m1"), "A Title", "An abstract.", List.of("water"), NOW);
        drafting.nameContributors(AUTHOR, "m1", seen("m1"), List.of(CORRESPONDING), NOW);
        return "m1";
    }

    private long seen(String id) {
        return world.manuscripts.find(id).map(Manuscript::revision).orElse(0L);
    }

    private Manuscript stored(String id) {
        return world.manuscripts.find(id).orElseThrow();
    }

    @Test
    void a_complete_draft_becomes_version_one_with_a_number_and_is_told_once() {
        String id = complete();

        assertThat(handingIn.handIn(AUTHOR, id, 1, seen(id), NOW)).isInstanceOf(Outcome.Done.class);
        assertThat(handingIn.handIn(AUTHOR, id, 1, seen(id), NOW)).isInstanceOf(Outcome.Already.class);

        assertThat(stored(id).stage()).isEqualTo(Stage.WITH_JOURNAL);
        assertThat(stored(id).number()).contains("GPR-2024-001");
        assertThat(stored(id).versions()).hasSize(1);
        assertThat(world.told).singleElement().isInstanceOf(Event.HandedIn.class);
    }

    @Test
    void somebody_elses_manuscript_does_not_exist() {
        String id = complete();

        assertThat(handingIn.handIn(SOMEBODY_ELSE, id, 1, seen(id), NOW)).isInstanceOf(Outcome.NoSuch.class);
        assertThat(handingIn.withdraw(SOMEBODY_ELSE, id, "", NOW)).isInstanceOf(Outcome.NoSuch.class);
        assertThat(drafting.describe(SOMEBODY_ELSE, id, seen(id), "Mine", "", List.of(), NOW))
                .isInstanceOf(Outcome.NoSuch.class);
        assertThat(drafting.upload(SOMEBODY_ELSE, id, "x.docx", "docx".getBytes(UTF_8), NOW))
                .isInstanceOf(Outcome.NoSuch.class);
        assertThat(drafting.discard(SOMEBODY_ELSE, id)).isInstanceOf(Outcome.NoSuch.class);
        assertThat(drafting.own(SOMEBODY_ELSE, id)).isEmpty();
        assertThat(stored(id).metadata().title()).isEqualTo("A Title");
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                wrong("no title", "title", metadata -> metadata.about("", "An abstract.", List.of("water"))),
                wrong(
                        "a title of 5,000 characters",
                        "title",
                        metadata -> metadata.about("x".repeat(5_000), "An abstract.", List.of("water"))),
                wrong("no abstract", "abstract", metadata -> metadata.about("A Title", " ", List.of("water"))),
                wrong("no keywords", "keywords", metadata -> metadata.about("A Title", "An abstract.", List.of())),
                wrong("nobody wrote it", "contributors", metadata -> metadata.by(List.of())),
                wrong(
                        "no corresponding author",
                        "corresponding",
                        metadata -> metadata.by(List.of(corresponding(CORRESPONDING, false)))),
                wrong(
                        "two corresponding authors",
                        "corresponding",
                        metadata -> metadata.by(List.of(CORRESPONDING, CORRESPONDING))),
                wrong("no family name", "family-0", metadata -> metadata.by(List.of(named("Ghulam", "")))),
                wrong("an address that is none", "email-0", metadata -> metadata.by(List.of(at("ghulam@example")))),
                wrong(
                        "an address with a line break",
                        "email-0",
                        metadata -> metadata.by(List.of(at("a@b.org\nBcc: x@y.org")))),
                wrong(
                        "an ORCID that does not check",
                        "orcid-0",
                        metadata -> metadata.by(List.of(orcid("0000-0002-1825-0098")))),
                wrong(
                        "a ROR id that does not check",
                        "affiliation-0",
                        metadata -> metadata.by(List.of(at(new Affiliation("GCU", "051zgra58"))))),
                wrong(
                        "nowhere to be found",
                        "affiliation-0",
                        metadata -> metadata.by(List.of(at(new Affiliation(" ", ""))))),
                wrong(
                        "a suggested reviewer without an address",
                        "email-0",
                        metadata -> metadata.naming(List.of(reviewer(Wish.SUGGESTED, "", "She knows rivers.")))),
                wrong(
                        "an opposed reviewer without a reason",
                        "why-0",
                        metadata -> metadata.naming(List.of(reviewer(Wish.OPPOSED, "", " ")))),
                wrong(
                        "a contributor as a reviewer",
                        "email-0",
                        metadata -> metadata.naming(
                                List.of(reviewer(Wish.SUGGESTED, "GHULAM.mustafa@example.org", "He knows it well.")))));
    }

    private static Arguments wrong(String what, String field, UnaryOperator<Metadata> change) {
        return Arguments.of(what, field, change);
    }

    private static Contributor corresponding(Contributor it, boolean is) {
        return new Contributor(
                it.given(),
                it.family(),
                it.email(),
                it.account(),
                it.orcid(),
                it.position(),
                it.affiliations(),
                it.roles(),
                is);
    }

    private static Contributor at(Affiliation place) {
        return new Contributor("Ghulam", "Mustafa", "g@example.org", "", "", "", List.of(place), List.of(), true);
    }

    private static NamedReviewer reviewer(Wish wish, String email, String why) {
        return new NamedReviewer(wish, "Ada Paper", email, "University of Somewhere", why);
    }

    private static Contributor named(String given, String family) {
        return new Contributor(
                given, family, CORRESPONDING.email(), "", "", "", List.of(new Affiliation("GCU", "")), List.of(), true);
    }

    private static Contributor at(String address) {
        return new Contributor(
                "Ghulam", "Mustafa", address, "", "", "", List.of(new Affiliation("GCU", "")), List.of(), true);
    }

    private static Contributor orcid(String orcid) {
        return new Contributor(
                "Ghulam",
                "Mustafa",
                "g@example.org",
                "",
                orcid,
                "",
                List.of(new Affiliation("GCU", "")),
                List.of(),
                true);
    }

    @ParameterizedTest(name = "{0} is refused at the field {1}")
    @MethodSource("defects")
    void what_is_wrong_is_named_with_its_field_and_everything_typed_is_kept(
            String what, String field, UnaryOperator<Metadata> change) {
        String id = complete();
        Metadata typed = change.apply(stored(id).metadata());
        drafting.describe(AUTHOR, id, seen(id), typed.title(), typed.abstractText(), typed.keywords(), NOW);
        drafting.nameContributors(AUTHOR, id, seen(id), typed.contributors(), NOW);
        drafting.nameReviewers(AUTHOR, id, seen(id), typed.reviewers(), NOW);

        Outcome outcome = handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Wrong.class,
                        wrong -> assertThat(wrong.problems())
                                .extracting(Problem::field)
                                .contains(field));
        assertThat(stored(id).stage()).isEqualTo(Stage.DRAFT);
        assertThat(stored(id).metadata()).isEqualTo(typed);
        assertThat(world.told).isEmpty();
    }

    @Test
    void an_orcid_whose_check_character_is_x_is_right() {
        assertThat(HandingInRules.identifiersThatCheck(
                        Manuscript.draft("m", "a", "gpr", "articles", ArticleType.RESEARCH_ARTICLE, NOW)
                                .with(Metadata.empty().by(List.of(orcid("0000-0002-9079-593X"))), NOW)))
                .isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_leaves_the_earlier_one_in_place() {
        String id = complete();

        Outcome outcome = drafting.upload(AUTHOR, id, "virus.docx", "MZ".getBytes(UTF_8), NOW);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Wrong.class,
                        wrong -> assertThat(wrong.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.field()).isEqualTo("file")));
        assertThat(stored(id).file()).map(ManuscriptFile::name).contains("manuscript.docx");
    }

    @Test
    void the_title_page_fills_only_what_the_author_has_not_typed() {
        drafting.begin(AUTHOR, "gpr", "articles", ArticleType.RESEARCH_ARTICLE, "m2", NOW);
        drafting.describe(AUTHOR, "m2", seen("m2"), "My own title", "", List.of(), NOW);

        drafting.upload(AUTHOR, "m2", "manuscript.docx", "docx".getBytes(UTF_8), NOW);

        assertThat(stored("m2").metadata().title()).isEqualTo("My own title");
        assertThat(stored("m2").metadata().abstractText()).isEqualTo("An abstract.");
    }

    @Test
    void what_the_file_says_otherwise_is_offered_until_it_is_taken_or_left() {
        drafting.begin(AUTHOR, "gpr", "articles", ArticleType.RESEARCH_ARTICLE, "m2", NOW);
        drafting.describe(AUTHOR, "m2", seen("m2"), "My own title", "", List.of("my own"), NOW);
        drafting.upload(AUTHOR, "m2", "manuscript.docx", "docx".getBytes(UTF_8), NOW);
        assertThat(stored("m2").proposal().title()).contains("A Title from the File");
        assertThat(stored("m2").proposal().abstractText()).as("already taken").isEmpty();

        drafting.take(AUTHOR, "m2", seen("m2"), Metadata.Part.TITLE, NOW);
        drafting.leave(AUTHOR, "m2", seen("m2"), Metadata.Part.KEYWORDS, NOW);

        assertThat(stored("m2").metadata().title()).isEqualTo("A Title from the File");
        assertThat(stored("m2").metadata().keywords()).containsExactly("my own");
        assertThat(stored("m2").proposal().nothing()).isTrue();
    }

    @Test
    void taking_what_is_not_offered_changes_nothing() {
        String id = complete();
        Manuscript before = stored(id);

        drafting.take(AUTHOR, id, seen(id), Metadata.Part.CONTRIBUTORS, NOW);

        assertThat(stored(id)).isEqualTo(before);
    }

    @Test
    void of_people_whom_the_file_names_too_what_else_is_typed_stays() {
        Proposal proposal = new Proposal(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(named("Qamar", "Khan"), named("ghulam", "mustafa")));
        Metadata typed = Metadata.empty().by(List.of(CORRESPONDING));

        Metadata taken = typed.taking(Metadata.Part.CONTRIBUTORS, proposal);

        assertThat(taken.contributors()).extracting(Contributor::family).containsExactly("Khan", "Mustafa");
        assertThat(taken.contributors().get(1)).isEqualTo(CORRESPONDING);
    }

    @Test
    void a_file_goes_with_the_manuscript_once_and_with_its_next_version_too_but_its_letter_does_not() {
        String id = complete();
        drafting.attach(AUTHOR, id, Attachment.Kind.FIGURE, "map.png", "png map".getBytes(UTF_8), NOW);
        drafting.attach(AUTHOR, id, Attachment.Kind.FIGURE, "map.png", "png map".getBytes(UTF_8), NOW);
        drafting.attach(AUTHOR, id, Attachment.Kind.COVER_LETTER, "letter.txt", "text".getBytes(UTF_8), NOW);
        assertThat(stored(id).attachments()).extracting(Attachment::name).containsExactly("map.png", "letter.txt");

        handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);
        handingIn.reopen(JOURNAL, id, new Reopening(Reopening.Kind.MINOR_REVISION, "letter", Optional.empty(), NOW));

        assertThat(stored(id).versions().get(0).attachments()).hasSize(2);
        assertThat(stored(id).attachments()).extracting(Attachment::name).containsExactly("map.png");
    }

    @Test
    void a_form_that_is_sent_twice_begins_one_draft() {
        Optional<Manuscript> first = drafting.begin(AUTHOR, "gpr", "articles", ArticleType.RESEARCH_ARTICLE, "m3", NOW);
        Optional<Manuscript> second =
                drafting.begin(AUTHOR, "gpr", "articles", ArticleType.RESEARCH_ARTICLE, "m3", NOW.plusSeconds(1));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_revision_needs_a_file_and_a_response_and_becomes_version_two() {
        String id = complete();
        handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);
        handingIn.reopen(
                JOURNAL,
                id,
                new Reopening(Reopening.Kind.MAJOR_REVISION, "letter", Optional.of(NOW.plusSeconds(60)), NOW));

        assertThat(handingIn.handIn(AUTHOR, id, 2, seen(id), NOW))
                .isInstanceOfSatisfying(
                        Outcome.Wrong.class,
                        wrong -> assertThat(wrong.problems())
                                .extracting(Problem::field)
                                .containsExactly("file", "response"));

        drafting.upload(AUTHOR, id, "revised.docx", "docx two".getBytes(UTF_8), NOW);
        drafting.answerReviewers(AUTHOR, id, seen(id), "We did.", NOW);
        assertThat(handingIn.handIn(AUTHOR, id, 2, seen(id), NOW)).isInstanceOf(Outcome.Done.class);

        assertThat(stored(id).versions()).extracting(Version::number).containsExactly(1, 2);
        assertThat(stored(id).versions().get(1).response()).isPresent();
        assertThat(world.told).hasSize(2).last().isInstanceOf(Event.Revised.class);
    }

    @Test
    void a_return_at_screening_needs_no_response() {
        String id = complete();
        handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);
        handingIn.reopen(JOURNAL, id, new Reopening(Reopening.Kind.RETURNED, "letter", Optional.empty(), NOW));
        drafting.upload(AUTHOR, id, "mended.docx", "docx two".getBytes(UTF_8), NOW);

        assertThat(handingIn.handIn(AUTHOR, id, 2, seen(id), NOW)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_was_asked_of_an_earlier_version_opens_nothing_when_it_is_said_again() {
        String id = complete();
        handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);
        Reopening why = new Reopening(Reopening.Kind.RETURNED, "letter", Optional.empty(), NOW);
        handingIn.reopen(JOURNAL, id, Optional.of(1), why);
        drafting.upload(AUTHOR, id, "mended.docx", "docx two".getBytes(UTF_8), NOW);
        handingIn.handIn(AUTHOR, id, 2, seen(id), NOW);

        handingIn.reopen(JOURNAL, id, Optional.of(1), why);
        assertThat(stored(id).stage()).isEqualTo(Manuscript.Stage.WITH_JOURNAL);

        handingIn.reopen(JOURNAL, id, Optional.of(2), why);
        assertThat(stored(id).stage()).isEqualTo(Manuscript.Stage.REOPENED);
    }

    @Test
    void a_revision_asked_for_twice_keeps_what_the_author_has_begun() {
        String id = complete();
        handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);
        Reopening why = new Reopening(Reopening.Kind.MINOR_REVISION, "letter", Optional.empty(), NOW);
        handingIn.reopen(JOURNAL, id, why);
        drafting.answerReviewers(AUTHOR, id, seen(id), "We did.", NOW);

        handingIn.reopen(JOURNAL, id, why);

        assertThat(stored(id).response()).isEqualTo("We did.");
    }

    @Test
    void a_manuscript_with_the_journal_cannot_be_changed() {
        String id = complete();
        handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);

        assertThat(drafting.describe(AUTHOR, id, seen(id), "Another", "x", List.of("y"), NOW))
                .isInstanceOf(Outcome.NotNow.class);
        assertThat(drafting.upload(AUTHOR, id, "x.docx", "docx".getBytes(UTF_8), NOW))
                .isInstanceOf(Outcome.NotNow.class);
        assertThat(drafting.discard(AUTHOR, id)).isInstanceOf(Outcome.NotNow.class);
        assertThat(stored(id).metadata().title()).isEqualTo("A Title");
    }

    @Test
    void withdrawing_is_told_once_and_ends_it() {
        String id = complete();
        handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);

        assertThat(handingIn.withdraw(AUTHOR, id, "we found an error", NOW)).isInstanceOf(Outcome.Done.class);
        assertThat(handingIn.withdraw(AUTHOR, id, "we found an error", NOW)).isInstanceOf(Outcome.Already.class);
        handingIn.conclude(JOURNAL, id, Stage.ACCEPTED, NOW);

        assertThat(stored(id).stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(world.told).filteredOn(Event.Withdrawn.class::isInstance).hasSize(1);
    }

    @Test
    void a_draft_is_discarded_and_a_published_article_is_not_withdrawn() {
        String draft = complete();
        assertThat(handingIn.withdraw(AUTHOR, draft, "", NOW)).isInstanceOf(Outcome.NotNow.class);
        assertThat(drafting.discard(AUTHOR, draft)).isInstanceOf(Outcome.Done.class);
        assertThat(drafting.own(AUTHOR, draft)).isEmpty();

        String id = complete();
        handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);
        handingIn.conclude(JOURNAL, id, Stage.PUBLISHED, NOW);
        assertThat(handingIn.withdraw(AUTHOR, id, "", NOW)).isInstanceOf(Outcome.NotNow.class);
    }

    @Test
    void a_journal_or_section_that_does_not_exist_takes_no_draft() {
        assertThat(drafting.begin(AUTHOR, "nature", "articles", ArticleType.RESEARCH_ARTICLE, "m3", NOW))
                .isEmpty();
        assertThat(drafting.begin(AUTHOR, "gpr", "poems", ArticleType.RESEARCH_ARTICLE, "m3", NOW))
                .isEmpty();
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(at -> 20240205L + at);
    }

    /** Whatever authors and journal do in whatever order: the invariants of {@link Manuscript} hold. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void versions_only_grow_and_each_is_told_exactly_once_whatever_happens(long seed) {
        Random chance = new Random(seed);
        String id = complete();
        int versions = 0;
        for (int step = 0; step < 40; step++) {
            switch (chance.nextInt(8)) {
                case 0 -> handingIn.handIn(AUTHOR, id, chance.nextInt(4), seen(id), NOW);
                case 1 -> drafting.upload(AUTHOR, id, "m.docx", ("docx" + step).getBytes(UTF_8), NOW);
                case 2 -> drafting.answerReviewers(AUTHOR, id, seen(id), chance.nextBoolean() ? "" : "We did.", NOW);
                case 3 ->
                    handingIn.reopen(
                            JOURNAL, id, new Reopening(Reopening.Kind.MAJOR_REVISION, "letter", Optional.empty(), NOW));
                case 4 -> handingIn.conclude(JOURNAL, id, Stage.ACCEPTED, NOW);
                case 5 ->
                    drafting.nameContributors(
                            AUTHOR, id, seen(id), chance.nextBoolean() ? List.of() : List.of(CORRESPONDING), NOW);
                case 6 -> {
                    if (chance.nextInt(6) == 0) {
                        handingIn.withdraw(AUTHOR, id, "", NOW);
                    }
                }
                default -> drafting.describe(AUTHOR, id, seen(id), "Title " + step, "Abstract.", List.of("water"), NOW);
            }
            Manuscript now = stored(id);
            assertThat(now.versions().size()).isGreaterThanOrEqualTo(versions);
            versions = now.versions().size();
            assertThat(now.number().isPresent()).isEqualTo(versions > 0);
            assertThat(now.versions()).extracting(Version::number).isSorted().doesNotHaveDuplicates();
            assertThat(world.told)
                    .filteredOn(event -> !(event instanceof Event.Withdrawn))
                    .hasSize(versions);
        }
    }

    @Test
    void what_another_window_stored_is_not_overwritten() {
        String id = complete();
        long opened = seen(id);
        drafting.describe(AUTHOR, id, opened, "From this window", "An abstract.", List.of("water"), NOW);

        Outcome outcome =
                drafting.describe(AUTHOR, id, opened, "From that window", "An abstract.", List.of("water"), NOW);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.ChangedMeanwhile.class,
                        meanwhile -> assertThat(
                                        meanwhile.manuscript().metadata().title())
                                .isEqualTo("From this window"));
        assertThat(stored(id).metadata().title()).isEqualTo("From this window");
    }

    @Test
    void a_form_sent_twice_is_no_conflict() {
        String id = complete();
        long opened = seen(id);
        drafting.describe(AUTHOR, id, opened, "Another Title", "An abstract.", List.of("water"), NOW);

        assertThat(drafting.describe(AUTHOR, id, opened, "Another Title", "An abstract.", List.of("water"), NOW))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_last_look_that_is_out_of_date_hands_nothing_in() {
        String id = complete();
        long looked = seen(id);
        drafting.describe(AUTHOR, id, looked, "Changed since", "An abstract.", List.of("water"), NOW);

        assertThat(handingIn.handIn(AUTHOR, id, 1, looked, NOW)).isInstanceOf(Outcome.ChangedMeanwhile.class);
        assertThat(handingIn.handIn(AUTHOR, id, 2, seen(id), NOW)).isInstanceOf(Outcome.ChangedMeanwhile.class);
        assertThat(world.told).isEmpty();
    }

    @Test
    void an_account_is_not_linked_by_being_typed() {
        String id = complete();

        drafting.nameContributors(
                AUTHOR,
                id,
                seen(id),
                List.of(CORRESPONDING, named("Some", "Body").withAccount("a2")),
                NOW);

        assertThat(stored(id).metadata().contributors())
                .extracting(Contributor::account)
                .containsExactly("a1", "");
    }

    @Test
    void what_came_out_of_the_file_is_marked_until_the_author_changes_it() {
        drafting.begin(AUTHOR, "gpr", "articles", ArticleType.BOOK_REVIEW, "m4", NOW);
        drafting.upload(AUTHOR, "m4", "manuscript.docx", "docx".getBytes(UTF_8), NOW);
        assertThat(stored("m4").metadata().fromFile())
                .containsExactlyInAnyOrder(Metadata.Part.TITLE, Metadata.Part.ABSTRACT, Metadata.Part.KEYWORDS);

        drafting.describe(AUTHOR, "m4", seen("m4"), "A Title of my own", "An abstract.", List.of("water"), NOW);

        assertThat(stored("m4").metadata().fromFile())
                .containsExactlyInAnyOrder(Metadata.Part.ABSTRACT, Metadata.Part.KEYWORDS);
    }

    @Test
    void a_fact_that_comes_late_moves_nothing_back() {
        String id = complete();
        handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);
        handingIn.conclude(JOURNAL, id, Stage.PUBLISHED, NOW);

        handingIn.conclude(JOURNAL, id, Stage.ACCEPTED, NOW);
        handingIn.reopen(JOURNAL, id, new Reopening(Reopening.Kind.RETURNED, "letter", Optional.empty(), NOW));

        assertThat(stored(id).stage()).isEqualTo(Stage.PUBLISHED);
    }

    @Test
    void restating_says_every_version_and_the_withdrawal_once_more_and_tells_nobody_by_mail() {
        String id = complete();
        handingIn.handIn(AUTHOR, id, 1, seen(id), NOW);
        handingIn.reopen(JOURNAL, id, new Reopening(Reopening.Kind.RETURNED, "letter", Optional.empty(), NOW));
        drafting.upload(AUTHOR, id, "mended.docx", "docx two".getBytes(UTF_8), NOW);
        handingIn.handIn(AUTHOR, id, 2, seen(id), NOW);
        handingIn.withdraw(AUTHOR, id, "we found an error", NOW);
        drafting.begin(AUTHOR, "gpr", "articles", ArticleType.RESEARCH_ARTICLE, "a draft", NOW);
        List<Event> told = List.copyOf(world.told);

        new Restating(world.manuscripts, world).restate(JOURNAL, "*");
        new Restating(world.manuscripts, world).restate(JOURNAL, "nothing");

        assertThat(world.toldAgain)
                .extracting(Event::getClass)
                .containsExactly(Event.HandedIn.class, Event.Revised.class, Event.Withdrawn.class);
        assertThat(world.told).isEqualTo(told);
    }
}
