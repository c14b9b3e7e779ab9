package org.imprimatur.intake.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.imprimatur.intake.citation.Finding.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Made-up manuscripts: a right one has no findings, one mistake put in gives that finding and no other. */
class CitationsPropertyTest {
    private static final List<String> STARTS =
            List.of("Bra", "Kel", "Mor", "Tas", "Vil", "Osh", "Dun", "Pe", "Lau", "Qui", "Har", "Nez");
    private static final List<String> MIDDLES =
            List.of("ban", "do", "ri", "ste", "lom", "wic", "gu", "zen", "fa", "xi");
    private static final List<String> ENDS =
            List.of("ov", "ski", "man", "ez", "son", "ita", "er", "ardi", "usz", "well");
    private static final List<String> PREFIXES = List.of("", "", "", "van der ", "de ", "O’", "Al-", "Mc");

    record Work(List<String> families, List<String> initials, int year, String title) {
        String entry() {
            var names = new StringBuilder();
            for (var i = 0; i < families.size(); i++) {
                names.append(i == 0 ? "" : i == families.size() - 1 ? ", & " : ", ");
                names.append(families.get(i)).append(", ").append(initials.get(i));
            }
            return names + " (" + year + "). " + title + ". Journal of Made-up Work, 3(2), 14-29.";
        }

        String names(String and) {
            return switch (families.size()) {
                case 1 -> families.get(0);
                case 2 -> families.get(0) + and + families.get(1);
                default -> families.get(0) + " et al.";
            };
        }

        String inBrackets() {
            return names(" & ") + ", " + year;
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_manuscript_with_well_cited_references_has_no_findings(long seed) {
        var random = new Random(seed);
        var works = works(random);

        var report = new CheckingCitations()
                .check(Texts.of(
                        paragraphs(works, random),
                        works.stream().map(Work::entry).toList()));

        assertThat(report.findings()).isEmpty();
        assertThat(report.citations()).isGreaterThanOrEqualTo(works.size());
        assertThat(report.references()).isEqualTo(works.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_mistaken_citation_gives_that_finding_and_no_other(long seed) {
        var random = new Random(seed);
        var works = works(random);
        var victim = works.get(random.nextInt(works.size()));
        var paragraphs = new ArrayList<>(paragraphs(works, random));
        var mistake = mistake(victim, random);
        paragraphs.add(
                random.nextInt(paragraphs.size() + 1), "This had been shown before (" + mistake.citation() + ").");

        var findings = new CheckingCitations()
                .check(Texts.of(paragraphs, works.stream().map(Work::entry).toList()))
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(mistake.code());
            assertThat(finding.citation()).isEqualTo(mistake.citation());
            assertThat(finding.suggestion())
                    .isEqualTo(
                            mistake.code() == Code.CITATION_WITHOUT_REFERENCE && mistake.foreign()
                                    ? null
                                    : victim.inBrackets());
            assertThat(finding.paragraph())
                    .isEqualTo(1 + paragraphs.indexOf("This had been shown before (" + mistake.citation() + ")."));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_entry_more_is_never_cited(long seed) {
        var random = new Random(seed);
        var works = works(random);
        var extra = works.get(0);
        var others = works.subList(1, works.size());

        var findings = new CheckingCitations()
                .check(Texts.of(
                        paragraphs(others, random),
                        works.stream().map(Work::entry).toList()))
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.REFERENCE_NEVER_CITED);
            assertThat(finding.reference()).isEqualTo(extra.entry());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_entry_less_leaves_its_citations_without_reference(long seed) {
        var random = new Random(seed);
        var works = works(random);
        var gone = works.get(random.nextInt(works.size()));
        var listed =
                works.stream().filter(work -> work != gone).map(Work::entry).toList();

        var findings = new CheckingCitations()
                .check(Texts.of(
                        List.of(
                                "It is so (" + gone.inBrackets() + ").",
                                "And so (see " + gone.inBrackets() + ", p. 9)."),
                        listed))
                .findings();

        assertThat(findings)
                .filteredOn(finding -> finding.code() != Code.REFERENCE_NEVER_CITED)
                .hasSize(2)
                .allSatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(Code.CITATION_WITHOUT_REFERENCE);
                    assertThat(finding.citation()).isEqualTo(gone.inBrackets());
                });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_text_makes_the_check_fail(long seed) {
        var random = new Random(seed);
        var alphabet = "(((())))[],;:.&  \n–-'’\"“”aékAÉKhan2021et al.and(Khan, 2021)in press n.d.https://x.org ";
        var paragraphs = IntStream.range(0, 5)
                .mapToObj(i -> random.ints(400, 0, alphabet.length())
                        .mapToObj(at -> alphabet.substring(at, Math.min(alphabet.length(), at + 1 + random.nextInt(4))))
                        .reduce("", String::concat))
                .toList();

        var report = new CheckingCitations().check(Texts.of(paragraphs, paragraphs));

        assertThat(report.references()).isEqualTo(5);
    }

    private record Mistake(String citation, Code code, boolean foreign) {}

    private static Mistake mistake(Work work, Random random) {
        var count = work.families().size();
        return switch (random.nextInt(4)) {
            case 0 -> new Mistake(work.names(" & ") + ", " + (work.year() + 30), Code.REFERENCE_YEAR_DIFFERS, false);
            case 1 ->
                new Mistake(
                        count == 1
                                ? work.families().get(0) + " et al., " + work.year()
                                : work.families().get(0) + ", " + work.year(),
                        Code.AUTHOR_COUNT_DIFFERS,
                        false);
            case 2 ->
                count == 2
                        ? new Mistake(
                                work.families().get(0) + " & Yttersfield, " + work.year(),
                                Code.AUTHOR_NAME_DIFFERS,
                                false)
                        : new Mistake(
                                swapped(work.families().get(0)) + (count > 2 ? " et al." : "") + ", " + work.year(),
                                Code.CITATION_WITHOUT_REFERENCE,
                                false);
            default -> new Mistake("Yttersfield, " + work.year(), Code.CITATION_WITHOUT_REFERENCE, true);
        };
    }

    /** Two neighbouring letters in the middle changed places. */
    private static String swapped(String family) {
        for (var at = family.length() - 3; at > 0; at--) {
            if (family.charAt(at) != family.charAt(at + 1)
                    && Character.isLetter(family.charAt(at))
                    && Character.isLetter(family.charAt(at + 1))) {
                return family.substring(0, at) + family.charAt(at + 1) + family.charAt(at) + family.substring(at + 2);
            }
        }
        throw new IllegalArgumentException(family);
    }

    /** Far enough apart that a slip of the pen means one of them only. */
    private static final List<String> FAMILIES = families();

    private static List<String> families() {
        var random = new Random(7);
        var families = new ArrayList<String>();
        for (var i = 0; i < 1500; i++) {
            var family = PREFIXES.get(random.nextInt(PREFIXES.size()))
                    + STARTS.get(random.nextInt(STARTS.size()))
                    + MIDDLES.get(random.nextInt(MIDDLES.size()))
                    + MIDDLES.get(random.nextInt(MIDDLES.size()))
                    + ENDS.get(random.nextInt(ENDS.size()));
            var bare = Name.of(family).bare();
            if (families.stream()
                    .allMatch(other -> Names.distance(Name.of(other).bare(), bare) > 4)) {
                families.add(family);
            }
        }
        return families;
    }

    private static List<Work> works(Random random) {
        var left = new ArrayList<>(FAMILIES);
        Collections.shuffle(left, random);
        var works = new ArrayList<Work>();
        while (left.size() > 4 && works.size() < 12) {
            var count = 1 + random.nextInt(4);
            var authors = List.copyOf(left.subList(0, count));
            left.subList(0, count).clear();
            works.add(new Work(
                    authors,
                    authors.stream()
                            .map(author ->
                                    (char) ('A' + random.nextInt(26)) + "." + (random.nextBoolean() ? " K." : ""))
                            .toList(),
                    1960 + random.nextInt(60),
                    "On the nature of thing number " + works.size()));
        }
        return works;
    }

    private static List<String> paragraphs(List<Work> works, Random random) {
        var paragraphs = new ArrayList<String>();
        var shuffled = new ArrayList<>(works);
        Collections.shuffle(shuffled, random);
        for (var i = 0; i < shuffled.size(); i++) {
            var work = shuffled.get(i);
            var other = shuffled.get(random.nextInt(shuffled.size()));
            paragraphs.add(
                    switch (random.nextInt(6)) {
                        case 0 -> "It was found in 1999 that things differ (" + work.inBrackets() + "), by 20%.";
                        case 1 ->
                            "According to " + work.names(" and ") + " (" + work.year()
                                    + "), things are (2010-2020) the same.";
                        case 2 -> "Things are so (see " + work.inBrackets() + ", p. 7; " + other.inBrackets() + ").";
                        case 3 ->
                            "However, " + work.names(" and ") + " (" + work.year() + ") argued that things are not so.";
                        case 4 ->
                            "In the end (e.g., " + other.inBrackets() + "; " + work.inBrackets()
                                    + ", pp. 3-4) all is one.";
                        default -> "In 2005, things changed (" + work.inBrackets() + "); nobody knew why.";
                    });
        }
        return paragraphs;
    }
}
