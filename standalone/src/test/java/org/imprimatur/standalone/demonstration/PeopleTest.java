package org.imprimatur.standalone.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final People PEOPLE = People.read(Facts.read());

    private static List<People.Person> everybody() {
        return Stream.of(
                        PEOPLE.authors(),
                        PEOPLE.reviewers(),
                        PEOPLE.robotAuthors(),
                        List.of(
                                PEOPLE.managingEditor(),
                                PEOPLE.handlingEditor(),
                                PEOPLE.editorInChief(),
                                PEOPLE.productionEditor(),
                                PEOPLE.administrator()))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void nobody_can_be_written_to() {
        assertThat(everybody()).allSatisfy(person -> assertThat(person.email()).matches("[a-z.]+@example\\.org"));
    }

    @Test
    void nobody_is_taken_for_another() {
        assertThat(everybody()).extracting(People.Person::account).doesNotHaveDuplicates();
        assertThat(everybody()).extracting(People.Person::email).doesNotHaveDuplicates();
        assertThat(everybody()).extracting(People.Person::name).doesNotHaveDuplicates();
    }

    @Test
    void the_authors_are_those_of_the_article() {
        assertThat(PEOPLE.authors())
                .extracting(People.Person::name)
                .containsExactly("Qamar Zaman Khan", "Imran Wakil", "Ghulam Mustafa");
        assertThat(PEOPLE.correspondingAuthor().name()).isEqualTo("Ghulam Mustafa");
        assertThat(PEOPLE.reviewers()).hasSize(7);
    }

    @Test
    void letters_and_reviews_hide_who_reads_and_who_wrote() {
        var letters = Correspondence.read();
        var reviews = Stream.of(
                        letters.firstRound(),
                        letters.secondRound(),
                        letters.robots().reviews())
                .flatMap(List::stream)
                .toList();

        assertThat(reviews).hasSize(6).allSatisfy(review -> {
            assertThat(review.toTheAuthor()).isNotBlank();
            assertThat(review.toTheEditor()).isNotBlank();
        });
        var texts = Stream.concat(
                reviews.stream().flatMap(review -> Stream.of(review.toTheAuthor(), review.toTheEditor())),
                Stream.of(
                        letters.coverLetter(),
                        letters.majorRevision(),
                        letters.acceptance(),
                        letters.robots().acceptance()));
        assertThat(texts.map(text -> text.toLowerCase(Locale.ROOT)))
                .allSatisfy(text -> assertThat(everybody())
                        .noneMatch(person -> text.contains(person.name().toLowerCase(Locale.ROOT))));
    }
}
